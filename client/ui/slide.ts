// A finger on something that slides sideways on a page that scrolls: a tap or a sideways drag sets, a scroll never does.
import { useEffect, useEffectEvent, useRef, useState, type PointerEvent } from 'react';

/** A tap trembles; a drag goes further. */
const TREMBLE_PX = 10;
/** So much more sideways than up or down is meant sideways: thumbs scroll in an arc. */
const SIDEWAYS = 1.5;
/** A finger that has come so far off, and more up or down than sideways, scrolls after all. */
const OFF_PX = 56;
/** A page that has moved since is still gliding, and the finger only stops it. */
const GLIDES_MS = 200;

interface Stroke<T> {
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  readonly mouse: boolean;
  /** What stood before a drag, to go back to; null while it may still be a tap. */
  readonly before: { readonly value: T } | null;
}

/**
 * Handlers of the element, which needs `touch-action: pan-y pinch-zoom`. A mouse sets where it is pressed and drags from
 * there. What the browser takes over for a scroll or a pinch, a second finger meets, or
 * turns up or down goes back to what stood before.
 *
 * @param value what stands now
 * @param valueAt what a place across the page means
 */
export function useSlide<T>(value: T, valueAt: (x: number) => T, onValue: (value: T) => void) {
  const stroke = useRef<Stroke<T> | null>(null);
  const scrolledAt = useRef(-Infinity);
  const [held, setHeld] = useState(false);
  const end = () => {
    stroke.current = null;
    setHeld(false);
  };
  const giveUp = () => {
    const before = stroke.current?.before;
    end();
    if (before) onValue(before.value);
  };
  const drag = (event: PointerEvent, from: { readonly x: number; readonly y: number }) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const mouse = event.pointerType === 'mouse';
    stroke.current = { pointer: event.pointerId, ...from, mouse, before: { value } };
    setHeld(true);
    onValue(valueAt(event.clientX));
  };
  const others = useEffectEvent((pointer: number) => {
    if (stroke.current && stroke.current.pointer !== pointer) giveUp();
  });
  const scrolled = useEffectEvent((at: number) => {
    scrolledAt.current = at;
    if (stroke.current?.before === null) end();
  });
  useEffect(() => {
    const pressed = (event: globalThis.PointerEvent) => {
      others(event.pointerId);
    };
    const moved = (event: Event) => {
      scrolled(event.timeStamp);
    };
    document.addEventListener('pointerdown', pressed, true);
    document.addEventListener('scroll', moved, { capture: true, passive: true });
    // What glides on a zoomed page is the window over it.
    visualViewport?.addEventListener('scroll', moved);
    return () => {
      document.removeEventListener('pointerdown', pressed, true);
      document.removeEventListener('scroll', moved, true);
      visualViewport?.removeEventListener('scroll', moved);
    };
  }, []);
  return {
    held,
    onPointerDown(event: PointerEvent) {
      const { pointerId, pointerType, clientX, clientY, isPrimary, button } = event;
      if (!isPrimary || button !== 0) return;
      const from = { x: clientX, y: clientY };
      if (pointerType === 'mouse') drag(event, from);
      else if (event.timeStamp - scrolledAt.current > GLIDES_MS)
        stroke.current = { pointer: pointerId, ...from, mouse: false, before: null };
    },
    onPointerMove(event: PointerEvent) {
      const now = stroke.current;
      if (now?.pointer !== event.pointerId) return;
      const [across, down] = [Math.abs(event.clientX - now.x), Math.abs(event.clientY - now.y)];
      if (now.before) {
        if (!now.mouse && down > OFF_PX && down > across * SIDEWAYS) giveUp();
        else onValue(valueAt(event.clientX));
        return;
      }
      if (Math.max(across, down) <= TREMBLE_PX) return;
      if (across > down * SIDEWAYS) drag(event, now);
      else end();
    },
    onPointerUp(event: PointerEvent) {
      const now = stroke.current;
      if (now?.pointer !== event.pointerId) return;
      end();
      if (!now.before) onValue(valueAt(event.clientX));
    },
    onPointerCancel(event: PointerEvent) {
      if (stroke.current?.pointer === event.pointerId) giveUp();
    },
  };
}
