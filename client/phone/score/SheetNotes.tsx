// What stands beside a sheet now and then: what is counted already while it is changed, and that nothing is kept here.
import { countedText } from '../../../shared/text/counted.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { useSeat } from '../seat-context.ts';
import { matterOf, type Target } from '../slips/matter.ts';
import { shownDecimal } from './totals.ts';
import styles from './SheetNotes.module.css';

export function Editing({
  target,
  total,
}: {
  readonly target: Target;
  /** null for an abstention. */
  readonly total: string | null;
}) {
  const text = useText(countedText).editing;
  const { outbox } = useSeat();
  return (
    <div className={styles['editing']}>
      <p>{total === null ? text.abstained : text.counted(shownDecimal(total, target.sheet))}</p>
      <Button
        onClick={() => {
          outbox.letGo(matterOf(target));
        }}
      >
        {text.cancel}
      </Button>
    </div>
  );
}

/** This browser keeps no drafts. */
export function Forgetful() {
  return <p className={styles['forgetful']}>{useText(countedText).forgetful}</p>;
}
