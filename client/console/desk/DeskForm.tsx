// An act at the desk that goes on record with its reason, under its own heading; it takes two presses.
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { ReasonedForm, type ReasonedFormProps } from '../parts/ReasonedForm.tsx';
import type { Person } from '../setup/choose-people.ts';
import styles from './Desk.module.css';

/** What a form about one person is given; `onDone`: done, or given up. */
export interface PersonForm {
  readonly person: Person;
  readonly onDone: () => void;
}

export function DeskForm<A extends StaffCommand['type']>({
  title,
  onDone,
  children,
  ...form
}: Pick<ReasonedFormProps<A>, 'act' | 'label' | 'blocked' | 'command' | 'children'> & {
  readonly title: string;
  /** Done, or given up. Absent: the form stays, and is emptied. */
  readonly onDone?: () => void;
}) {
  return (
    <ReasonedForm
      {...form}
      name={title}
      className={styles['form']}
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
