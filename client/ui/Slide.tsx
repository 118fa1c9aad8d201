// A native range for keyboards and screen readers; pointers go by useSlide, since a native one follows a scrolling thumb.
import { useRef, type InputHTMLAttributes, type ReactNode } from 'react';
import { useSlide } from './slide.ts';

export interface SlideProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'value' | 'min' | 'onChange' | 'onKeyDown'
> {
  readonly max: number;
  readonly step: number;
  /** undefined where nothing is chosen yet: it then stands at its start. */
  readonly value: number | undefined;
  /** Of the thumb, as the style sheet has it: its middle runs from half of it to half of it before the end. */
  readonly thumbRem: number;
  readonly onValue: (value: number | undefined) => void;
  /** Of the element around the range, that takes the pointers. */
  readonly around: string | undefined;
  readonly children: ReactNode;
}

export function Slide({
  max,
  step,
  value,
  thumbRem,
  onValue,
  around,
  children,
  ...input
}: SlideProps) {
  const range = useRef<HTMLInputElement>(null);
  const unset = value === undefined;
  const valueAt = (x: number) => {
    const { left, width } = range.current?.getBoundingClientRect() ?? { left: 0, width: 0 };
    // It grows with the reader's letters.
    const thumb = thumbRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const share = (x - left - thumb / 2) / (width - thumb);
    return Math.min(max, Math.max(0, Math.round((share * max) / step) * step));
  };
  const { held, ...pointers } = useSlide<number | undefined>(value, valueAt, (next) => {
    // The keyboard goes on from here.
    range.current?.focus({ preventScroll: true });
    if (next !== value) onValue(next);
  });
  return (
    <div className={around} data-unset={unset} data-held={held} {...pointers}>
      {children}
      <input
        {...input}
        ref={range}
        type="range"
        min={0}
        max={max}
        step={step}
        value={value ?? 0}
        onChange={(event) => {
          onValue(event.target.valueAsNumber);
        }}
        // Unset it stands at its start already, so that choosing 0 there changes nothing natively.
        onKeyDown={({ key }) => {
          if (unset && ['ArrowLeft', 'ArrowDown', 'Home', 'PageDown'].includes(key)) onValue(0);
        }}
      />
    </div>
  );
}
