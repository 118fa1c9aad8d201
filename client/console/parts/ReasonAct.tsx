// An act on what is on stage that goes on record with its reason: void a draw, reopen a round, repeat it.
import type { ReactNode } from 'react';
import type { StaffCommand, StaffCommandOf } from '../../../shared/meeting/commands.ts';
import { useOpen } from '../../ui/use-open.ts';
import { ActButton } from './ActButton.tsx';
import { ReasonedForm } from './ReasonedForm.tsx';
import styles from './ReasonAct.module.css';

export function ReasonAct<A extends StaffCommand['type']>({
  act,
  label,
  what,
  aboutPerson = false,
  command,
  children,
}: {
  readonly act: A;
  readonly label: string;
  /** What will happen, as a sentence. */
  readonly what: string;
  readonly aboutPerson?: boolean;
  readonly command: (reason: string) => StaffCommandOf<NoInfer<A>>;
  /** What else is to be chosen, before the reason. */
  readonly children?: ReactNode;
}) {
  const { open, opener, close } = useOpen();
  if (!open) return <ActButton act={act} label={`${label}…`} onClick={opener(true)} />;
  return (
    <ReasonedForm
      name={label}
      className={styles['form']}
      act={act}
      label={label}
      aboutPerson={aboutPerson}
      command={command}
      autoFocus={!children}
      onClose={close}
    >
      {children}
      <p>{what}</p>
    </ReasonedForm>
  );
}
