// The secret behind a QR code or an invitation: read from the fragment once, then gone from the address bar.
import { useEffect, useState } from 'react';

/** What client/start.js has begun with before this page was there. */
interface Begun {
  readonly fragment: string;
  /** The answer to a claim with it, null where none came; null where nothing was claimed. */
  readonly claim: Promise<unknown> | null;
}

declare global {
  interface Window {
    begun?: Begun | undefined;
  }
}

let fragment = '';
let secret: { readonly kind: 'ticket' | 'invite'; readonly value: string } | null = null;
let claim: Begun['claim'] = null;

/** Moves the fragment's secret out of the URL. `#invite=…` is a staff link, any other fragment a ticket. */
export function takeSecret(): void {
  // A link opened in a tab that shows this page already changes the fragment alone: begin again with it.
  addEventListener('hashchange', () => {
    if (location.hash !== '') location.reload();
  });
  const { begun } = window;
  window.begun = undefined;
  // It stands there where start.js did not run, or left it there, or gave the page up too soon.
  fragment = location.hash.slice(1) || (begun?.fragment ?? '');
  if (fragment === '') return;
  if (begun?.fragment === fragment) ({ claim } = begun);
  secret = fragment.startsWith('invite=')
    ? { kind: 'invite', value: fragment.slice('invite='.length) }
    : { kind: 'ticket', value: fragment };
  history.replaceState(null, '', location.pathname + location.search);
}

/**
 * The secret of this kind that the page was opened with; the first page that stands keeps it, later ones find none. It is
 * let go of only then: React may throw a first rendering away and begin again, and the ticket would be lost with it.
 */
export function useSecretOnce(kind: 'ticket' | 'invite'): string | null {
  const [found] = useState(() => (secret?.kind === kind ? secret.value : null));
  useEffect(() => {
    if (secret?.kind === kind) secret = null;
  }, [kind]);
  return found;
}

/** The claim of this ticket that had begun before the page was there, for whoever asks first; null where there is none. */
export function claimBegun(ticket: string): Begun['claim'] {
  const begun = ticket === fragment ? claim : null;
  if (begun) claim = null;
  return begun;
}

/** What stood behind the #: a page that has to be opened at another address takes it along. */
export function openedWith(): string {
  return fragment;
}
