// A sheet as one group sees it, and what a filled one is worth (RESULTS.md §1).
import { own } from '../own.ts';
import {
  compare,
  divide,
  fromDecimal,
  fromShare,
  multiply,
  rational,
  type Rational,
  gcd,
} from './rational.ts';
import type { Grade } from './sheet.ts';

/** What a group fills in: the leaves that it sees, in their order. */
export interface Form {
  /** Of the sheet that it is a form of. */
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly comments?: true;
  readonly lines: readonly Line[];
}

/** One mark to give: 0, step, 2·step … max, or one of a scale. */
export type Line = {
  readonly id: string;
  readonly name: string;
  /** Names of the nodes that it stands under, the highest first. */
  readonly path: readonly string[];
  readonly max: string;
  /** Its part of the whole as an exact fraction: all lines together make 1. */
  readonly share: string;
} & ({ readonly step: string } | { readonly scale: readonly Grade[] });

/** Mark by line: a decimal of at most six places. */
export type Scores = Readonly<Record<string, number>>;

export type ScoresFlaw = 'incomplete' | 'unknown-criterion' | 'out-of-range' | 'off-step';

const HUNDRED = rational(100);
const MILLION = 1_000_000n;

/** What lines of a form are worth, in whole parts of a point of 100. */
export interface Worth {
  readonly lines: ReadonlyMap<string, LineWorth>;
  /** So many parts a point. */
  readonly parts: bigint;
}

interface LineWorth {
  /** Parts for each millionth of a mark. */
  readonly factor: bigint;
  readonly max: Rational;
  readonly step: Rational | null;
  /** The marks of its scale; null where it has steps. */
  readonly scale: readonly Rational[] | null;
  /** What a mark was found to be worth: few are different, and tens of thousands come. */
  readonly known: Map<string, bigint | ScoresFlaw>;
}

/** @param lines without flaws */
export function worthOf(
  lines: readonly ({ readonly id: string; readonly max: string; readonly share: Rational } & (
    { readonly step: string } | { readonly scale: readonly { readonly mark: string }[] }
  ))[],
): Worth {
  const each = lines.map(({ share, max }) => divide(multiply(HUNDRED, share), read(max)));
  const common = each.reduce((d, { d: other }) => (d * other) / gcd(d, other), 1n);
  return {
    parts: common * MILLION,
    lines: new Map(
      lines.map((line, n) => {
        const worth = each[n] ?? HUNDRED;
        return [
          line.id,
          {
            factor: (worth.n * common) / worth.d,
            max: read(line.max),
            step: 'step' in line ? read(line.step) : null,
            scale: 'scale' in line ? line.scale.map(({ mark }) => read(mark)) : null,
            known: new Map(),
          },
        ];
      }),
    ),
  };
}

/** What a mark of a line is worth in parts, or why the line has no such mark. */
export function partsFor(line: LineWorth, mark: string): bigint | ScoresFlaw {
  let worth = line.known.get(mark);
  if (worth === undefined) line.known.set(mark, (worth = computed(line, mark)));
  return worth;
}

function computed({ factor, max, step, scale }: LineWorth, text: string): bigint | ScoresFlaw {
  const mark = fromDecimal(text);
  if (!mark || mark.n < 0n || compare(mark, max) > 0) return 'out-of-range';
  if (step && divide(mark, step).d !== 1n) return 'off-step';
  if (scale && !scale.some((one) => compare(one, mark) === 0)) return 'off-step';
  return (factor * mark.n * MILLION) / mark.d;
}

const worths = new WeakMap<Form, Worth>();

/** What the lines of a form are worth, found once. */
export function worthOfForm(form: Form): Worth {
  let worth = worths.get(form);
  if (!worth) {
    worth = worthOf(form.lines.map((line) => ({ ...line, share: read(line.share) })));
    worths.set(form, worth);
  }
  return worth;
}
/** The total of a draft, 0..100: a line without a mark that it has adds nothing yet. */
export function totalSoFar(form: Form, scores: Scores): Rational {
  const { lines, parts } = worthOfForm(form);
  let total = 0n;
  for (const [id, line] of lines) {
    const worth = partsFor(line, String(own(scores, id)));
    if (typeof worth !== 'string') total += worth;
  }
  return rational(total, parts);
}

/** Whether every total that it can come to is a whole number of points. */
export function isWhole(form: Form): boolean {
  const { lines, parts } = worthOfForm(form);
  const whole = (line: LineWorth, mark: string) => {
    const worth = partsFor(line, mark);
    return typeof worth === 'string' || worth % parts === 0n;
  };
  return form.lines.every((line) => {
    const worth = lines.get(line.id);
    const marks = 'step' in line ? [line.step] : line.scale.map(({ mark }) => mark);
    return worth !== undefined && marks.every((mark) => whole(worth, mark));
  });
}

function read(text: string): Rational {
  const value = fromShare(text);
  if (!value) throw new RangeError(`no number: ${text}`);
  return value;
}
