// A row that climbs to its place: it comes in at the foot, moves over those it beat, rests, and then its rank is written.
import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties } from 'react';
import { drawPoolText } from '../../../shared/text/draw-pool.ts';
import type { BoardRow } from '../../../shared/views/slices/number-slices.ts';
import { after } from '../../live/until-ended.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { Name } from '../../ui/Name.tsx';
import { Slot } from '../../ui/Slot.tsx';
import { nameLength } from '../draw/LoneName.tsx';
import { calm, EASE_MOVE, EASE_OUT, play } from '../motion.ts';
import { useScreen } from '../screen-context.ts';
import { IN_MS, MOVE_MS, RANK_MS, REST_MS } from './climb-times.ts';
import { Movement, RowScore, type Comparison } from './RowParts.tsx';
import styles from './Climb.module.css';

/** In cqh: of a name's column, and of its letters: one size for all names of one line, whichever comes next. */
const NAME_WIDTH = 38.3;
const SIZE = 4.2;
const TWO_LINES = 2.9;
/** Of the order that lots have given it: its letters and its gap, in cqh. */
const LOT = { size: 2.8, gap: 1 } as const;
/** A climber is this much larger, where its name leaves room for it. */
const LARGER = 1.18;

/** `climbing` on its way and at rest, `ranked` with its rank still on the plate. */
type Phase = 'climbing' | 'ranked' | 'still';

export function ClimbRow({
  row,
  from,
  staged,
  wide,
  comparison,
}: {
  readonly row: BoardRow;
  /** Rows from its place down to the foot of its column. */
  readonly from: number;
  /** Plays the motion as it comes; false where it stood before the page was opened. */
  readonly staged: boolean;
  /** Its column is the only one. */
  readonly wide: boolean;
  readonly comparison: Comparison;
}) {
  const { text, lang } = useScreen();
  const words = drawPoolText[lang];
  const element = useRef<HTMLDivElement>(null);
  const [phase, setPhase] = useState<Phase>(() => (staged && !calm() ? 'climbing' : 'still'));
  const [start] = useState(from);
  useLayoutEffect(() => {
    if (phase !== 'climbing') return;
    play(
      element.current,
      [
        { opacity: 0, transform: `translateY(${start * 100}%)`, easing: EASE_OUT },
        {
          opacity: 1,
          transform: `translateY(${start * 100}%)`,
          offset: IN_MS / (IN_MS + MOVE_MS),
          easing: EASE_MOVE,
        },
        { opacity: 1, transform: 'none' },
      ],
      { duration: IN_MS + MOVE_MS, easing: 'linear' },
    );
  }, [phase, start]);
  useEffect(() => {
    if (phase === 'still') return;
    return after(phase === 'climbing' ? IN_MS + MOVE_MS + REST_MS : RANK_MS, () => {
      setPhase(phase === 'climbing' ? 'ranked' : 'still');
    });
  }, [phase]);
  const { subject, lot } = row;
  const { category } = subject;
  const all = wide ? NAME_WIDTH * 2 : NAME_WIDTH;
  const mark = lot === null ? '' : words.lotShort(lot);
  const width = all - (lot === null ? 0 : LOT.gap + LOT.size * nameLength(mark));
  const { size, larger } = nameSize(subject.name, width);
  const length = TWO_LINES * nameLength(subject.name);
  // Beside both lines it would cut the name, which has room for all of its letters if only the second gives way.
  const below =
    lot !== null && !subject.apart && length > 2 * width && length <= all + width - 2 * TWO_LINES;
  return (
    <div
      ref={element}
      className={styles['row']}
      data-phase={phase}
      // The newest is over those that it beat.
      style={phase === 'still' ? undefined : { zIndex: 1 + start }}
    >
      <i className={styles['plate']} />
      <b className={styles['rank']}>
        {phase === 'climbing' ? <Slot state="empty" /> : (row.rank ?? '—')}
      </b>
      <Movement row={row} comparison={comparison} strong={row.moved > 0} />
      <CategoryMark mark={category.mark} hue={category.hue} />
      <span
        className={styles['name']}
        data-lot={lot === null ? undefined : below ? 'below' : 'beside'}
        style={{ fontSize: `${size}cqh`, '--larger': larger } as CSSProperties}
      >
        {!below && <Name of={subject} lines={size === TWO_LINES ? 2 : 1} />}
        {lot !== null && (
          <small className={styles['lot']} title={words.lot(lot)}>
            {mark}
          </small>
        )}
        {below && subject.name}
      </span>
      {row.score === null ? (
        <span className={styles['why']}>{row.why && text.boardWhy[row.why]}</span>
      ) : (
        <span className={styles['score']}>
          <RowScore score={row.score} />
        </span>
      )}
    </div>
  );
}

function nameSize(name: string, width: number) {
  const length = nameLength(name);
  const size = length * SIZE <= width ? SIZE : TWO_LINES;
  return {
    size,
    larger: size === TWO_LINES ? 1 : Math.max(1, Math.min(LARGER, (width - 1) / (length * size))),
  };
}
