// One unit of the written round while it is not open: its name, what it was given, and whether that counts.
import { memo } from 'react';
import { writtenText } from '../../../shared/text/written.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import { useSeat } from '../seat-context.ts';
import { shownMark } from '../score/shown-mark.ts';
import { shownDecimal } from '../score/totals.ts';
import { givenMark, type Row } from './written-rows.ts';
import { slotOf } from './WrittenHead.tsx';
import styles from './WrittenRow.module.css';

interface RowProps {
  readonly row: Row;
}

/** Sixty of these stand still while one is scored: those are not drawn again. */
export const WrittenRow = memo(
  RowView,
  ({ row: a }, { row: b }) =>
    a.state === b.state &&
    a.ballot?.code === b.ballot?.code &&
    a.waiting === b.waiting &&
    a.target.subject === b.target.subject,
);

function RowView({ row }: RowProps) {
  const { online } = useSeat();
  const text = useText(writtenText);
  const { key, target, state } = row;
  const { subject } = target;
  const word = wordOf(row, online);
  const value = valueOf(row, text.states.abstained);
  const inside = (
    <>
      <CategoryMark {...subject.category} label={subject.category.name} />
      <span className={styles['words']}>
        <span>{subject.name}</span>
        {word !== null && <small data-state={state}>{text.states[word]}</small>}
      </span>
      <span className={styles['value']}>
        {value !== null && <b>{value}</b>}
        <Slot
          state={slotOf(row, false)}
          label={word === null ? text.states[state === 'waiting' ? 'sending' : state] : undefined}
        />
      </span>
    </>
  );
  return (
    <li id={key} data-key={key} className={styles['row']}>
      {state === 'recused' ? (
        <div className={styles['name']}>{inside}</div>
      ) : (
        <button type="button" className={styles['name']} data-opens={key}>
          {inside}
        </button>
      )}
    </li>
  );
}

/** What is said beside the slot; null where the slot says it. */
function wordOf({ state, ballot }: Row, online: boolean) {
  switch (state) {
    case 'draft':
      return ballot ? 'changed' : 'draft';
    case 'waiting':
      return online ? null : 'kept';
    case 'refused':
    case 'recused':
      return state;
    case 'empty':
    case 'counted':
      return null;
  }
}

/** The grade or the number that was given, of several lines the total once it counts. */
function valueOf(row: Row, abstained: string): string | null {
  const { ballot, waiting, target } = row;
  if ((waiting ?? ballot)?.choice.kind === 'abstain') return abstained;
  const [line] = target.sheet.lines;
  const mark = givenMark(row);
  if (line && mark !== null) return 'step' in line ? String(mark) : shownMark(line, mark);
  return ballot && ballot.total !== null ? shownDecimal(ballot.total, target.sheet) : null;
}
