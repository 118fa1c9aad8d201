// Buttons: a disabled one says why, a waiting one says what it is doing (LOOK.md §6).
import type { MouseEvent, ReactNode, Ref } from 'react';
import styles from './Button.module.css';

export interface ButtonProps {
  /** `seal` is an official act and stands once in a view; `ink` a strong step; `plain` anything else. */
  readonly kind?: 'seal' | 'ink' | 'plain';
  readonly children: ReactNode;
  /** Why it cannot be pressed now; shown instead of the label. */
  readonly blocked?: string | null | undefined;
  /** What is under way ("正在送出"); shown on the hatch instead of the label. */
  readonly waiting?: string | null | undefined;
  /** 56 px instead of 44 px high. */
  readonly large?: boolean;
  /** As wide as its container. */
  readonly wide?: boolean;
  readonly type?: 'button' | 'submit';
  readonly onClick?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined;
  readonly title?: string | undefined;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** Stays focusable while blocked or waiting, so that a keyboard does not lose its place; presses are then ignored. */
export function Button({
  kind = 'plain',
  children,
  blocked,
  waiting,
  large = false,
  wide = false,
  type = 'button',
  onClick,
  title,
  autoFocus = false,
  ref,
}: ButtonProps) {
  const busy = typeof waiting === 'string';
  const idle = !busy && typeof blocked !== 'string';
  const state = busy ? 'waiting' : idle ? kind : 'blocked';
  return (
    <button
      ref={ref}
      type={type}
      title={title}
      autoFocus={autoFocus}
      className={[styles['button'], styles[state], large && styles['large'], wide && styles['wide']]
        .filter(Boolean)
        .join(' ')}
      aria-disabled={!idle}
      aria-busy={busy}
      onClick={(event) => {
        // Also keeps a form from being submitted by Enter.
        if (!idle) event.preventDefault();
        else onClick?.(event);
      }}
    >
      <span className={styles['label']}>{waiting ?? blocked ?? children}</span>
    </button>
  );
}
