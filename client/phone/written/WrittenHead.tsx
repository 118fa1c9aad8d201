// What the round is and how far this person is, one slot for each unit; what is left to give; and the way to the filters. On a
// low glass all of it is one line over its slots.
import { writtenText } from '../../../shared/text/written.ts';
import { useText } from '../../ui/language.ts';
import { LargeSwitch } from '../../ui/LargeSwitch.tsx';
import type { SlotState } from '../../ui/Slot.tsx';
import { Strip } from '../../ui/Strip.tsx';
import { LeftToGive, LeftInWords } from './LeftToGive.tsx';
import type { ShownLeft } from './row-limit.ts';
import type { Row } from './written-rows.ts';
import styles from './WrittenHead.module.css';

/** Above so many units a slot is several of them. */
const MOST_SLOTS = 80;
const UNITS_A_SLOT = 5;

export function WrittenHead({
  rows,
  open,
  left,
  folded,
  tiny,
  seeking,
  onSeek,
  onStage,
}: {
  readonly rows: readonly Row[];
  readonly open: string | null;
  readonly left: ShownLeft | null;
  /** The glass is low. */
  readonly folded: boolean;
  /** It has room for the count alone. */
  readonly tiny: boolean;
  /** The filters are unfolded. */
  readonly seeking: boolean;
  readonly onSeek: () => void;
  /** Back to what the hall does; null where another line leads there. */
  readonly onStage: (() => void) | null;
}) {
  const text = useText(writtenText);
  const own = rows.filter(({ state }) => state !== 'recused');
  const done = own.filter(({ ballot }) => ballot).length;
  return (
    <div className={styles['head']} data-folded={folded}>
      <div className={styles['title']}>
        <h1 className={folded ? 'visually-hidden' : undefined}>{text.title}</h1>
        <p className={styles['count']}>
          <span className="visually-hidden">{text.done} </span>
          <strong>{done}</strong> / {own.length}
        </p>
        {folded && !tiny && left && <LeftInWords left={left} />}
        <span className={styles['ways']}>
          {tiny && <LargeSwitch />}
          {folded && onStage && (
            <button type="button" className="link" onClick={onStage}>
              {text.toStage}
            </button>
          )}
          <button type="button" className="link" aria-expanded={seeking} onClick={onSeek}>
            {text.seek}
          </button>
        </span>
      </div>
      {!tiny && <Strip className={styles['strip']} states={slotsOf(own, open)} />}
      {own.length > MOST_SLOTS && !folded && (
        <p className={styles['note']}>{text.unitsASlot(UNITS_A_SLOT)}</p>
      )}
      {!folded && left && <LeftToGive left={left} />}
    </div>
  );
}

/** One for each unit, or for each five: as far as the least of them is. */
function slotsOf(rows: readonly Row[], open: string | null): readonly SlotState[] {
  const states = rows.map((row) => slotOf(row, row.key === open));
  if (rows.length <= MOST_SLOTS) return states;
  const order: readonly SlotState[] = ['now', 'empty', 'waiting', 'filled'];
  return Array.from({ length: Math.ceil(rows.length / UNITS_A_SLOT) }, (_, n) => {
    const some = states.slice(n * UNITS_A_SLOT, (n + 1) * UNITS_A_SLOT);
    return order.find((state) => some.includes(state)) ?? 'empty';
  });
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
      return isOpen && state === 'draft' ? 'now' : 'waiting';
    case 'empty':
      return isOpen ? 'now' : 'empty';
  }
}
