// A keyboard's digits, Backspace and Enter fill the box of the open unit from anywhere on the page. Arrows do nothing here.
import { useEffect, useEffectEvent } from 'react';
import { listen } from '../../live/until-ended.ts';
import { isDialogOpen } from '../../ui/open-dialog.ts';
import { isComposing } from '../../ui/typed.ts';
import { plainDigits } from '../../../shared/typed-number.ts';
import type { By } from './number-keys.ts';

/** What keys fill. */
export interface KeyedBox {
  readonly press: (key: string, by: By) => void;
  readonly erase: () => void;
}

export function useNumberKeys(box: KeyedBox | null, onEnter: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!box || event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return;
    const { target } = event;
    if (target instanceof Element && target.closest('input, textarea, select')) return;
    if (isDialogOpen()) return;
    const key = plainDigits(event.key);
    if (/^[0-9.]$/.test(key) && !event.repeat) box.press(key, 'board');
    else if (event.key === 'Backspace') box.erase();
    // On a key of the page it presses that.
    else if (event.key === 'Enter' && !(target instanceof HTMLButtonElement)) {
      if (!event.repeat) onEnter();
    } else return;
    event.preventDefault();
  });
  const listens = box !== null;
  useEffect(() => {
    if (!listens) return;
    return listen(window, {
      keydown: (event) => {
        onKey(event);
      },
    });
  }, [listens]);
}
