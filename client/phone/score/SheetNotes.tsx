// What stands beside a sheet now and then: what is counted already while it is changed, and that nothing is kept here.
import type { Form } from '../../../shared/scoring/form.ts';
import { countedText } from '../../../shared/text/counted.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { shownDecimal } from './totals.ts';
import styles from './SheetNotes.module.css';

export function Editing({
  total,
  form,
  onCancel,
}: {
  /** null for an abstention. */
  readonly total: string | null;
  readonly form: Form;
  readonly onCancel: () => void;
}) {
  const text = useText(countedText).editing;
  return (
    <div className={styles['editing']}>
      <p>{total === null ? text.abstained : text.counted(shownDecimal(total, form))}</p>
      <Button onClick={onCancel}>{text.cancel}</Button>
    </div>
  );
}

/** This browser keeps no drafts. */
export function Forgetful() {
  return <p className={styles['forgetful']}>{useText(countedText).forgetful}</p>;
}
