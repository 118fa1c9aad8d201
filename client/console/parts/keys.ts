// What a key means on stage, whatever sends it: a keyboard or a clicker in a moderator's hand.

export type StageKey = 'next' | 'back' | 'ten' | 'bell' | 'undo';

/** `repeat`: held down. */
export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'repeat'
>;

/** Where the focus is: in a field that is typed in, in a control that arrows move within, or anywhere else. */
export type Focus = 'text' | 'arrows' | 'none';

/**
 * null for a key that means nothing here. Clickers send PageDown and PageUp, some of them the arrows; their blank-screen
 * keys (B, full stop) and their start keys (F5, Escape) have no meaning, so that no accident in the hand does anything. The
 * bell is R, ten rows of a board T, and undo Ctrl+Z or Cmd+Z: no clicker sends any of them.
 */
export function meaningOf(pressed: Pressed, focus: Focus): StageKey | null {
  const { key, altKey, ctrlKey, metaKey, shiftKey, repeat } = pressed;
  if (repeat || altKey || shiftKey) return null;
  if (ctrlKey || metaKey) {
    const isUndo = key.toLowerCase() === 'z' && ctrlKey !== metaKey;
    return isUndo && focus !== 'text' ? 'undo' : null;
  }
  switch (key) {
    case 'PageDown':
      return 'next';
    case 'PageUp':
      return 'back';
    case 'ArrowRight':
      return focus === 'none' ? 'next' : null;
    case 'ArrowLeft':
      return focus === 'none' ? 'back' : null;
    case 't':
    case 'T':
      return focus === 'text' ? null : 'ten';
    case 'r':
    case 'R':
      return focus === 'text' ? null : 'bell';
    default:
      return null;
  }
}
