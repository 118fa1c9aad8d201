// How sure the results are, computed by the server when somebody asks; what it said of other results is forgotten.
import { useEffect, useRef, useState } from 'react';
import type { CertaintyTold } from '../../../shared/certainty-told.ts';
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import type { Certainty } from '../../../shared/results/certainty/permitted.ts';
import type { BoardSlice } from '../../../shared/views/slices/number-slices.ts';
import { useConsole } from '../parts/console-context.ts';
import { toldLines } from '../parts/told-lines.ts';

type Last = Exclude<CertaintyTold, { done: number }>;

export type CertaintyState =
  | { readonly kind: 'none' | 'lost' | 'ended' }
  | { readonly kind: 'running'; readonly done: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'found'; readonly certainty: Certainty };

export interface AskedCertainty {
  readonly state: CertaintyState;
  readonly run: () => void;
  readonly cancel: () => void;
}

const NONE: CertaintyState = { kind: 'none' };

export function useCertainty({ rows }: Pick<BoardSlice, 'rows'>): AskedCertainty {
  const { code } = useConsole();
  const of = JSON.stringify(rows.map(({ subject, round, score }) => [subject.id, round, score]));
  const [asked, setAsked] = useState<{ readonly of: string; readonly state: CertaintyState }>();
  const underWay = useRef<AbortController | null>(null);
  // Whoever leaves has stopped listening.
  useEffect(() => () => underWay.current?.abort(), []);
  const run = async () => {
    underWay.current?.abort();
    const mine = new AbortController();
    underWay.current = mine;
    const tell = (state: CertaintyState) => {
      if (!mine.signal.aborted) setAsked({ of, state });
    };
    tell({ kind: 'running', done: 0 });
    const told = await toldLines<CertaintyTold, Last>(
      `/m/${encodeURIComponent(code)}/api/certainty`,
      {},
      mine.signal,
      (line): line is Last => !('done' in line),
      ({ done }) => {
        tell({ kind: 'running', done });
      },
    );
    if (told.kind !== 'last') tell(told);
    else
      tell(
        'found' in told.line ? { kind: 'found', certainty: told.line.found } : { kind: 'ended' },
      );
  };
  return {
    state: asked?.of === of ? asked.state : NONE,
    run: () => void run(),
    cancel: () => {
      underWay.current?.abort();
      setAsked(undefined);
    },
  };
}
