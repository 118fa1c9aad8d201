// A key of the clicker, wherever the focus is. Held down it counts once; under an open dialog it does nothing.
import { useEffect, useEffectEvent } from 'react';

export function useKey(key: 'PageDown' | 'PageUp', act: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    if (document.querySelector('dialog[open]')) return;
    event.preventDefault();
    if (!event.repeat) act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      pressed(event);
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, []);
}
