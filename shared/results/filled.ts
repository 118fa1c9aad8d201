// What a sheet is for a group, and what a filled one is worth (RESULTS.md §1).
import { own } from '../own.ts';
import {
  compare,
  divide,
  multiply,
  rational,
  sum,
  toFraction,
  type Rational,
} from '../scoring/rational.ts';
import { aboveZero, amount, decimal, positive } from './amount.ts';
import type { Decimal, SheetLine, SheetPart, SheetRoot } from './case.ts';
import { distinct, refuse } from './refused.ts';

/** Levels below the root. */
const DEPTH = 3;
const HUNDRED = rational(100);
const MILLION = 1_000_000n;

/** A sheet as one group sees it. */
export interface Form {
  readonly lines: ReadonlyMap<string, Line>;
  /** What lines are worth is counted in points of 100, in whole parts of so many a point. */
  readonly parts: bigint;
}

interface Line {
  readonly id: string;
  /** Parts for each millionth of a mark. */
  readonly factor: bigint;
  readonly max: Rational;
  readonly step: Rational | null;
  /** The marks of its scale, as fractions in lowest terms; null where it has steps. */
  readonly scale: ReadonlySet<string> | null;
  /** What a mark was found to be worth: few are different, and tens of thousands come. */
  readonly worth: Map<string, bigint>;
}

type Weighed = { readonly id: string; readonly share: Rational; readonly line: SheetLine };

/** @throws Refused where the sheet contradicts itself, whoever fills it. */
export function checkSheet(sheet: SheetRoot, groups: ReadonlySet<string>): void {
  const ids: string[] = [];
  const walk = (parts: readonly SheetPart[], level: number, at: string) => {
    if (parts.length === 0) refuse('empty', at);
    if (level > DEPTH) refuse('too-deep', at);
    for (const part of parts) {
      ids.push(part.id);
      positive(part.weight);
      if ('children' in part) walk(part.children, level + 1, part.id);
      else checkLine(part, part.id, groups);
    }
  };
  walk(sheet.children, 1, sheet.id);
  distinct(ids);
}

function checkLine(line: SheetLine, id: string, groups: ReadonlySet<string>): void {
  const max = aboveZero(line.max);
  for (const group of line.groups ?? []) if (!groups.has(group)) refuse('unknown', group);
  if ('step' in line) {
    aboveZero(line.step);
    return;
  }
  if (line.scale.length === 0) refuse('empty', id);
  distinct(line.scale.map((one) => one.id));
  const marks = line.scale.map(({ mark }) => decimal(mark));
  if (marks.some(({ n }) => n < 0n)) refuse('scale', id);
  for (const [n, mark] of marks.entries()) {
    const above = n === 0 ? undefined : marks[n - 1];
    // The best may be the maximum itself; each further one is less.
    if (above ? compare(mark, above) >= 0 : compare(mark, max) > 0) refuse('scale', id);
  }
}

/** The sheet without what this group does not see; null where nothing is left. @throws Refused for weights that are all 0. */
export function formOf(sheet: SheetRoot, group: string): Form | null {
  const lines = seen(sheet.children, group, rational(1), sheet.id);
  if (!lines) return null;
  const worth = lines.map(({ id, share, line }) => ({
    ...{ id, line },
    worth: divide(multiply(HUNDRED, share), aboveZero(line.max)),
  }));
  const common = worth.reduce((d, { worth: { d: other } }) => (d * other) / gcd(d, other), 1n);
  return {
    parts: common * MILLION,
    lines: new Map(worth.map((one) => [one.id, lineOf(one.id, one.line, one.worth, common)])),
  };
}

function lineOf(id: string, line: SheetLine, worth: Rational, common: bigint): Line {
  return {
    id,
    factor: (worth.n * common) / worth.d,
    max: decimal(line.max),
    step: 'step' in line ? decimal(line.step) : null,
    scale:
      'scale' in line ? new Set(line.scale.map(({ mark }) => toFraction(decimal(mark)))) : null,
    worth: new Map(),
  };
}

/** The lines that the group sees, each with its share of the whole; null for none. */
function seen(
  parts: readonly SheetPart[],
  group: string,
  share: Rational,
  at: string,
): readonly Weighed[] | null {
  const left = parts.filter((part) => isSeen(part, group));
  if (left.length === 0) return null;
  const whole = sum(left.map(({ weight }) => amount(weight)));
  if (whole.n === 0n) return refuse('weights-all-zero', at);
  return left.flatMap((part) => {
    const mine = multiply(share, divide(amount(part.weight), whole));
    if ('children' in part) return seen(part.children, group, mine, part.id) ?? [];
    return [{ id: part.id, share: mine, line: part }];
  });
}

function isSeen(part: SheetPart, group: string): boolean {
  if ('children' in part) return part.children.some((child) => isSeen(child, group));
  return !part.groups?.length || part.groups.includes(group);
}

/**
 * The total of 100 of a filled sheet; null for a draft, where a line has no mark.
 *
 * @throws Refused for a line that is not on the sheet and for a mark that the line does not have
 */
export function totalOf(form: Form, marks: Readonly<Record<string, Decimal>>): Rational | null {
  for (const id of Object.keys(marks)) if (!form.lines.has(id)) refuse('unknown', id);
  let total = 0n;
  let isDraft = false;
  for (const [id, line] of form.lines) {
    const text = own(marks, id);
    if (text === undefined) isDraft = true;
    else total += worthOf(line, text);
  }
  return isDraft ? null : rational(total, form.parts);
}

function worthOf({ id, factor, max, step, scale, worth }: Line, text: Decimal): bigint {
  const found = worth.get(text);
  if (found !== undefined) return found;
  const mark = decimal(text);
  if (mark.n < 0n || compare(mark, max) > 0) refuse('mark', id);
  if (step && divide(mark, step).d !== 1n) refuse('mark', id);
  if (scale && !scale.has(toFraction(mark))) refuse('mark', id);
  const made = (factor * mark.n * MILLION) / mark.d;
  worth.set(text, made);
  return made;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
