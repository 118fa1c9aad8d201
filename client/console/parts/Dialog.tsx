// A question over the page: while it is open, the keys of the stage do nothing.
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Guard } from '../../ui/Guard.tsx';
import shell from '../shell.module.css';
import styles from './Dialog.module.css';

export function Dialog({
  title,
  wide = false,
  stays = false,
  onClose,
  children,
}: {
  readonly title: string;
  readonly wide?: boolean;
  /** No key puts it away: the page under it is of no use before it is answered. */
  readonly stays?: boolean;
  readonly onClose?: () => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  /** Where in it the focus is: opened once more, a dialog would give it to its first field. */
  const focused = useRef<HTMLElement | null>(null);
  // Before effects of what is in it: those may put the focus where it belongs.
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  return createPortal(
    <dialog
      ref={dialog}
      className={`${shell['console'] ?? ''} ${styles['dialog'] ?? ''}`}
      data-wide={wide}
      aria-labelledby={id}
      onFocus={({ target }) => {
        focused.current = target;
      }}
      onKeyDown={(event) => {
        if (stays && event.key === 'Escape') event.preventDefault();
      }}
      onCancel={(event) => {
        if (stays) event.preventDefault();
      }}
      onClose={(event) => {
        if (!stays) {
          onClose?.();
          return;
        }
        // Some devices have a way back that nobody can refuse.
        const place = focused.current;
        event.currentTarget.showModal();
        place?.focus();
      }}
    >
      <h2 id={id}>{title}</h2>
      <Guard part="dialog" reset={children}>
        {children}
      </Guard>
    </dialog>,
    document.body,
  );
}
