// One thing that can be pressed: never sent twice at once, its refusal stays beside it until the next action anywhere.
import { useCallback, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { troubleOf, type AnyAnswer, type Trouble } from './trouble.ts';

export interface Action {
  readonly busy: boolean;
  /** What its button says meanwhile; null while nothing is under way. */
  readonly waiting: string | null;
  readonly trouble: Trouble | null;
  /** Sends, unless something of this place is under way. The successful answer, which `done` is given too, or null. */
  readonly run: <T>(
    send: () => Promise<AnyAnswer<T>>,
    done?: (answer: Done<T>) => void,
  ) => Promise<Done<T> | null>;
}

type Done<T> = { readonly ok: true } & T;

interface Latest {
  readonly place: string | null;
  readonly trouble: Trouble | null;
}

const latest = createStore<Latest>(() => ({ place: null, trouble: null }));

export function useAction(): Action {
  const place = useId();
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const trouble = useStore(latest, (state) => (state.place === place ? state.trouble : null));
  const run = useCallback(
    async <T>(send: () => Promise<AnyAnswer<T>>, done?: (answer: Done<T>) => void) => {
      if (underWay.current) return null;
      underWay.current = true;
      setBusy(true);
      latest.setState({ place: null, trouble: null });
      let answer: AnyAnswer<T>;
      try {
        answer = await send();
        const found = troubleOf(answer);
        if (found !== null) latest.setState({ place, trouble: found });
      } finally {
        underWay.current = false;
        setBusy(false);
      }
      if (!answer?.ok) return null;
      done?.(answer);
      return answer;
    },
    [place],
  );
  const { sending } = useText(consoleText);
  return { busy, waiting: busy ? sending : null, trouble, run };
}
