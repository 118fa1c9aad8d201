import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { literalKinds } from '../../scripts/lint/literal-kinds.mjs';

const item = join(process.cwd(), 'shared/meeting/agenda/item.ts');

/** Each line that asks by a name carries `// kinds` or `// purposes`, or `table` behind it; all the others ask nothing. */
const SOURCE = `
import type { DrawPurpose, Item, ItemOf, Kind } from '${item}';
declare const item: Item, other: Item;
declare const round: { readonly kind: 'live' | 'written' };
declare const wide: Kind | 'turn' | 'other' | 'more';
declare const purpose: DrawPurpose;
declare const isItem: <K extends Kind>(one: Item, kind: K) => one is ItemOf<K>;
const SCORE = 'score';
export const made: Item = { id: item.id, kind: 'card', title: '', text: '' };
export const asked = [
  item.kind === 'score', // kinds
  'draw' !== item.kind, // kinds
  item.kind === SCORE, // kinds
  wide === 'board', // kinds
  isItem(item, 'written'), // kinds
  new Set([item.kind]).has('card'), // kinds
  ['check-in', 'card'].includes(item.kind), // kinds kinds
  'subjects' in item, // kinds
  round.kind === 'written',
  item.kind === other.kind,
  purpose === 'panel', // purposes
  [purpose].includes('team'), // purposes
  wide === 'turn',
];
export function seconds({ kind }: Item): number {
  switch (kind) {
    case 'presentation': // kinds
      return 1;
    default:
      return 0;
  }
}
export const names = { draw: 1, score: 2, board: 3 }; // kinds table
export const score = names.score; // kinds
export const takes: Record<DrawPurpose, number> = { presenters: 1, panel: 2, questioner: 3, verification: 4, team: 5 }; // purposes table
export const panel = takes['panel']; // purposes
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'literal-kinds-'));
  writeFileSync(join(folder, 'asks.ts'), SOURCE);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('finds what asks for a kind or a purpose by its name, however it is spelt, and nothing else', () => {
  const lines = SOURCE.split('\n');
  for (const { family, found } of literalKinds([item, join(folder, 'asks.ts')])) {
    const wanted = lines.flatMap((line, n) => {
      const [, comment = ''] = line.split(' // ');
      const times = comment.split(' ').filter((word) => word === family).length;
      const what = comment.includes('table') ? 'table' : 'test';
      return Array.from({ length: times }, () => `${String(n + 1)} ${what}`);
    });
    expect(found.map(({ line, what }) => `${String(line)} ${what}`)).toEqual(wanted);
  }
});
