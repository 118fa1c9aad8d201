// One beat after another, however fast the keys come: each has its time, and what came meanwhile comes together.
import { useEffect, useRef, useState } from 'react';
import type { GroupId } from '../../../shared/ids.ts';
import type { TallySlice } from '../../../shared/views/slices/number-slices.ts';
import { ticks } from '../../live/clock.ts';
import { after } from '../../live/until-ended.ts';
import { calm } from '../motion.ts';

type Tally = NonNullable<TallySlice>;

export interface Beat {
  readonly tally: Tally;
  /** The groups that open with it. */
  readonly newest: readonly GroupId[];
}

/** The picture fades in; a group opens; the hall reads the last one before the total comes. */
const APPEAR_MS = 200;
const OPEN_MS = 700;
const REST_MS = 900;

/** What to show of the newest state now; a page that is opened late begins with what stands. */
export function useInTurn(newest: Beat, staged: boolean): Beat {
  const [shown, setShown] = useState<Beat>(() => (staged ? sealed(newest) : newest));
  // When the last beat began, and how long it takes.
  const [began] = useState(ticks);
  const busy = useRef({ until: began + APPEAR_MS, opening: false });
  const next = nextBeat(shown, newest);
  const key = JSON.stringify([next, newest.tally.final]);
  useEffect(() => {
    if (next === null) return;
    const { until, opening } = busy.current;
    const rest = opening && next.tally.final ? REST_MS : 0;
    const begin = () => {
      const takes = next.tally.final ? 0 : OPEN_MS;
      busy.current = { until: ticks() + takes, opening: !next.tally.final };
      setShown(next);
    };
    return after(calm() ? 0 : Math.max(0, until + rest - ticks()), begin);
    // The beat is its content.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  // What is no beat (a count, a name of a group) shows at once.
  return next === null ? newest : shown;
}

/** null where nothing opens. The groups come before the total, also where one command opened both. */
export function nextBeat(shown: Beat, newest: Beat): Beat | null {
  const ahead = newest.tally.groups.filter(
    ({ id, mean }) =>
      mean !== null && !shown.tally.groups.some((one) => one.id === id && one.mean !== null),
  );
  if (ahead.length > 0 && newest.tally.final && !shown.tally.final)
    return {
      tally: { ...shown.tally, groups: newest.tally.groups },
      newest: ahead.map(({ id }) => id),
    };
  return ahead.length > 0 || newest.tally.final !== shown.tally.final ? newest : null;
}

/** The same before its first group. */
function sealed({ tally }: Beat): Beat {
  const groups = tally.groups.map((one) => ({ ...one, mean: null, why: 'sealed' as const }));
  const score = tally.final ? null : tally.score;
  return { tally: { ...tally, final: false, score, why: null, place: null, groups }, newest: [] };
}
