// Boxes of one digit that pass the focus on: a key that is held a moment too long must not read for the second person as well.
import type { KeyboardEvent } from 'react';

/** Takes nothing of a key that repeats itself. */
export function notHeld(event: KeyboardEvent): void {
  if (event.repeat) event.preventDefault();
}
