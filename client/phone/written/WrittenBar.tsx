// The bar below the written page: how far all of it is, and one key onward. Nothing is submitted here: a unit is handed in as
// it is left.
import { phoneText } from '../../../shared/text/phone.ts';
import { writtenText } from '../../../shared/text/written.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import { useSeat } from '../seat-context.ts';
import { missing, shownTotal, totalWidth } from '../score/totals.ts';
import type { Row } from './written-rows.ts';
import styles from './WrittenBar.module.css';

export function WrittenBar({
  rows,
  criteria,
  isOpen,
  next,
  onNext,
  onStage,
}: {
  readonly rows: readonly Row[];
  /** The unit that is open, where its sheet has several lines. */
  readonly criteria: Row | null;
  readonly isOpen: boolean;
  /** The next one to score. */
  readonly next: Row | null;
  readonly onNext: () => void;
  readonly onStage: (() => void) | null;
}) {
  const text = useText(writtenText);
  const left = criteria ? missing(criteria.target.sheet, criteria.scores) : 0;
  const isWhole = criteria !== null && left === 0;
  return (
    <div className={styles['bar']}>
      {criteria && <Total row={criteria} left={left} />}
      {!(criteria && (criteria.state === 'draft' || left > 0)) && <Summary rows={rows} />}
      {next || isWhole ? (
        <Button kind={isWhole || !isOpen ? 'ink' : 'plain'} large onClick={onNext}>
          {isWhole ? text.keys[next ? 'next' : 'done'] : isOpen ? text.keys.skip : text.next}
        </Button>
      ) : onStage ? (
        <Button large onClick={onStage}>
          {text.toStage}
        </Button>
      ) : null}
    </div>
  );
}

function Total({ row: { target, scores }, left }: { readonly row: Row; readonly left: number }) {
  const text = useText(phoneText).sheet;
  const { sheet } = target;
  return (
    <p className={styles['total']}>
      <strong style={{ minWidth: `${totalWidth(sheet)}ch` }}>
        {left === sheet.lines.length ? '–' : shownTotal(sheet, scores)}
      </strong>
      <span>/ 100</span>
      {left > 0 && <small>{text.missing(left)}</small>}
    </p>
  );
}

function Summary({ rows }: { readonly rows: readonly Row[] }) {
  const { online } = useSeat();
  const text = useText(writtenText);
  const count = (state: Row['state']) => rows.filter((row) => row.state === state).length;
  const counted = rows.filter(({ ballot, state }) => ballot && state !== 'recused').length;
  const own = rows.length - count('recused');
  const [waiting, drafts] = [count('waiting'), count('draft') + count('refused')];
  return (
    <p className={styles['said']} role="status">
      <b>{counted === own ? text.allDone : text.doneOf(counted)}</b>
      {waiting > 0 ? (
        <span data-waits>
          <Slot state="waiting" /> {text[online ? 'sending' : 'kept'](waiting)}
        </span>
      ) : (
        <span>{drafts > 0 ? text.unsent(drafts) : text.changeable}</span>
      )}
    </p>
  );
}
