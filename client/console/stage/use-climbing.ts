// Whether rows that were opened are still on their way up on the screen: the next ten wait for them.
import { useEffect, useRef, useState } from 'react';
import { ticks } from '../../live/clock.ts';
import { after } from '../../live/until-ended.ts';
import { APART_MS, CLIMB_MS, MOST_IN_TURN } from '../../screen/board/climb-times.ts';
import { useView } from '../parts/console-context.ts';

export function useClimbing(): boolean {
  const opened = useView(({ board }) => board.climb?.opened.length ?? 0);
  // A page that is opened later takes the rows to stand.
  const [stood, setStood] = useState(opened);
  const seen = useRef(opened);
  // When a row that is opened then would begin.
  const free = useRef(0);
  useEffect(() => {
    if (opened === stood) return;
    const now = ticks();
    const came = opened - seen.current;
    seen.current = opened;
    const inTurn = came > 0 && opened - stood <= MOST_IN_TURN;
    free.current = Math.max(free.current, now) + (inTurn ? came * APART_MS : 0);
    const last = free.current - APART_MS;
    return after(opened < stood ? 0 : Math.max(0, last + CLIMB_MS - now), () => {
      setStood(opened);
    });
  }, [opened, stood]);
  return opened > stood;
}
