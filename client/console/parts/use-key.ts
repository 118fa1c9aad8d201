// A key of the stage, wherever the focus is. Held down it counts once; under an open dialog it does nothing.
import { useEffect, useEffectEvent, useRef } from 'react';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import type { Right } from '../../../shared/meeting/rights.ts';
import { listen } from '../../live/until-ended.ts';
import { isDialogOpen } from '../../ui/open-dialog.ts';
import { isComposing } from '../../ui/typed.ts';
import { useBarred, useCommands } from './console-context.ts';
import { useTwice } from './use-twice.ts';
import { countsAsPress } from '../../parts/bounce.ts';
import { meaningOf, type Focus, type StageKey } from './keys.ts';

export function useKey(key: StageKey, act: () => void): void {
  const last = useRef<number | null>(null);
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (isComposing(event)) return;
    // A key that is held down must not scroll the page either.
    if (meaningOf({ ...pick(event), repeat: false }, focusOf(event.target)) !== key) return;
    if (isDialogOpen()) return;
    event.preventDefault();
    if (event.repeat || !countsAsPress(last.current, event.timeStamp)) return;
    last.current = event.timeStamp;
    act();
  });
  useEffect(() => {
    const keydown = (event: KeyboardEvent) => {
      pressed(event);
    };
    return listen(window, { keydown });
  }, []);
}

/** A command that has a key beside its button. `command` null: nothing to give; `needsTwo`: only a second press gives it. */
export function useKeyAct(
  key: StageKey,
  act: Right,
  command: StaffCommand | null,
  needsTwo = false,
) {
  const barred = useBarred(act);
  const { give, waiting, trouble } = useCommands();
  const twice = useTwice(JSON.stringify(command));
  const onClick = () => {
    if (!command || barred !== null) return;
    if (!needsTwo || twice.press()) void give(command);
  };
  useKey(key, onClick);
  return { button: { act, waiting, onClick }, trouble, armed: twice.armed };
}

function pick({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent) {
  return { key, altKey, ctrlKey, metaKey, shiftKey };
}

function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof HTMLElement)) return 'none';
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return 'text';
  if (target instanceof HTMLSelectElement) return 'arrows';
  if (!(target instanceof HTMLInputElement)) return 'none';
  return ['radio', 'range', 'checkbox', 'button'].includes(target.type) ? 'arrows' : 'text';
}
