// The total and the way to hand it in, which takes the focus once every line has its mark: nothing is handed in by the press
// that brought it there, nor by a key that is held down.
import { useImperativeHandle, useRef, type ReactNode, type Ref } from 'react';
import { after } from '../../live/until-ended.ts';

/** A second tap or press of the same wish. */
const SAME_PRESS_MS = 600;

export function Submit({
  ref,
  children,
}: {
  readonly ref: Ref<{ readonly focus: () => void }>;
  readonly children: ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  const early = useRef(false);
  useImperativeHandle(ref, () => ({
    focus() {
      early.current = true;
      after(SAME_PRESS_MS, () => {
        early.current = false;
      });
      place.current?.querySelector('button')?.focus();
    },
  }));
  return (
    <div
      ref={place}
      onClickCapture={(event) => {
        if (!early.current) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {children}
    </div>
  );
}
