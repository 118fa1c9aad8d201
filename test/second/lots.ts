// A draw by lots once more (DRAW.md §9), from its text alone: by names and sets, with node's own hashes.
import { createHash, createHmac } from 'node:crypto';
import type { LotsLock } from '../../shared/draw/lots.ts';

const hash = (tag: string, data: string) =>
  createHash('sha256').update(`fairdraw/1/${tag}\0${data}`).digest('hex');
const mac = (key: Buffer, data: string | Buffer) => createHmac('sha256', key).update(data).digest();

/** JSON with sorted keys: what a lock's values need of it. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, one]) => `${JSON.stringify(key)}:${sorted(one)}`).join(',')}}`;
}

export function secondLots(
  lock: LotsLock,
  list: readonly (readonly string[])[],
  entropy: readonly string[],
) {
  const lockHash = hash('lock', sorted(lock));
  const seedOf = (of: readonly string[]) =>
    mac(Buffer.from(lockHash, 'hex'), `fairdraw/1/seed\0${sorted(of)}`);
  const keyOf = (seed: Buffer, label: string) => mac(seed, `fairdraw/1/key\0${label}`);
  const ordered = (seed: Buffer, label: string, ids: readonly string[]) =>
    [...ids].sort((a, b) => Buffer.compare(mac(keyOf(seed, label), a), mac(keyOf(seed, label), b)));
  const first = seedOf(entropy.slice(0, -1));
  const { m, k, quotas } = lock.rule;

  const words = (function* () {
    for (let n = 0n; ; n += 1n) {
      const count = Buffer.alloc(8);
      count.writeBigUInt64BE(n);
      const block = mac(keyOf(first, 'mix'), count);
      for (let at = 0; at < 32; at += 4) yield block.readUInt32BE(at);
    }
  })();
  const below = (n: number) => {
    for (;;) {
      const word = words.next().value;
      if (word < 2 ** 32 - (2 ** 32 % n)) return word % n;
    }
  };
  const valueOf = new Map(lock.pool.map(({ id, a }) => [id, a]));
  const obeys = (panel: ReadonlySet<string>) =>
    quotas.every(({ a, v, min, max }) => {
      const count = [...panel].filter((id) => valueOf.get(id)?.[a] === v).length;
      return min <= count && count <= max;
    });
  const panels = list.map((panel) => new Set(panel));
  const member = (n: number, i: number) => [...(panels[n] ?? [])].sort()[i] ?? '';
  let made = 0;
  for (let n = 0; n < Math.min(20 * m * k, 2_000_000); n += 1) {
    const [x, y, i, j] = [below(m), below(m), below(k), below(k)];
    const [a, b] = [member(x, i), member(y, j)];
    if (x === y || panels[y]?.has(a) || panels[x]?.has(b)) continue;
    const left = new Set([...(panels[x] ?? [])].map((id) => (id === a ? b : id)));
    const right = new Set([...(panels[y] ?? [])].map((id) => (id === b ? a : id)));
    if (!obeys(left) || !obeys(right)) continue;
    panels[x] = left;
    panels[y] = right;
    made += 1;
  }

  const places = ordered(
    first,
    'number',
    panels.map((_, place) => String(place)),
  ).map(Number);
  const numbered = places.map((place) => [...(panels[place] ?? [])].sort());
  const number = entropy.at(-1) ?? '';
  const selected = numbered[Number(number)] ?? [];
  const seed = seedOf(entropy);
  const cells = new Map<string, string[]>();
  for (const { id, a } of lock.pool) {
    const cell = lock.rule.by.map((one) => a[one]).join('|');
    cells.set(cell, [...(cells.get(cell) ?? []), id]);
  }
  const byCell = <T>(of: (ids: readonly string[]) => T) =>
    Object.fromEntries([...cells].map(([cell, ids]) => [cell, of(ids)]));
  return {
    seed: seed.toString('hex'),
    number,
    panel: (places[Number(number)] ?? 0) + 1,
    made,
    numbered: hash('numbered', sorted(numbered)),
    quota: byCell((ids) => ids.filter((id) => selected.includes(id)).length),
    selected,
    order: ordered(seed, 'order', selected),
    reserve: byCell((ids) =>
      ordered(
        seed,
        'ticket',
        ids.filter((id) => !selected.includes(id)),
      ),
    ),
  };
}
