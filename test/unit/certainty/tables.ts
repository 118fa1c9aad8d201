// Published tables of ratings, and whole ratings as the computations take them.
import type { Rating } from '../../../shared/results/certainty/ratings.ts';
import { fromDecimal, ZERO } from '../../../shared/scoring/rational.ts';

/** A row for each rater, a column for each subject; null is not rated. */
export type Table = readonly (readonly (number | null)[])[];

/** Shrout and Fleiss, Psychological Bulletin 86 (1979), table 2: four judges, six targets. */
export const SHROUT_FLEISS: Table = [
  [9, 6, 8, 7, 10, 6],
  [2, 1, 4, 1, 5, 2],
  [5, 3, 6, 2, 6, 4],
  [8, 2, 8, 6, 9, 7],
];

/** Eight wines and four judges: the data set "icc" of the Python package pingouin, from real-statistics.com. */
export const WINES: Table = [
  [1, 1, 3, 6, 6, 7, 8, 9],
  [2, 3, 8, 4, 5, 5, 7, 9],
  [0, 3, 1, 3, 5, 6, 7, 9],
  [1, 2, 4, 3, 6, 2, 9, 8],
];

/** Kendall, Rank Correlation Methods, ch. 6: three rankings of ten with ties; also the example of the NAG Library's G08DAF. */
export const TIED: Table = [
  [1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10],
  [2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5],
  [2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10],
];

/** Quandt's Winetaster, liquidasset.com, report 16 of 25 April 1994: six judges, eight wines. */
export const HERMITAGE: Table = [
  [7, 3, 6, 1, 2, 8, 4, 5],
  [6, 3, 1, 2, 5, 4, 8, 7],
  [8, 5, 1, 6, 7, 4, 2, 3],
  [4, 5, 2, 8, 6, 1, 3, 7],
  [3, 4, 2, 6, 7, 8, 1, 5],
  [6, 5, 3, 2, 4, 1, 7, 8],
];

/** The same, report 42 of 3 April 2001: seven judges, eight wines. */
export const RIOJA: Table = [
  [6, 4, 8, 2, 1, 7, 3, 5],
  [4, 2, 8, 5, 3, 7, 1, 6],
  [5, 3, 1, 7, 2, 8, 6, 4],
  [5, 3, 7, 8, 1, 6, 4, 2],
  [3, 2, 4, 1, 5, 8, 7, 6],
  [4, 3, 6, 7, 8, 2, 5, 1],
  [2, 6, 8, 7, 5, 3, 4, 1],
];

/** Montgomery, Design and Analysis of Experiments, the catalyst experiment: four catalysts in four batches of three. */
export const CATALYSTS: Table = [
  [73, 74, null, 71],
  [null, 75, 67, 72],
  [73, 75, 68, null],
  [75, null, 72, 75],
];

/** Joshi, Linear Estimation and Design of Experiments (1987): six varieties of wheat in ten blocks of three. */
export const WHEAT: Table = wheat();

function wheat(): Table {
  const varieties = [
    1, 2, 3, 1, 2, 4, 1, 3, 5, 1, 4, 6, 1, 5, 6, 2, 3, 6, 2, 4, 5, 2, 5, 6, 3, 4, 5, 3, 4, 6,
  ];
  const yields = [
    ...[69, 54, 50, 77, 65, 38, 72, 45, 54, 63, 60, 39, 70, 65, 54],
    ...[65, 68, 67, 57, 60, 62, 59, 65, 63, 75, 62, 61, 59, 55, 56],
  ];
  const rows = Array.from({ length: 6 }, () =>
    Array.from({ length: 10 }, (): number | null => null),
  );
  for (const [n, variety] of varieties.entries())
    rows[variety - 1]?.splice(Math.floor(n / 3), 1, yields[n] ?? null);
  return rows;
}

/** Raters r0, r1 …, subjects s0, s1 … */
export function ratings(table: Table): readonly Rating[] {
  return table.flatMap((row, rater) =>
    row.flatMap((total, subject) =>
      total === null
        ? []
        : [
            {
              rater: `r${String(rater)}`,
              subject: `s${String(subject)}`,
              total: fromDecimal(String(total)) ?? ZERO,
            },
          ],
    ),
  );
}

export function subjectsOf(table: Table): readonly string[] {
  return (table[0] ?? []).map((_, subject) => `s${String(subject)}`);
}
