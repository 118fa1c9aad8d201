// A small meeting in which every id and every name is a word that means something to the program underneath.
import type { Choice } from '../shared/ballots/ballot.ts';
import type { ItemId, SubjectId } from '../shared/ids.ts';
import { SocketPhone } from '../server/rehearsal/socket-phone.ts';
import type { StaffClient } from '../scripts/staff-client.ts';
import { flatSheet } from './flat-sheet.ts';

/** What a plain object inherits, what a promise or a list is told by, and what a number or an absent value looks like. */
export const CODE_WORDS: readonly string[] = [
  ...['constructor', '__proto__', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'then'],
  ...['length', '0', '-0', 'NaN', '10', '2', 'undefined', 'null', 'Constructor', '..', 'a.b'],
];

/** The same for names, which may hold anything that a cell may. */
const NAMES: readonly string[] = [
  ...['<img src=x onerror=alert(1)>', '$& $1 $`', '%s %d', '{name}', '../..', 'a/b', '%2e%2e'],
  ...[
    '🗳️ 单位',
    '__proto__',
    'constructor',
    'toString',
    '"引号"',
    "it's; --",
    '\\u0000',
    'null',
    '0',
  ],
  ...['{{7*7}}', '${7*7}'],
];

export const CATEGORIES = ['constructor', '__proto__', 'toString'] as const;
export const GROUPS = ['__proto__', 'hasOwnProperty', 'valueOf'] as const;
const HEADINGS = ['__proto__', 'constructor', 'then', '0'] as const;
export const CRITERIA = ['__proto__', 'constructor', '10', '2', 'toString'] as const;
export const MAX = 20;
const SHEET = 'constructor';

export const nameOfUnit = (n: number) => NAMES[n % NAMES.length] ?? '';

function csv(rows: readonly (readonly string[])[]): Uint8Array {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return new TextEncoder().encode(rows.map((row) => row.map(quoted).join(',')).join('\n'));
}

export const UNITS_CSV = csv([
  ['编号', '单位名称', '类别'],
  ...CODE_WORDS.map((id, n) => [id, nameOfUnit(n), CATEGORIES[n % CATEGORIES.length] ?? '']),
]);

export const REVIEWERS_CSV = csv([
  ['编号', '姓名', '组别', ...HEADINGS],
  ...CODE_WORDS.map((id, n) => [
    ...[id, nameOfUnit(n + 3), GROUPS[n % GROUPS.length] ?? ''],
    ...HEADINGS.map((_, k) => CODE_WORDS[(n + k) % CODE_WORDS.length] ?? ''),
  ]),
]);

export const unit = (id: string) => id as SubjectId;
export const item = (id: string) => id as ItemId;

/** What the nth person gives: other scores in every criterion, none of them 0. */
export function hostileScores(n: number): Choice {
  const scores = CRITERIA.map((id, k) => [id, 1 + ((n * 3 + k) % MAX)] as const);
  // fromEntries makes an own property even of "__proto__".
  return { kind: 'scores', scores: Object.fromEntries(scores) };
}

/** Lists, sheet, scheme, weights and agenda; everybody of the pool has a seat and a phone that has checked in. */
export async function setUpHostile(
  staff: StaffClient,
): Promise<{ readonly phones: readonly SocketPhone[]; readonly secrets: readonly string[] }> {
  await staff.importRoster('subjects', '__proto__.csv', UNITS_CSV);
  await staff.importRoster('reviewers', 'constructor.csv', REVIEWERS_CSV);
  const criteria = CRITERIA.map((id, n) => ({
    ...{ id, name: nameOfUnit(n), max: MAX, step: 1, weight: MAX },
  }));
  await staff.run({ type: 'AdoptSheet', sheet: flatSheet({ id: SHEET, name: '$&', criteria }) });
  await staff.run({
    type: 'AdoptScheme',
    scheme: {
      ...{ id: '__proto__', spread: { kind: 'none' }, centre: 'mean', emptyGroup: 'rescale' },
      ...{ belowFloor: 'count', floor: 2, step: 2 },
    },
  });
  await staff.run({
    type: 'SetWeights',
    weights: staff.view.setup.groups.map(({ id }, n) => ({ group: id, weight: 10 + n })),
  });
  const scoring = { sheet: SHEET, disclosure: 'hidden', seconds: 60 } as const;
  await staff.run({
    type: 'SetAgenda',
    items: [
      { id: item('then'), kind: 'check-in' },
      { id: item('toString'), kind: 'presentation', subject: unit('__proto__'), seconds: 60 },
      {
        ...{ id: item('constructor'), kind: 'score', subjects: [unit('__proto__')] },
        ...{ secrecy: 'named', ...scoring },
      },
      {
        id: item('__proto__'),
        kind: 'written',
        subjects: 'rest',
        sheet: SHEET,
        disclosure: 'hidden',
      },
      { id: item('length'), kind: 'board' },
      { id: item('valueOf'), kind: 'card', title: '__proto__', text: '$& {name} %s' },
    ],
  });
  const reviewers = staff.view.people.flatMap(({ reviewer }) => reviewer ?? []);
  await staff.run({ type: 'FillSeats', reviewers });
  const tickets = await staff.tickets();
  const secrets = tickets.map(({ url }) => new URL(url).hash.slice(1));
  const phones = secrets.map(
    (ticket) => new SocketPhone({ origin: staff.origin, meeting: staff.meeting, ticket }),
  );
  for (const phone of phones) await phone.join();
  return { phones, secrets };
}
