// An act at the desk that goes on record with its reason, under its own heading; it takes two presses.
import type { ReactNode } from 'react';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { ReasonedForm } from '../parts/ReasonedForm.tsx';
import styles from './Desk.module.css';

export function DeskForm({
  title,
  onDone,
  children,
  ...act
}: {
  readonly title: string;
  readonly label: string;
  /** Why it cannot be done at all, whatever the reason. */
  readonly blocked?: string | null;
  readonly command: (reason: string) => StaffCommand;
  /** Done, or given up. Absent: the form stays, and is emptied. */
  readonly onDone?: () => void;
  readonly children: ReactNode;
}) {
  return (
    <ReasonedForm
      {...act}
      name={title}
      className={styles['form']}
      area="desk"
      autoFocus={onDone !== undefined}
      aboutPerson
      twice
      onClose={onDone}
    >
      <h4>{title}</h4>
      {children}
    </ReasonedForm>
  );
}
