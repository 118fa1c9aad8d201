// One place of the podium as a picture: place, bar, name, score, in the order in which a draw shows a name.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { drawPoolText } from '../../../shared/text/draw-pool.ts';
import type { BoardRow } from '../../../shared/views/slices/number-slices.ts';
import { after } from '../../live/until-ended.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { Slot } from '../../ui/Slot.tsx';
import { LoneName } from '../draw/LoneName.tsx';
import { calm, play, useCount } from '../motion.ts';
import { useScreen } from '../screen-context.ts';
import { Category } from '../score/Figures.tsx';
import styles from './Podium.module.css';

export const MOVE_MS = 700;
const BAR_MS = 320;
const NAME_MS = 200;
const REST_MS = 900;
const COUNT_MS = 1200;
const PLACE_MS = 300;
/** From the key to the place written, with the move of the picture before it. */
export const PICTURE_MS = MOVE_MS + BAR_MS + NAME_MS + REST_MS + COUNT_MS + PLACE_MS;

const WIDTH = { large: 91.2, small: 60.8 };
/** Of a name with the lines it may take, in cqh: alone in its picture, and beside another that shares its place. */
const ALONE = {
  large: [
    ...[[14.3, 1] as const, [11.4, 1] as const, [9.2, 1] as const],
    ...[[7.3, 2] as const, [5.9, 3] as const, [4.7, 4] as const, [3.4, 5] as const],
  ],
  small: [[7.3, 1] as const, [4.7, 2] as const, [2.9, 3] as const],
};
const SHARED = {
  large: [[7.3, 1] as const, [4.7, 2] as const, [3.4, 2] as const],
  small: [[4.7, 1] as const, [2.8, 2] as const],
};

/** Of a category's mark with its gap, in cqh. */
const MARK = 10;

/** Of the order that lots have given a unit, with its gap, in cqh. */
const LOT = { large: 26, small: 20 };

type Phase = 'named' | 'counting' | 'still';

export function Picture({
  rows,
  large,
  within,
  staged,
  waits,
}: {
  /** Those that share the place. */
  readonly rows: readonly BoardRow[];
  readonly large: boolean;
  /** All are of the category in the headline. */
  readonly within: boolean;
  readonly staged: boolean;
  /** The picture before it moves away first. */
  readonly waits: boolean;
}) {
  const { lang } = useScreen();
  const root = useRef<HTMLDivElement>(null);
  const [phase, setPhase] = useState<Phase>(() => (staged && !calm() ? 'named' : 'still'));
  const [delay] = useState(waits ? MOVE_MS : 0);
  useLayoutEffect(() => {
    if (phase !== 'named') return;
    const find = (selector: string) => root.current?.querySelector(selector);
    const fade = [{ opacity: 0 }, { opacity: 1 }];
    play(find('[data-bar]'), [{ transform: 'scaleX(0)' }, { transform: 'none' }], {
      duration: BAR_MS,
      delay,
    });
    for (const name of root.current?.querySelectorAll('[data-name]') ?? [])
      play(name, fade, { duration: NAME_MS, delay: delay + BAR_MS });
  }, [phase, delay]);
  useEffect(() => {
    if (phase === 'still') return;
    const ms = phase === 'named' ? delay + BAR_MS + NAME_MS + REST_MS : COUNT_MS + 100;
    return after(ms, () => {
      setPhase(phase === 'named' ? 'counting' : 'still');
    });
  }, [phase, delay]);
  const [first] = rows;
  if (!first) return null;
  const width = large ? WIDTH.large : WIDTH.small;
  const lotWidth = large ? LOT.large : LOT.small;
  const alone = rows.length === 1;
  const id = first.subject.id;
  const score = first.score ?? '—';
  return (
    <div ref={root} className={styles['picture']} data-phase={phase}>
      <p className={styles['place']} data-part={`${id}/place`}>
        {phase === 'still' ? first.rank : <Slot state="empty" />}
      </p>
      {alone && !within && (
        <p className={styles['category']} data-name data-part={`${id}/category`}>
          <Category of={first.subject} width={width * 0.72} max={large ? 5.9 : 3.75} />
        </p>
      )}
      <i className={styles['bar']} data-bar data-part={`${id}/bar`}>
        <i data-red />
      </i>
      <div className={styles['names']} data-count={rows.length}>
        {rows.map(({ subject, lot }) => (
          <div
            key={subject.id}
            className={styles['name']}
            data-name
            data-part={`${subject.id}/name`}
          >
            {!alone && !within && <CategoryMark {...subject.category} />}
            <LoneName
              name={subject.name}
              apart={subject.apart}
              width={width - (alone || within ? 0 : MARK) - (lot === null ? 0 : lotWidth)}
              steps={(alone ? ALONE : SHARED)[large ? 'large' : 'small']}
            />
            {lot !== null && <small className={styles['lot']}>{drawPoolText[lang].lot(lot)}</small>}
          </div>
        ))}
      </div>
      <p
        className={styles['score']}
        data-part={`${id}/score`}
        style={{ fontSize: `${large || alone ? scoreSize(score, large) : 11.4}cqh` }}
      >
        {phase === 'still' && score}
        {phase === 'counting' && <Counting score={score} />}
      </p>
    </div>
  );
}

/** In cqh, by the digits that tell it from its neighbour. */
function scoreSize(score: string, large: boolean): number {
  const { length } = score;
  if (large) return length <= 5 ? 35 : length === 6 ? 28 : length <= 8 ? 22.4 : 17.9;
  return length <= 7 ? 14.3 : 11.4;
}

function Counting({ score }: { readonly score: string }) {
  return <>{useCount('0', score)}</>;
}
