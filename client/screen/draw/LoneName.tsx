// A name that stands alone: its size is chosen by its length, not measured, so nothing jumps (LOOK.md §3).
import type { ShownName } from '../../../shared/views/named.ts';
import { partsOf } from '../../ui/Name.tsx';
import styles from './LoneName.module.css';

/** Sizes in cqh with the lines they may take, largest first. */
type Steps = readonly (readonly [size: number, lines: number])[];
const STEPS: Steps = [
  [14.3, 1],
  [11.4, 1],
  [9.2, 1],
  // Rather one line than a second one of two letters.
  [7, 1],
  [9.2, 2],
  [7.3, 2],
  [5.9, 3],
  [4.7, 4],
  [3.75, 5],
  [3.2, 6],
  [2.8, 7],
  [2.8, 8],
  [2.8, 9],
];

/** Of the letters in which a mark stands behind its name, and the smallest that the last row reads, in cqh. */
const MARK = 0.6;
const SMALLEST = 2.8;

/** Song serif from here up; below sans (LOOK.md §3). */
const SONG_FROM = 6;

export function LoneName({
  name,
  apart,
  beside = null,
  width,
  max = 14.3,
  steps = STEPS,
}: {
  readonly name: string;
  readonly apart?: ShownName['apart'] | undefined;
  /** The group or category that stands next to it. */
  readonly beside?: string | null | undefined;
  /** Of its column, in cqh. */
  readonly width: number;
  /** No larger than this, in cqh. */
  readonly max?: number | undefined;
  /** Sizes with the lines they may take, where there is less room below; largest first. */
  readonly steps?: Steps;
}) {
  const { own, mark } = partsOf(apart ? { name, apart } : { name }, beside);
  const { size, lines } = nameSize(
    own,
    mark,
    width,
    steps.filter(([size]) => size <= max),
  );
  return (
    <h1
      className={styles['name']}
      style={{
        fontSize: `${size}cqh`,
        fontFamily: size >= SONG_FROM ? 'var(--song)' : 'var(--sans)',
        maxWidth: `${width}cqh`,
        maxHeight: `${lines * 1.16 + 0.1}em`,
      }}
      lang={/[\u2e80-\u9fff]/.test(name) ? 'zh-CN' : undefined}
    >
      {own}
      {mark !== '' && <small style={{ fontSize: `${markSize(size)}em` }}>{mark}</small>}
    </h1>
  );
}

function nameSize(own: string, mark: string, width: number, steps: Steps) {
  for (const [size, lines] of steps) {
    // Lines break between words and characters: the last one of several is rarely full.
    const room = Math.floor(width / size + 0.05) * lines - (lines - 1) * 1.5;
    const length = nameLength(own) + markSize(size) * nameLength(mark);
    if (length <= room) return { size, lines };
  }
  return { size: SMALLEST, lines: steps.at(-1)?.[1] ?? 1 };
}

/** In letters of the name. */
function markSize(size: number): number {
  return Math.max(MARK, SMALLEST / size);
}

/** Of one line beside or below a name, in cqh: smaller where it is long; what is longer still ends in an ellipsis. */
export function lineSize(line: string, width: number, max: number): number {
  return Math.max(SMALLEST, Math.min(max, width / nameLength(line)));
}

/** In widths of a Chinese character; a Latin letter of a bold serif takes up to 0.62 of one. */
export function nameLength(name: string): number {
  let length = 0;
  for (const character of name) length += character.charCodeAt(0) < 0x2e80 ? 0.62 : 1;
  return length;
}
