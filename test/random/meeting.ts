// By chance: who scores whom with what, and the ballots. Numbers are small, so that ties and edges come often.
import type {
  Ballot,
  Group,
  Marks,
  Round,
  Scheme,
  Seat,
  SheetNode,
  Subject,
} from '../second/case.ts';
import type { Chance } from './chance.ts';

export const CATEGORIES = ['A', 'B'];
const ATTEMPTS = 2;

/** Hundredths as a decimal; now and then with a zero more than it needs. */
function decimal(chance: Chance, hundredths: number): string {
  const text = (hundredths / 100).toString();
  if (!chance.often(1)) return text;
  return text.includes('.') ? `${text}0` : `${text}.0`;
}

/** Weights of which not all are zero. */
export function weights(chance: Chance, n: number): string[] {
  const list: string[] = Array.from({ length: n }, () =>
    chance.pick(['0', '1', '1', '2', '3', '0.5']),
  );
  if (!list.some((weight) => weight !== '0')) list[chance.int(0, n - 1)] = '1';
  return list;
}

export function subjects(chance: Chance): Subject[] {
  const upwards = chance.often(5);
  const n = chance.int(1, 6);
  return Array.from({ length: n }, (_, i) => {
    const above = upwards ? i : n - i - 1;
    const parent = upwards
      ? chance.int(1, Math.max(above, 1))
      : i + 1 + chance.int(1, Math.max(above, 1));
    return {
      id: `U${i + 1}`,
      category: chance.pick(['A', 'A', 'B']),
      ...(chance.often(4) && { headcount: chance.int(0, 20) }),
      ...(above > 0 && chance.often(4) && { parent: `U${parent}` }),
    };
  });
}

export function groups(chance: Chance): Group[] {
  const n = chance.int(1, 3);
  return weights(chance, n).map((weight, i) => ({ id: `G${i + 1}`, weight }));
}

export function seats(
  chance: Chance,
  groups: readonly Group[],
  subjects: readonly Subject[],
): Seat[] {
  // The first group has enough for a spread.
  const n = chance.pick([0, 3, 5, 7, 8, 9]);
  return chance.times(n, n, (i) => ({
    id: `s${i}`,
    group: chance.pick([groups[0]!, ...groups]).id,
    recusals: chance.some(subjects, 1).map(({ id }) => id),
    ...(chance.often(2) && { unit: chance.pick(subjects).id }),
  }));
}

export function sheet(chance: Chance, id: string, groups: readonly Group[]): SheetNode {
  let nodes = 0;
  const children = (level: number): SheetNode[] => {
    const list = weights(chance, chance.int(1, level === 1 ? 3 : 2));
    return list.map((weight) => {
      const own = { id: `${level === 1 ? 'p' : 'q'}${++nodes}`, name: 'part', weight };
      if (level < 3 && chance.often(3)) return { ...own, children: children(level + 1) };
      return { ...own, ...leaf(chance, groups) };
    });
  };
  const root: SheetNode = { id, name: 'sheet', children: children(1) };
  return groups.every((group) => isWeighty(root, group.id)) ? root : withoutZeros(root);
}

function leaf(chance: Chance, groups: readonly Group[]): Omit<SheetNode, 'id' | 'name'> {
  const max = chance.pick(['1', '2', '4', '5', '10', '2.5']);
  const seen = chance.often(2) && { groups: chance.atLeastOne(groups, 5).map(({ id }) => id) };
  if (!chance.often(3))
    return { max, step: chance.pick(['1', '0.5', '0.5', '0.25', '0.3']), ...seen };
  const parts = chance.pick([
    [100, 50],
    [100, 75, 40],
    [80, 40, 0],
  ]);
  const scale = parts.map((part, i) => ({
    id: `m${i + 1}`,
    name: 'mark',
    mark: decimal(chance, Number(max) * part),
  }));
  return { max, scale, ...seen };
}

/** Whether what a group sees leaves a weight under each node. */
function isWeighty(node: SheetNode, group: string): boolean {
  if (node.children === undefined) return true;
  const seen = node.children.filter((child) => sees(child, group));
  if (seen.length === 0) return true;
  return (
    seen.some(({ weight }) => weight !== '0') && seen.every((child) => isWeighty(child, group))
  );
}

function sees(node: SheetNode, group: string): boolean {
  if (node.children === undefined) return node.groups?.includes(group) ?? true;
  return node.children.some((child) => sees(child, group));
}

function withoutZeros(node: SheetNode): SheetNode {
  return {
    ...node,
    ...(node.weight === '0' && { weight: '1' }),
    ...(node.children && { children: node.children.map(withoutZeros) }),
  };
}

function leavesFor(node: SheetNode, group: string): SheetNode[] {
  if (node.children === undefined) return sees(node, group) ? [node] : [];
  return node.children.flatMap((child) => leavesFor(child, group));
}

function mark(chance: Chance, leaf: SheetNode): string {
  if (leaf.scale !== undefined) return chance.pick(leaf.scale).mark;
  const [max, step] = [Number(leaf.max) * 100, Number(leaf.step) * 100];
  const most = Math.floor(max / step);
  return decimal(
    chance,
    step * (chance.often(4) ? chance.pick([0, most, most]) : chance.int(0, most)),
  );
}

interface Room {
  readonly subjects: readonly Subject[];
  readonly groups: readonly Group[];
  readonly seats: readonly Seat[];
  readonly sheets: readonly SheetNode[];
}

export function rounds(chance: Chance, room: Room): Round[] {
  const n = chance.pick([0, 1, 1, 2, 2, 3]);
  // At most one weighs nothing: of several named together, not all do.
  const light = n > 1 && chance.often(2) ? chance.int(1, n) : 0;
  return Array.from({ length: n }, (_, i) => {
    const weight = i + 1 === light ? '0' : chance.pick(['1', '2', '0.5']);
    const subjects = chance.some(room.subjects, 8);
    const revealed = subjects
      .filter(() => chance.often(2))
      .map(({ id }) => [id, chance.int(1, ATTEMPTS)]);
    const round = {
      id: `R${i + 1}`,
      ...((i + 1 === light || chance.often(5)) && { weight }),
      subjects: subjects.map(({ id }) => id),
      sheets: chance.times(1, 3, () => ({
        ...(chance.often(3) && { groups: chance.some(room.groups, 6).map(({ id }) => id) }),
        ...(chance.often(3) && { categories: chance.some(CATEGORIES, 5) }),
        sheet: chance.pick(room.sheets).id,
      })),
      ...(revealed.length > 0 && {
        revealed: Object.fromEntries(revealed) as Record<string, number>,
      }),
    };
    const ballots = subjects.flatMap((subject) =>
      room.seats.flatMap((seat) => ballotsOf(chance, room, round, seat, subject)),
    );
    return { ...round, ballots: chance.shuffled(ballots) };
  });
}

function ballotsOf(
  chance: Chance,
  room: Room,
  round: Omit<Round, 'ballots'>,
  seat: Seat,
  subject: Subject,
): Ballot[] {
  if (seat.recusals.includes(subject.id) || seat.unit === subject.id) return [];
  const fits = (list: readonly string[] | undefined, id: string): boolean =>
    list === undefined || list.length === 0 || list.includes(id);
  const first = round.sheets.find(
    (each) => fits(each.groups, seat.group) && fits(each.categories, subject.category),
  );
  const sheet = room.sheets.find(({ id }) => id === first?.sheet);
  const leaves = sheet === undefined ? [] : leavesFor(sheet, seat.group);
  if (leaves.length === 0) return [];
  const again = round.revealed?.[subject.id] !== undefined;
  return chance.times(chance.often(1) ? 0 : 1, chance.often(2) ? 2 : 1, (): Ballot => {
    const what = chance.often(1) ? 'abstain' : marks(chance, leaves);
    const attempt = again ? chance.int(0, ATTEMPTS) : chance.often(1) ? 1 : 0;
    return attempt === 0 ? [seat.id, subject.id, what] : [seat.id, subject.id, what, attempt];
  });
}

/** A ballot, or a draft: then a leaf is missing. */
function marks(chance: Chance, leaves: readonly SheetNode[]): Marks {
  const missing = chance.often(1) ? chance.int(0, leaves.length - 1) : -1;
  const given = leaves.filter((_, i) => i !== missing);
  return Object.fromEntries(given.map((leaf) => [leaf.id, mark(chance, leaf)]));
}

export function scheme(chance: Chance): Scheme {
  const belowFloor = chance.pick(['count', 'empty', undefined] as const);
  return {
    spread: chance.pick<Scheme['spread']>([
      { kind: 'none' },
      { kind: 'trim', t: chance.pick([1, 1, 2]) },
      { kind: 'cap', margin: chance.pick(['0', '2', '5', '12.5']) },
    ]),
    centre: chance.pick(['mean', 'median']),
    emptyGroup: chance.pick(['rescale', 'incomplete']),
    ...(belowFloor && { belowFloor }),
    ...((belowFloor === 'empty' || chance.often(2)) && { floor: chance.int(1, 3) }),
  };
}
