// An act on what is on stage that goes on record with its reason: void a draw, reopen a round, repeat it.
import type { ReactNode } from 'react';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { useOpen } from '../../ui/use-open.ts';
import { ActButton } from './ActButton.tsx';
import { ReasonedForm, type ReasonedFormProps } from './ReasonedForm.tsx';
import styles from './ReasonAct.module.css';

export function ReasonAct<A extends StaffCommand['type']>({
  what,
  children,
  ...form
}: Pick<ReasonedFormProps<A>, 'act' | 'label' | 'aboutPerson' | 'command'> & {
  /** What will happen, as a sentence. */
  readonly what: string;
  /** What else is to be chosen, before the reason. */
  readonly children?: ReactNode;
}) {
  const { act, label } = form;
  const { open, opener, close } = useOpen();
  if (!open) return <ActButton act={act} label={`${label}…`} onClick={opener(true)} />;
  return (
    <ReasonedForm
      {...form}
      name={label}
      className={styles['form']}
      autoFocus={!children}
      onClose={close}
    >
      {children}
      <p>{what}</p>
    </ReasonedForm>
  );
}
