// The groups' rows while a result opens: sealed, open or shut, each on one lane with a tick for the total.
import { useState, type CSSProperties } from 'react';
import type { GroupId } from '../../../shared/ids.ts';
import type { GroupMean } from '../../../shared/views/slices/number-slices.ts';
import { laneAround, middleOf, type Lane } from '../lane.ts';
import { nameLength } from '../draw/LoneName.tsx';
import { useScreen } from '../screen-context.ts';
import { weightsArePercent } from '../../parts/weights.ts';
import styles from './RevealGroups.module.css';

/** The number of the left side: what stood at the close, what is shown of it now, and whether that is the score. */
export interface Total {
  readonly from: string | null;
  readonly shown: string | null;
  readonly final: boolean;
}

export function RevealGroups({
  groups,
  newest,
  total,
}: {
  readonly groups: readonly GroupMean[];
  /** The rows that opened last. */
  readonly newest: readonly GroupId[];
  readonly total: Total;
}) {
  const { text } = useScreen();
  const percent = weightsArePercent(groups);
  const means = groups.flatMap(({ mean }) => mean ?? []);
  const scores = total.shown === null ? means : [...means, total.shown];
  // Without a number from the close what opens first gives it, and the marks keep their places from then on.
  const [middle, setMiddle] = useState(total.from === null ? null : Number(total.from));
  if (middle === null && scores.length > 0) setMiddle(middleOf(scores));
  const lane = middle === null ? null : laneAround(middle, scores);
  const tick = lane && total.shown !== null ? lane.at(total.shown) : null;
  const { low, style } = rowSizes(groups.length);
  return (
    <div className={styles['revealed']} data-low={low} style={style}>
      <ul className={styles['groups']}>
        {groups.map((group) => (
          <li
            key={group.id}
            data-open={group.mean !== null}
            data-newest={!total.final && newest.includes(group.id)}
          >
            <span className={styles['name']} style={nameStyle(group.name, low, groups.length)}>
              {group.name}
            </span>
            <span className={styles['facts']}>
              <span>{text.share(group.weight, percent)}</span>{' '}
              <span>{text.ballots(group.counted)}</span>
            </span>
            <Value group={group} />
            <LaneOf lane={lane} tick={tick} group={group} />
          </li>
        ))}
      </ul>
      {lane && !low && <Scale lane={lane} tick={tick} total={total} />}
    </div>
  );
}

/** The seal lies over the place of the mean, and is taken from it. */
function Value({ group: { mean, why, counted } }: { readonly group: GroupMean }) {
  const { text } = useScreen();
  return (
    <span className={styles['value']}>
      <span className={styles['seal']} data-on={why === 'sealed'} aria-hidden={why !== 'sealed'}>
        <span>{text.sealedGroup}</span>
      </span>
      <span className={styles['mean']} data-on={why !== 'sealed'}>
        {why !== 'sealed' && mean === null && <small>{text.noMean(why, counted)}</small>}
        <b>{why === 'sealed' ? '' : (mean ?? '—')}</b>
      </span>
    </span>
  );
}

/** Until its group opens the marker waits unseen at the tick, from which it slides to its place. */
function LaneOf({
  lane,
  tick,
  group: { mean, why },
}: {
  readonly lane: Lane | null;
  readonly tick: number | null;
  readonly group: GroupMean;
}) {
  const at = lane && mean !== null ? lane.at(mean) : (tick ?? 50);
  return (
    <span className={styles['lane']} data-sealed={why === 'sealed'} aria-hidden="true">
      <i style={placed(tick ?? 50)} data-on={tick !== null} />
      <b style={placed(at)} data-on={mean !== null} />
    </span>
  );
}

/** The lane's ends and the total; an end that the total would cover is left out. */
function Scale({
  lane,
  tick,
  total: { shown, final },
}: {
  readonly lane: Lane;
  readonly tick: number | null;
  readonly total: Total;
}) {
  const { text } = useScreen();
  const at = tick ?? 50;
  return (
    <p className={styles['scale']} data-scale aria-hidden="true">
      <span data-on={at > 20}>{lane.from}</span>
      <b style={placed(Math.min(92, Math.max(8, at)))} data-on={tick !== null}>
        <span>
          {shown} <small data-on={!final}>{text.soFar}</small>
        </span>
      </b>
      <span data-on={at < 80}>{lane.to}</span>
    </p>
  );
}

function placed(at: number): CSSProperties {
  return { '--at': at } as CSSProperties;
}

/** Up to six groups have a name over a lane; more stand on one line each. */
const TWO_LINES_MOST = 6;

/** The more groups, the lower and smaller their rows; places stay fixed. Sizes in cqh. */
function rowSizes(groups: number): { readonly low: boolean; readonly style: CSSProperties } {
  const low = groups > TWO_LINES_MOST;
  const pitch = low ? 69 / groups : 68.8 / Math.max(4, groups);
  const mean = low ? Math.min(5.2, pitch * 0.9) : pitch > 16 ? 8.6 : pitch > 12 ? 7.3 : 5.9;
  const style = { '--pitch': `${pitch}cqh`, '--mean': `${mean}cqh` } as CSSProperties;
  return { low, style };
}

/** The least letters that the last row reads, in cqh. */
const LEAST = 2.8;
/** In so many low rows a name has no second line. */
const ONE_LINE_FROM = 13;

/** The letters of a name in its row: smaller where it is long, then on further lines. Lengths in cqh. */
function nameStyle(name: string, low: boolean, groups: number): CSSProperties {
  const length = nameLength(name);
  const [width, most, lines] = low
    ? [23, 3.75, groups < ONE_LINE_FROM ? 2 : 1]
    : [26, 4.7, groups <= 4 ? 3 : 2];
  if (length * most <= width) return { fontSize: `${most}cqh` };
  if (lines === 1)
    return { fontSize: `${Math.max(LEAST, width / length)}cqh`, whiteSpace: 'nowrap' };
  const leading = low ? 1 : 1.05;
  // The last line is rarely full.
  const size = low ? LEAST : Math.min(3.75, (2 * width) / (length + 2));
  return {
    fontSize: `${Math.max(LEAST, size)}cqh`,
    maxHeight: `${lines * leading + 0.05}em`,
    lineHeight: leading,
  };
}
