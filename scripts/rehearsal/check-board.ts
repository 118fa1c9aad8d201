// The board against the rehearsal's own books: every number once more by plain arithmetic, every rank by comparing.
import type { GroupId, SeatId, SubjectId } from '../../shared/ids.ts';
import { SCHEME_DEFAULTS } from '../../shared/scoring/scheme.ts';
import { leavesOf, type Sheet } from '../../shared/scoring/sheet.ts';
import type { BoardRow } from '../../shared/views/slices/number-slices.ts';
import type { StaffView } from '../../shared/views/slices/staff-slices.ts';
import type { BoardCheck } from '../../shared/rehearsal/report.ts';
import { inDecimals, isGreater, plainScore, type Fraction, type PlainGroup } from './arithmetic.ts';
import type { Acknowledged } from '../../server/rehearsal/books.ts';

const FEWEST_DECIMALS = 2;

/**
 * @param judged units that must be there, each with the sheet it was scored by
 * @param groupOf the group of each seat, also of seats that were given up
 */
export function checkBoard(
  { board, setup }: Pick<StaffView, 'board' | 'setup'>,
  judged: ReadonlyMap<SubjectId, string>,
  ballots: Iterable<Acknowledged>,
  groupOf: ReadonlyMap<SeatId, GroupId>,
): BoardCheck {
  const differences: string[] = [];
  const rules = setup.scheme ?? SCHEME_DEFAULTS;
  const bySubject = new Map<SubjectId, Acknowledged[]>();
  for (const one of ballots)
    if (judged.has(one.subject))
      bySubject.set(one.subject, [...(bySubject.get(one.subject) ?? []), one]);
  const rows = new Map(board.rows.map((row) => [row.subject.id, row]));
  for (const id of rows.keys()) if (!judged.has(id)) differences.push(`${id}: should not be there`);

  const scores = new Map<SubjectId, Fraction>();
  let counted = 0;
  for (const [id, sheet] of judged) {
    const found = setup.sheets.find((one) => one.id === sheet);
    const criteria = found ? leavesOf(found).map(plainCriterion) : [];
    const given = bySubject.get(id) ?? [];
    const groups = setup.groups.map((group): PlainGroup => ({
      weight: group.weight,
      choices: given
        .filter(({ seat }) => groupOf.get(seat) === group.id)
        .map(({ choice }) => choice),
    }));
    counted += given.length;
    const shown = plainScore(criteria, groups, rules);
    if (shown) scores.set(id, shown);
    const difference = differenceOf(rows.get(id), shown);
    if (difference !== null) differences.push(`${id}: ${difference}`);
  }
  for (const row of board.rows) {
    const own = scores.get(row.subject.id);
    const mates = board.rows.filter((one) => one.subject.category.id === row.subject.category.id);
    for (const [what, shown, among] of [
      ['rank', row.rank, [...scores.values()]],
      ['category rank', row.categoryRank, mates.flatMap((one) => scores.get(one.subject.id) ?? [])],
    ] as const) {
      const place = own ? 1 + among.filter((other) => isGreater(other, own)).length : null;
      if (place !== shown)
        differences.push(`${row.subject.id}: ${what} ${String(shown)}, should be ${String(place)}`);
    }
  }
  return { units: judged.size, ballots: counted, differences };
}

/** Rehearsals score by one level of whole numbers. */
function plainCriterion({ id, max, weight }: Sheet['children'][number] & { readonly max: string }) {
  return { id, max: Number(max), weight: Number(weight) };
}

function differenceOf(row: BoardRow | undefined, score: Fraction | null): string | null {
  if (!row) return 'is missing from the board';
  if (row.score === null || score === null)
    return row.score === null && score === null ? null : `is ${String(row.score)}`;
  // More than two decimals tell near ties apart; fewer would hide them.
  const places = Math.max(FEWEST_DECIMALS, row.score.split('.')[1]?.length ?? 0);
  const own = inDecimals(score, places);
  return own === row.score ? null : `is ${row.score}, should be ${own}`;
}
