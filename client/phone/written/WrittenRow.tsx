// One unit of the written round: its name and what stands for it; unfolded, its sheet.
import { memo } from 'react';
import { writtenText } from '../../../shared/text/written.ts';
import { Documents } from '../../documents/Documents.tsx';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import { useSeat } from '../seat-context.ts';
import { useRefusalSentence } from '../shell/refusal.ts';
import { SheetLines } from '../score/ScoreSheet.tsx';
import { shownDecimal } from '../score/totals.ts';
import type { RowLimit } from './row-limit.ts';
import type { Row } from './written-rows.ts';
import { slotOf } from './WrittenHeader.tsx';
import styles from './WrittenRow.module.css';

interface RowProps {
  readonly row: Row;
  readonly open: boolean;
  readonly limit: RowLimit | null;
  /** Unfolds this unit, or folds it. */
  readonly onTurn: (key: string | null) => void;
}

/** Sixty of these are folded while one is scored: those are not drawn again for each step of its ruler. */
export const WrittenRow = memo(RowView, (a, b) => {
  if (a.open || b.open) return false;
  return (
    a.row.state === b.row.state &&
    a.row.ballot?.code === b.row.ballot?.code &&
    a.row.target.subject === b.row.target.subject
  );
});

function RowView({ row, open, limit, onTurn }: RowProps) {
  const { code, online, outbox } = useSeat();
  const text = useText(writtenText);
  const sentence = useRefusalSentence();
  const { key, target, ballot, state, refusal } = row;
  const { subject } = target;
  const [line, second] = target.sheet.lines;
  const onDone =
    line && !second
      ? (mark: number) => {
          outbox.submit(target, { kind: 'scores', scores: { [line.id]: mark } });
        }
      : undefined;
  const value =
    ballot &&
    (ballot.total === null ? text.states.abstained : shownDecimal(ballot.total, target.sheet));
  return (
    <li id={key} className={styles['row']} data-open={open}>
      <button
        type="button"
        className={styles['name']}
        aria-expanded={open}
        onClick={() => {
          onTurn(open ? null : key);
        }}
      >
        <CategoryMark {...subject.category} label={subject.category.name} />
        <span className={styles['words']}>
          <span>{subject.name}</span>
          {state !== 'empty' && (
            <small data-state={state}>
              {state === 'counted' && ballot
                ? text.receipt(ballot.code)
                : text.states[wordOf(row, online)]}
            </small>
          )}
        </span>
        <span className={styles['value']}>
          {value !== null && <b>{value}</b>}
          <Slot
            state={slotOf(row, open)}
            label={state === 'empty' ? text.states.empty : undefined}
          />
        </span>
      </button>
      {open && (
        <div className={styles['sheet']}>
          <div className={styles['reports']}>
            <Documents documents={subject.documents} code={code} />
          </div>
          {refusal && (
            <p className={styles['refused']} role="alert">
              {sentence(refusal)}
            </p>
          )}
          {state === 'recused' ? (
            <p className={styles['refused']}>{text.recused}</p>
          ) : (
            <SheetLines
              focus={row}
              editing={state === 'draft'}
              isUsedUp={limit?.isUsedUp}
              onDone={onDone}
            />
          )}
        </div>
      )}
    </li>
  );
}

function wordOf({ state, ballot }: Row, online: boolean) {
  if (state === 'draft') return ballot ? 'changed' : 'draft';
  if (state === 'waiting') return online ? 'sending' : 'kept';
  return state;
}
