// Of all that can be computed about the judgement of a panel, what may leave the server: never one person's ballot, and nothing
// that it could be read from (RESULTS.md §10).
import { toDecimal, type Rational } from '../../scoring/rational.ts';
import { concordance, intraclass } from './agreement.ts';
import { ranksWithEqualSeverity } from './equal-severity.ts';
import { farOut } from './far-out.ts';
import { known, none, type Figure, type Undefined } from './figure.ts';
import { ratingsOf, scoreOf, type JudgedSubject } from './judged.ts';
import type { Ranks } from './places.ts';
import { rankIntervals, resampleSeed, type RankIntervals } from './rank-intervals.ts';
import { completeRatings } from './ratings.ts';
import { fitRatings, type Fit } from './severity.ts';

/** A subject of a revealed round that stands, with what its round lets be known of it. */
export interface RevealedSubject extends JudgedSubject {
  readonly kind: 'live' | 'written';
  readonly secrecy: 'named' | 'sealed';
  /** A group of it has ballots, and its mean may not be shown. */
  readonly withheld: boolean;
  /** Its ballots no longer say whose they are: the seats were erased. */
  readonly erased: boolean;
}

export interface RevealedMeeting {
  readonly subjects: readonly RevealedSubject[];
  /** Ids, in the order in which they are shown. */
  readonly groups: readonly string[];
  /** Of the log at the last of these reveals: 64 hex digits. */
  readonly head: string;
}

/**
 * Why a figure is not shown.
 * - `sealed`, `erased`: the ballots of one seat cannot be joined.
 * - `withheld`: a group's mean of some subject is withheld, and this could give it away.
 * - `floor`: fewer raters who rated every subject than the secrecy floor.
 * - `three-subjects`, `ten-raters`: fewer than these.
 */
export type NotShown =
  Undefined | 'sealed' | 'erased' | 'withheld' | 'floor' | 'three-subjects' | 'ten-raters';

export type ShownFigure<T> = Figure<T, NotShown>;

/** As decimals of two places. */
export interface Agreement {
  readonly w: ShownFigure<string>;
  readonly icc: ShownFigure<string>;
}

export interface SetCertainty {
  readonly kind: RevealedSubject['kind'];
  readonly subjects: number;
  readonly all: Agreement;
  readonly groups: readonly (Agreement & { readonly group: string })[];
  /** Standard deviation of the severities, in points, a decimal of two places. */
  readonly severity: ShownFigure<string>;
}

export interface Certainty {
  /** Live rounds and written ones, those that there are. */
  readonly sets: readonly SetCertainty[];
  /** Far-out ballots of the whole meeting; null: fewer than {@link FEWEST_FAR_OUT}. */
  readonly farOut: ShownFigure<number | null>;
  /** Of subjects that have a score. */
  readonly ranks: ShownFigure<readonly (RankIntervals & { readonly subject: string })[]>;
  readonly annex: ShownFigure<readonly (Ranks & { readonly subject: string })[]>;
}

/** A smaller number of far-out ballots is not told. */
export const FEWEST_FAR_OUT = 5;
const FEWEST_SUBJECTS = 3;
const FEWEST_SEVERITIES = 10;
const PLACES = 2;

/**
 * The figures that may be shown, each with its reason where it may not or does not exist. The ranking of the meeting is one
 * set, whatever its rounds; agreement and severity are told of live and of written rounds apart.
 *
 * @param tell is told now and then how far it is, from 0 to 1
 */
export function certaintyOf(
  { subjects, groups, head }: RevealedMeeting,
  tell?: (done: number) => void,
): Certainty {
  const sets = KINDS.flatMap((kind) => {
    const own = subjects.filter((one) => one.kind === kind);
    return own.length === 0 ? [] : [{ kind, subjects: own, fit: fitRatings(ratingsOf(own)) }];
  });
  const apart = unjoined(subjects);
  const shut = apart ?? flawOfRanking(subjects);
  return {
    sets: sets.map(({ kind, subjects: own, fit }) => ({
      kind,
      subjects: own.length,
      all: agreement(own, null),
      groups: groups
        .filter((id) => own.some((one) => one.groups.some((group) => group.id === id)))
        .map((group) => ({ group, ...agreement(own, group) })),
      severity: unjoined(own) ?? spreadOfSeverity(fit),
    })),
    farOut: apart ?? countFarOut(sets),
    ranks: shut ?? intervals(subjects, head, tell),
    annex: shut ?? annexOf(sets),
  };
}

const KINDS = ['live', 'written'] as const;

interface FittedSet {
  readonly subjects: readonly RevealedSubject[];
  readonly fit: Fit;
}

/** Why no two ballots can be told to be of one seat; null where they can. */
function unjoined(subjects: readonly RevealedSubject[]) {
  if (subjects.some(({ secrecy }) => secrecy === 'sealed')) return none('sealed');
  return subjects.some(({ erased }) => erased) ? none('erased') : null;
}

/** Why nothing may be told of a ranking, or there is none. */
function flawOfRanking(subjects: readonly RevealedSubject[]) {
  if (subjects.some(({ withheld }) => withheld)) return none('withheld');
  if (new Set(ratingsOf(subjects).map(({ rater }) => rater)).size < 2) return none('few-raters');
  return subjects.length < 2 ? none('few-subjects') : null;
}

/** Of those who rated every subject of the set; of one group, or of all where it is null. */
function agreement(subjects: readonly RevealedSubject[], group: string | null): Agreement {
  const apart = unjoined(subjects);
  if (apart) return { w: apart, icc: apart };
  const judged = subjects.map((one) => ({
    ...one,
    groups: one.groups.filter(({ id }) => group === null || id === group),
  }));
  const table = completeRatings(
    ratingsOf(judged),
    subjects.map(({ id }) => id),
  );
  const floor = Math.max(...subjects.map(({ rules }) => rules.floor));
  const few =
    table.rows.length < 2
      ? none('few-raters')
      : table.rows.length < floor
        ? none('floor')
        : table.subjects < 2
          ? none('few-subjects')
          : table.subjects < FEWEST_SUBJECTS
            ? none('three-subjects')
            : null;
  const isWithheld = subjects.some(({ withheld }) => withheld);
  return {
    w: isWithheld ? none('withheld') : (few ?? decimal(concordance(table))),
    icc: few ?? decimal(intraclass(table)),
  };
}

function decimal(figure: Figure<Rational>): ShownFigure<string> {
  return figure.ok ? known(toDecimal(figure.value, PLACES)) : figure;
}

/** √(Σ (severity − mean)² / (n − 1)) over raters of three subjects or more; severities of others say too little of them. */
function spreadOfSeverity({ severities }: Fit): ShownFigure<string> {
  if (!severities.ok) return severities;
  const effects = [...severities.value.values()].flatMap(({ effect, rated }) =>
    rated < FEWEST_SUBJECTS ? [] : [effect],
  );
  if (effects.length < FEWEST_SEVERITIES) return none('ten-raters');
  const mean = effects.reduce((sum, effect) => sum + effect, 0) / effects.length;
  const squares = effects.reduce((sum, effect) => sum + (effect - mean) ** 2, 0);
  return known(Math.sqrt(squares / (effects.length - 1)).toFixed(PLACES));
}

function countFarOut(sets: readonly FittedSet[]): ShownFigure<number | null> {
  // Where as much was fitted as there are ballots, no residual is left to tell one by.
  const free = sets.filter(({ fit }) => fit.freedom > 0);
  if (free.length === 0) return none('no-freedom');
  const count = free.reduce((sum, { subjects, fit }) => {
    const scored = subjects.map((one) => ({ id: one.id, score: scoreOf(one) }));
    return sum + farOut(ratingsOf(subjects), fit, scored).length;
  }, 0);
  return known(count < FEWEST_FAR_OUT ? null : count);
}

function intervals(
  subjects: readonly RevealedSubject[],
  head: string,
  tell?: (done: number) => void,
): Certainty['ranks'] {
  const found = rankIntervals(subjects, resampleSeed(head), tell);
  return known(ofScored(subjects, found));
}

/** Each rater's severity is that in rounds of the same kind: on stage one judges otherwise than at home. */
function annexOf(sets: readonly FittedSet[]): Certainty['annex'] {
  const effects = new Map<string, ReadonlyMap<string, { readonly effect: number }>>();
  for (const { subjects, fit } of sets) {
    if (!fit.severities.ok) return fit.severities;
    for (const { id } of subjects) effects.set(id, fit.severities.value);
  }
  const subjects = sets.flatMap((set) => set.subjects);
  const found = ranksWithEqualSeverity(
    subjects,
    ({ id }, seat) => effects.get(id)?.get(seat)?.effect ?? 0,
  );
  return known(ofScored(subjects, found));
}

function ofScored<T extends object>(
  subjects: readonly RevealedSubject[],
  found: ReadonlyMap<string, T>,
): readonly (T & { readonly subject: string })[] {
  return subjects.flatMap((one) => {
    const row = scoreOf(one) && found.get(one.id);
    return row ? [{ subject: one.id, ...row }] : [];
  });
}
