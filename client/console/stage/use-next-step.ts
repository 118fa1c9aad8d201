// The one key: PageDown from the clicker, or the button. Sent once, for what the screen showed when it was pressed.
import { useEffect, useRef, useState } from 'react';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import type { Right } from '../../../shared/meeting/rights.ts';
import { ticks } from '../../live/clock.ts';
import { after } from '../../live/until-ended.ts';
import { useBarred, useCommands, useView } from '../parts/console-context.ts';
import { countsAsPress } from '../../parts/bounce.ts';
import { useKey } from '../parts/use-key.ts';
import { useTwice } from '../parts/use-twice.ts';

/** The answer may come before the new view: until then the same step is not offered again. */
const VIEW_FOLLOWS_MS = 1500;

/** Who may give the step; while a form must be filled first, whoever leads the stage. */
export function rightOf(command: StaffCommand | null): Right {
  return command?.type ?? 'EnterItem';
}

/** `command` null: nothing to send yet. */
export function useNextStep(command: StaffCommand | null) {
  const next = useView((view) => view.control.next);
  const barred = useBarred(rightOf(command));
  const { give, busy, trouble } = useCommands();
  const what = JSON.stringify([next.expects, command]);
  const twice = useTwice(what);
  const [accepted, setAccepted] = useState<string | null>(null);
  useEffect(() => {
    if (accepted === null) return;
    return after(VIEW_FOLLOWS_MS, () => {
      setAccepted(null);
    });
  }, [accepted]);
  const underWay = busy || accepted === what;

  const last = useRef<number | null>(null);
  const press = () => {
    // The next step may stand there already, by the time that a bounce of the last press comes.
    const now = ticks();
    if (!countsAsPress(last.current, now)) return;
    last.current = now;
    if (command === null || barred !== null || underWay) return;
    if (next.irreversible && !twice.press()) return;
    const done = () => {
      setAccepted(what);
    };
    void give(command, { expects: next.expects, done });
  };
  useKey('next', press);
  const { armed, settling } = twice;
  return { busy: underWay, armed, settling, trouble, press };
}
