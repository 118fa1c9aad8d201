// Where the names of a large result stand: on one page where it holds them, and never without the name of their group.
import { describe, expect, it } from 'vitest';
import { placedRows, rollLayout, type PlacedRow } from '../../client/screen/draw/roll-layout.ts';
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

  it('of more than a page holds is shared out evenly', () => {
    const rows = roll(100, 4);
    const last = rows.filter(({ page }) => page === 1).length;
    expect(rollLayout(100, 4).pages).toBe(2);
    expect(last).toBeGreaterThan(40);
  });
});
