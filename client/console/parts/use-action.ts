// One thing that can be pressed: never sent twice at once, its refusal stays beside it until the next action anywhere.
import { useCallback, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { troubleOf, type AnyAnswer, type Trouble } from './trouble.ts';

export interface Action {
  readonly busy: boolean;
  readonly trouble: Trouble | null;
  /** Sends, unless something of this place is under way. The successful answer, or null. */
  readonly run: <T>(
    send: () => Promise<AnyAnswer<T>>,
  ) => Promise<({ readonly ok: true } & T) | null>;
}

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
    async <T>(send: () => Promise<AnyAnswer<T>>) => {
      if (underWay.current) return null;
      underWay.current = true;
      setBusy(true);
      latest.setState({ place: null, trouble: null });
      try {
        const answer = await send();
        const found = troubleOf(answer);
        if (found !== null) latest.setState({ place, trouble: found });
        return answer?.ok ? answer : null;
      } finally {
        underWay.current = false;
        setBusy(false);
      }
    },
    [place],
  );
  return { busy, trouble, run };
}
