// The bar below the written page: hand in the unit at hand, see that it counted, go to the next one.
import type { Broken } from '../../../shared/scoring/limits.ts';
import { writtenText } from '../../../shared/text/written.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { useSeat } from '../seat-context.ts';
import { SheetAction } from '../score/ScoreSheet.tsx';
import { shownDecimal } from '../score/totals.ts';
import type { Row } from './written-rows.ts';
import styles from './WrittenBar.module.css';

export function WrittenBar({
  rows,
  open,
  broken,
  next,
  onNext,
  onStage,
}: {
  readonly rows: readonly Row[];
  /** The unit whose sheet is unfolded. */
  readonly open: Row | null;
  readonly broken: Broken | null;
  readonly next: Row | null;
  readonly onNext: (row: Row) => void;
  readonly onStage: (() => void) | null;
}) {
  const text = useText(writtenText);
  const { online } = useSeat();
  if (open && (open.state === 'draft' || open.state === 'empty' || open.state === 'refused'))
    return <SheetAction focus={open} blocked={broken && text.broken[broken.kind](broken.most)} />;
  return (
    <div className={styles['bar']}>
      <div className={styles['said']} role="status">
        {open?.state === 'counted' && open.ballot ? (
          <p className={styles['counted']} key={open.ballot.code}>
            <b>{text.states.counted}</b>
            <span>
              {open.ballot.total === null
                ? text.states.abstained
                : shownDecimal(open.ballot.total, open.target.sheet)}
            </span>
            <code>{open.ballot.code}</code>
          </p>
        ) : open?.state === 'waiting' ? (
          <p className={styles['sending']}>{text.states[online ? 'sending' : 'kept']}</p>
        ) : (
          <Summary rows={rows} />
        )}
      </div>
      {next ? (
        <Button
          kind="ink"
          large
          onClick={() => {
            onNext(next);
          }}
        >
          {text.next}
        </Button>
      ) : onStage ? (
        <Button large onClick={onStage}>
          {text.toStage}
        </Button>
      ) : null}
    </div>
  );
}

function Summary({ rows }: { readonly rows: readonly Row[] }) {
  const { online } = useSeat();
  const text = useText(writtenText);
  const count = (state: Row['state']) => rows.filter((row) => row.state === state).length;
  const counted = rows.filter(({ ballot }) => ballot).length;
  const own = rows.length - count('recused');
  const [waiting, drafts] = [count('waiting'), count('draft') + count('refused')];
  return (
    <p>
      <b>{counted === own ? text.allDone : text.doneOf(counted)}</b>
      <span>
        {waiting > 0
          ? text[online ? 'sending' : 'kept'](waiting)
          : drafts > 0
            ? text.unsent(drafts)
            : text.changeable}
      </span>
    </p>
  );
}
