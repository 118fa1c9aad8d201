// What the round is and how far this person is: 已评 42 / 65, and one slot for each unit.
import { writtenText } from '../../../shared/text/written.ts';
import { useText } from '../../ui/language.ts';
import type { SlotState } from '../../ui/Slot.tsx';
import { Strip } from '../../ui/Strip.tsx';
import type { Row } from './written-rows.ts';
import styles from './WrittenHeader.module.css';

/** Above this many units their slots would be hairs. */
const MOST_SLOTS = 100;
export const HEADER_ID = 'written-head';

export function WrittenHeader({
  rows,
  open,
}: {
  readonly rows: readonly Row[];
  readonly open: string | null;
}) {
  const text = useText(writtenText);
  const own = rows.filter(({ state }) => state !== 'recused');
  const done = own.filter(({ ballot }) => ballot).length;
  return (
    <div id={HEADER_ID} className={styles['head']}>
      <div className={styles['title']}>
        <h1>{text.title}</h1>
        <p>
          <span>{text.done}</span> <strong>{done}</strong> / {own.length}
        </p>
      </div>
      {rows.length <= MOST_SLOTS && (
        <Strip
          className={styles['strip']}
          states={rows.map((row) => slotOf(row, row.key === open))}
        />
      )}
    </div>
  );
}

/** Hatched is whatever has not reached the hall yet; a unit at hand that is counted stays counted. */
export function slotOf({ state }: Row, isOpen: boolean): SlotState {
  switch (state) {
    case 'recused':
      return 'recused';
    case 'counted':
      return 'filled';
    case 'draft':
    case 'waiting':
    case 'refused':
      return 'waiting';
    case 'empty':
      return isOpen ? 'now' : 'empty';
  }
}
