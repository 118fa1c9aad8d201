// What the page has been given and what came of it: from a link, a file or a paste to what is found.
import { useEffect, useRef, useState } from 'react';
import { proofAddress } from '../../shared/check-address.ts';
import { LONGEST_PROOF } from '../../shared/draw/proof.ts';
import { openedWith } from '../live/secret.ts';
import type { Outcome } from './check-text.ts';
import { check } from './checker.ts';
import { fileIn, linkWith } from './link.ts';

export type Checking =
  | { readonly phase: 'idle' }
  | { readonly phase: 'fetching' }
  | { readonly phase: 'working'; readonly percent: number }
  | { readonly phase: 'trouble'; readonly why: 'offline' | 'noSuchDraw' | 'badLink' | 'unreadable' }
  | { readonly phase: 'found'; readonly outcome: Outcome; readonly link: string | null };

export interface Check {
  readonly checking: Checking;
  readonly checkText: (text: string) => void;
  readonly checkFile: (file: File) => void;
}

export function useCheck(): Check {
  const [checking, setChecking] = useState<Checking>({ phase: 'idle' });
  // What comes back late of an older text is not shown.
  const newest = useRef(0);
  const begin = (): ((next: Checking) => void) => {
    const own = ++newest.current;
    return (next) => {
      if (own === newest.current) setChecking(next);
    };
  };
  const checkWith = async (show: (next: Checking) => void, text: string) => {
    show({ phase: 'working', percent: 0 });
    const outcome = await check(text, (done) => {
      show({ phase: 'working', percent: Math.floor(done * 100) });
    });
    show({ phase: 'found', outcome, link: outcome.ok ? linkWith(text) : null });
  };
  const checkText = (text: string) => void checkWith(begin(), text);
  const checkFile = (file: File) => {
    const show = begin();
    if (file.size > LONGEST_PROOF) {
      show({ phase: 'found', outcome: { ok: false, code: 'too-long' }, link: null });
      return;
    }
    file.text().then(
      (text) => checkWith(show, text),
      () => {
        show({ phase: 'trouble', why: 'unreadable' });
      },
    );
  };
  useEffect(() => {
    const fragment = openedWith();
    const named = new URLSearchParams(location.search).get('draw');
    if (fragment === '' && named === null) return;
    const show = begin();
    if (fragment !== '') {
      // It was taken for a ticket as every fragment is; here it may stay, to be opened again.
      history.replaceState(null, '', `${location.pathname}${location.search}#${fragment}`);
      const text = fileIn(fragment);
      if (text === null) show({ phase: 'trouble', why: 'badLink' });
      else void checkWith(show, text);
      return;
    }
    show({ phase: 'fetching' });
    void fetched(named ?? '').then((got) => {
      if (got.ok) return checkWith(show, got.text);
      show({ phase: 'trouble', why: got.why });
      return undefined;
    });
  }, []);
  return { checking, checkText, checkFile };
}

type Fetched =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: 'offline' | 'noSuchDraw' | 'badLink' };

async function fetched(named: string): Promise<Fetched> {
  const address = proofAddress(named);
  if (address === null) return { ok: false, why: 'badLink' };
  try {
    const answer = await fetch(address);
    return answer.ok ? { ok: true, text: await answer.text() } : { ok: false, why: 'noSuchDraw' };
  } catch {
    return { ok: false, why: 'offline' };
  }
}
