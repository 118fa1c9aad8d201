// Where the names of a large result stand: on one page where it holds them, and never without the name of their group.
import { describe, expect, it } from 'vitest';
import { placedRows, rollLayout, type PlacedRow } from '../../client/screen/draw/roll-layout.ts';
import { quotaPages } from '../../client/screen/draw/quota-pages.ts';
import type { DrawnName } from '../../shared/views/slices/draw-slices.ts';

/** As even as it goes, group after group. */
function panel(take: number, groups: number): readonly DrawnName[] {
  return Array.from({ length: take }, (_, n): DrawnName => {
    const group = String(Math.floor((n * groups) / take));
    return { id: `R${n}`, name: `代表${n}`, subject: null, group, cell: group };
  });
}

const SIZES = [21, 50, 75, 100, 300].flatMap((take) =>
  [1, 2, 3, 4, 5, 6].map((groups) => [take, groups] as const),
);

function roll(take: number, groups: number, out = take): readonly PlacedRow[] {
  return placedRows(panel(take, groups).slice(0, out), take, true, rollLayout(take, groups));
}

describe('a panel', () => {
  it.each(SIZES)(
    'of %i in %i groups has a place of its own for each row, on its pages',
    (take, groups) => {
      const { pages, columns, lines, pitch, size } = rollLayout(take, groups);
      // Lines of letters that the last row reads.
      expect(size).toBeGreaterThanOrEqual(2.8);
      expect(pitch).toBeGreaterThanOrEqual(1.04 * size);
      for (const out of [0, 1, Math.floor(take / 2), take]) {
        const rows = roll(take, groups, out);
        expect(rows.filter(({ kind }) => kind !== 'group').map(({ n }) => n)).toEqual(
          Array.from({ length: take }, (_, n) => n + 1),
        );
        for (const { page, column, line } of rows) {
          expect(page).toBeLessThan(pages);
          expect(column).toBeLessThanOrEqual(columns);
          expect(line).toBeLessThanOrEqual(lines);
        }
        const places = rows.map(({ page, column, line }) => [page, column, line].join());
        expect(new Set(places).size).toBe(rows.length);
      }
    },
  );

  it.each(SIZES)(
    'of %i in %i groups has the name of a group at the head of every column',
    (take, groups) => {
      const rows = roll(take, groups);
      for (const [n, row] of rows.entries()) {
        if (row.line === 1) expect(row.kind).toBe('group');
        // And never one at the foot, with its names elsewhere.
        if (row.kind === 'group')
          expect(rows[n + 1]).toMatchObject({ column: row.column, kind: 'name' });
      }
      expect(rows.filter((row) => row.kind === 'group' && !row.again)).toHaveLength(groups);
    },
  );

  it.each([50, 75])('of %i stands on one page, in whatever groups', (take) => {
    for (const groups of [1, 2, 3, 4, 5, 6]) expect(rollLayout(take, groups).pages).toBe(1);
  });

  it.each([
    [21, 3],
    [24, 3],
    [40, 4],
    [56, 4],
    [80, 5],
  ])('of %i that comes in no order of groups fills %i columns alike', (take, columns) => {
    const layout = rollLayout(take, 0);
    const rows = placedRows(panel(take, 1), take, false, layout);
    const lengths = Array.from(
      { length: layout.columns },
      (_, n) => rows.filter(({ column }) => column === n + 1).length,
    );
    expect(lengths).toHaveLength(columns);
    expect(Math.max(...lengths) - (lengths.at(-1) ?? 0)).toBeLessThan(columns);
  });

  it('of more than a page holds is shared out evenly', () => {
    const rows = roll(100, 4);
    const last = rows.filter(({ page }) => page === 1).length;
    expect(rollLayout(100, 4).pages).toBe(2);
    expect(last).toBeGreaterThan(40);
  });
});

describe('quotas', () => {
  const of = (...counts: readonly number[]) =>
    counts.flatMap((count, a) =>
      Array.from({ length: count }, (_, v) => ({ id: a === 0 ? `g${v}` : `a${a}:${v}` })),
    );
  const lengths = (...counts: readonly number[]) =>
    quotaPages(of(...counts)).map(({ length }) => length);

  it('stand on one page as long as it holds them, then attribute by attribute', () => {
    expect(lengths(3, 2, 4, 3)).toEqual([12]);
    expect(lengths(3, 2, 4, 4)).toEqual([9, 4]);
    expect(lengths(6, 7)).toEqual([6, 7]);
  });

  it('of an attribute that a page does not hold are shared out, each once', () => {
    expect(lengths(2, 40)).toEqual([12, 10, 10, 10]);
    const all = of(5, 40, 3, 13);
    expect(quotaPages(all).flat()).toEqual(all);
    for (const page of quotaPages(all)) expect(page.length).toBeLessThanOrEqual(12);
  });

  it('of none are a page without any', () => {
    expect(quotaPages([])).toEqual([[]]);
  });
});
