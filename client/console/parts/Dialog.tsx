// A question over the page: while it is open, the keys of the stage do nothing.
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Guard } from '../../ui/Guard.tsx';
import shell from '../shell.module.css';
import styles from './Dialog.module.css';

export function Dialog({
  title,
  wide = false,
  onClose,
  children,
}: {
  readonly title: string;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return createPortal(
    <dialog
      ref={dialog}
      className={`${shell['console'] ?? ''} ${styles['dialog'] ?? ''}`}
      data-wide={wide}
      aria-labelledby={id}
      onClose={onClose}
    >
      <h2 id={id}>{title}</h2>
      <Guard part="dialog" reset={children}>
        {children}
      </Guard>
    </dialog>,
    document.body,
  );
}
