#!/usr/bin/env node
// Checks a draw, or all draws of a meeting, from the file that anyone can download: node verify-draw.mjs FILE
// Stands alone: Node 18 or newer, no other file, no network. Written from the rules (DRAW.md, whose sections it names) and
// apart from the program that draws, so that whoever does not trust the one can read the other.
import { createHash, createHmac } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What differs: where, and in which words (Chinese, English). */
export class Wrong extends Error {
  constructor(place, zh, en) {
    super(`${place}: ${en}`);
    Object.assign(this, { place, words: [zh, en] });
  }
}
function need(holds, place, [zh, en] = ['不合规则', 'is not as the rules have it']) {
  if (!holds) throw new Wrong(place, zh, en);
}
const isText = (x) => typeof x === 'string';
const isName = (x) => isText(x) && x !== '';
const isCount = (x) => Number.isSafeInteger(x) && x >= 0;
const isList = Array.isArray;
const isObject = (x) => typeof x === 'object' && x !== null && !isList(x);
const isHex = (x) => isText(x) && /^[0-9a-f]{64}$/.test(x);
const isId = (x) => isText(x) && /^[A-Za-z0-9._-]{1,64}$/.test(x);
const isUnique = (list) => new Set(list).size === list.length;
const isWithin = ({ min, max }, n) => min <= n && n <= max;
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
/** A member of its own: every object inherits a `constructor`, and a cell may be called that. */
const own = (x, name) => (Object.hasOwn(x, name) ? x[name] : undefined);
const at = (place, name) => (/^[a-z_]+$/i.test(name) ? `${place}.${name}` : `${place}[${name}]`);

/** Every member passes its test, and there is no other. */
function shape(x, place, tests) {
  need(isObject(x), place);
  for (const name of Object.keys(x))
    need(own(tests, name), at(place, name), ['多余', 'is too much']);
  for (const name of Object.keys(tests)) need(tests[name](own(x, name)), at(place, name));
}

/** The first place in which what the file says is not what comes out here. */
export function same(place, said, computed) {
  const isDeep = (isList(said) && isList(computed)) || (isObject(said) && isObject(computed));
  if (isDeep) {
    for (const name of new Set([...Object.keys(said), ...Object.keys(computed)]))
      same(at(place, name), own(said, name), own(computed, name));
    return;
  }
  const [left, right] = [said, computed].map((x) => (x === undefined ? '–' : JSON.stringify(x)));
  if (left === right) return;
  let digit = 0;
  if (isText(said) && isText(computed))
    do digit += 1;
    while (said[digit - 1] === computed[digit - 1]);
  throw new Wrong(
    place,
    `${digit ? `从第${digit}位起不同：` : ''}文件写的是${left}，算出来是${right}`,
    `${digit ? `differs from character ${digit} on: ` : ''}the file says ${left}, computed is ${right}`,
  );
}

// Notation: strict JSON, canonical JSON, hashes; and what a seed gives (§3).

/** JSON.parse takes the last of two members of one name, and changes numbers that it cannot hold: both are refused here. */
export function readStrict(text) {
  const value = JSON.parse(text.replace(/^\ufeff/, ''));
  const open = [];
  const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d[\d.eE+-]*|[{}[\]]/g;
  for (const [token, string, colon] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(new Set());
    if (token === '}' || token === ']') open.pop();
    need(open.length <= 24, 'JSON', ['层数太多', 'is nested too deeply']);
    const isWhole = isCount(Number(token)) && String(Number(token)) === token;
    need(!/^[-\d]/.test(token) || isWhole, token, [
      '不是整数的写法',
      'is not how a whole number is written',
    ]);
    if (!colon) continue;
    const name = JSON.parse(string);
    need(!open.at(-1).has(name), string, ['写了两次', 'stands there twice']);
    open.at(-1).add(name);
  }
  canonical(value);
  return value;
}

export function canonical(x, place = 'JSON') {
  if (isText(x)) {
    need(x.normalize('NFC') === x && !/[\ud800-\udfff]/u.test(x), place);
    return JSON.stringify(x);
  }
  if (typeof x === 'boolean' || isCount(x)) return String(x);
  if (isList(x)) return `[${x.map((one, n) => canonical(one, at(place, n))).join()}]`;
  need(isObject(x), place);
  const member = (name) => `${canonical(name, place)}:${canonical(x[name], at(place, name))}`;
  return `{${Object.keys(x).sort().map(member).join()}}`;
}

const H = (data) => createHash('sha256').update(data).digest('hex');
const T = (tag, data) =>
  createHash('sha256').update(`fairdraw/1/${tag}\0`).update(data).digest('hex');
const M = (key, ...data) =>
  data.reduce((mac, one) => mac.update(one), createHmac('sha256', key)).digest();
const hashOf = (lock) => T('lock', canonical(lock));
const keyOf = (seed, label) => M(seed, `fairdraw/1/key\0${label}`);
const seedOf = (lock, entropy) =>
  M(Buffer.from(hashOf(lock), 'hex'), 'fairdraw/1/seed\0', canonical(entropy));

function byTicket(seed, label, ids) {
  const key = keyOf(seed, label);
  const tickets = new Map(ids.map((id) => [id, M(key, id).toString('hex')]));
  return [...ids].sort((a, b) => (tickets.get(a) < tickets.get(b) ? -1 : 1));
}

/** below(n) of one stream: each call takes the next word. */
function stream(seed, label) {
  const [key, count] = [keyOf(seed, label), Buffer.alloc(8)];
  let block;
  let read = 0;
  const word = () => {
    count.writeBigUInt64BE(BigInt(Math.floor(read / 8)));
    if (read % 8 === 0) block = M(key, count);
    return block.readUInt32BE((read++ % 8) * 4);
  };
  return (n) => {
    for (;;) {
      const x = word();
      if (x < 2 ** 32 - (2 ** 32 % n)) return x % n;
    }
  };
}

// Whether a lock is well formed (§1, §2, §9), lists what differs from a sealed pool (§11), and what its sources gave (§2).

const CHAIN = '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971';
const roundTime = (round) => 1692803367 + (round - 1) * 3;

/** 30 February would be read as 2 March: then it does not come out as it went in. */
function seconds(time) {
  const date = new Date(isText(time) && /^\d{4}-.*:\d\dZ$/.test(time) ? time : NaN);
  const isSame = !Number.isNaN(date.getTime()) && date.toISOString() === time.replace('Z', '.000Z');
  return isSame ? date / 1000 : NaN;
}

/** The pool's ids by cell, cells in order. */
function cellsOf({ pool, rule }) {
  const cells = new Map();
  for (const { id, a } of pool) {
    const cell = (rule.by ?? []).map((name) => a[name]).join('|');
    cells.set(cell, [...(cells.get(cell) ?? []), id]);
  }
  return new Map([...cells].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Ids ascend, and no value holds what separates two of them. */
function checkPool(pool, place) {
  const isValue = (x) => isText(x) && [...x].every((one) => one >= ' ' && one !== '|');
  const areValues = (x) => isObject(x) && Object.values(x).every(isValue);
  pool.forEach((one, n) => {
    const isNext = (id) => isId(id) && (n === 0 || pool[n - 1].id < id);
    shape(one, at(place, n), { id: isNext, a: areValues });
  });
}

const isCode = (why) => isText(why) && /^[\p{L}\p{N}._:/-]{1,32}$/u.test(why);

export function checkLock(lock) {
  const [isVersion, isTime] = [(x) => x === 'fairdraw/1', (x) => !Number.isNaN(seconds(x))];
  const isPrev = (x) => (lock.seq === 0 ? x === '' : isHex(x));
  const isRoster = (x) => isHex(x) || !Object.hasOwn(lock, 'roster');
  const first = { v: isVersion, session: isName, draw: isName, seq: isCount, prev: isPrev };
  const then = { locked_at: isTime, roster: isRoster, pool: isList, excluded: isList };
  const isSealed = Object.hasOwn(lock, 'sealed') || Object.hasOwn(lock, 'added');
  const seal = isSealed ? { sealed: isHex, added: isList } : {};
  shape(lock, 'lock', { ...first, ...then, ...seal, rule: isObject, entropy: isList });
  checkPool(lock.pool, 'lock.pool');
  const known = new Set(lock.pool.map(({ id }) => id));
  lock.excluded.forEach((one, n) => {
    const isNew = (id) => isId(id) && !known.has(id);
    shape(one, `lock.excluded[${n}]`, { id: isNew, why: isCode });
    known.add(one.id);
  });
  const left = new Set(lock.pool.map(({ id }) => id));
  (lock.added ?? []).forEach((one, n) => {
    shape(one, `lock.added[${n}]`, { id: (id) => left.delete(id), why: isCode });
  });
  checkRule(lock);
  checkSources(lock);
  canonical(lock, 'lock');
}

const counts = ({ v }, n) => [`“${v}”有${n}名`, `has ${n} of ${v}`];

function checkRule({ pool, rule }) {
  const isKnown = (name) => isText(name) && pool.every(({ a }) => Object.hasOwn(a, name));
  const isBy = (by) => isList(by) && isUnique(by) && by.every(isKnown);
  const isSize = (k) => isCount(k) && k >= 1 && k <= pool.length;
  const isNumber = (m) => [10, 100, 1000].includes(m);
  const isTake = (take) =>
    isObject(take) &&
    Object.entries(take).every(([cell, n]) => isCount(n) && n <= (cells.get(cell) ?? []).length);
  const form = {
    simple: { k: isSize },
    fixed: { by: isBy, take: isObject },
    proportional: { by: isBy, k: isSize },
    lottery: { by: isBy, k: isSize, quotas: isList, panels: isList },
    lots: { by: isBy, k: isSize, m: isNumber, quotas: isList, panels: isHex },
  };
  const { kind, by = [], k, take, quotas = [], panels } = rule;
  need(isText(kind) && own(form, kind), 'lock.rule.kind');
  shape(rule, 'lock.rule', { kind: isText, ...form[kind] });
  need(kind === 'simple' || kind === 'lots' || by.length > 0, 'lock.rule.by');
  const cells = cellsOf({ pool, rule });
  if (kind === 'fixed') need(isTake(take) && sum(Object.values(take)) > 0, 'lock.rule.take');
  quotas.forEach((one, n) => {
    const [isOf, isMax] = [(a) => by.includes(a), (max) => isCount(max) && one.min <= max];
    shape(one, `lock.rule.quotas[${n}]`, { a: isOf, v: isText, min: isCount, max: isMax });
  });
  if (kind === 'lots') {
    need(isUnique(quotas.map(({ a, v }) => `${v}|${a}`)), 'lock.rule.quotas');
    const isUsed = (name) => quotas.some(({ a }) => a === name);
    need(by.every(isUsed), 'lock.rule.by');
  }
  if (kind !== 'lottery') return;
  need(panels.length > 0, 'lock.rule.panels');
  panels.forEach((panel, n) => {
    const isWhole = (of) => isTake(of) && sum(Object.values(of)) === k;
    shape(panel, `lock.rule.panels[${n}]`, { w: (w) => isCount(w) && w >= 1, take: isWhole });
    for (const quota of quotas) {
      const isCounted = ([cell]) => cell.split('|')[by.indexOf(quota.a)] === quota.v;
      const has = sum([...cells].filter(isCounted).map(([cell]) => own(panel.take, cell) ?? 0));
      need(isWithin(quota, has), `lock.rule.panels[${n}]`, counts(quota, has));
    }
  });
  need(sum(panels.map(({ w }) => w)) <= 2 ** 32, 'lock.rule.panels');
}

function checkSources({ rule, entropy, locked_at: lockedAt }) {
  const atLeast = (fewest) => (count) => isCount(count) && count >= fewest;
  const isRound = (round) => isCount(round) && round >= 1 && roundTime(round) > seconds(lockedAt);
  const dice = { dice10: { count: atLeast(20) }, dice6: { count: atLeast(26) }, phones: {} };
  const drand = { chain: (x) => x === CHAIN, round: isRound };
  const form = { ...dice, drand, salt: { commit: isHex }, digits: { count: isCount } };
  need(entropy.length > 0, 'lock.entropy');
  entropy.forEach((one, n) => {
    need(isObject(one) && isText(one.type) && own(form, one.type), `lock.entropy[${n}]`);
    shape(one, `lock.entropy[${n}]`, { type: isText, ...form[one.type] });
  });
  const types = entropy.map(({ type }) => type);
  const before = rule.kind === 'lots' ? types.slice(0, -1) : types;
  need(!before.includes('digits'), 'lock.entropy');
  if (rule.kind !== 'lots') return;
  need(types.at(-1) === 'digits' && 10 ** entropy.at(-1).count === rule.m, 'lock.entropy');
  need(isUnique(types) && before.some((type) => type !== 'salt'), 'lock.entropy');
}

export function checkEntropy(lock, entropy, place = 'entropy') {
  need(isList(entropy) && entropy.length === lock.entropy.length, place);
  lock.entropy.forEach(({ type, count, commit }, n) => {
    const [part, dice] = [entropy[n], type === 'dice6' ? /^[1-6]*$/ : /^[0-9]*$/];
    const isHexPart = count === undefined && isHex(part);
    const isWhole = isHexPart || (isText(part) && part.length === count && dice.test(part));
    need(isWhole, at(place, n), ['位数或数字不对', 'has other digits than its source gives']);
    const opens = type !== 'salt' || T('salt', Buffer.from(part, 'hex')) === commit;
    need(opens, at(place, n), ['打不开封好的数', 'does not open the number that was sealed']);
  });
}

// How many of each cell (§4), who, and with what chances (§5).

const gcd = (a, b) => (b === 0n ? a : gcd(b, a % b));
function fraction(n, d) {
  const common = gcd(BigInt(n), BigInt(d));
  return `${BigInt(n) / common}/${BigInt(d) / common}`;
}
const byCell = (cells, make) =>
  Object.fromEntries([...cells].map(([cell, ids]) => [cell, make(cell, ids)]));

function quotaOf({ pool: { length: N }, rule }, cells, seed) {
  const { kind, k, take, panels } = rule;
  if (kind === 'simple') return [0, { '': k }];
  if (kind === 'fixed') return [0, byCell(cells, (cell) => own(take, cell) ?? 0)];
  if (kind === 'lottery') {
    let u = stream(seed, 'panel')(sum(panels.map(({ w }) => w)));
    const n = panels.findIndex(({ w }) => (u -= w) < 0);
    return [n + 1, byCell(cells, (cell) => own(panels[n].take, cell) ?? 0)];
  }
  // Proportional: the remainders lie end to end on a line; whichever has one of the marks u, u + N, u + 2N … gives one more.
  const hasRest = [...cells.values()].some((ids) => (k * ids.length) % N !== 0);
  let mark = hasRest ? stream(seed, 'round')(N) : 0;
  let end = 0;
  return [
    0,
    byCell(cells, (_, ids) => {
      end += (k * ids.length) % N;
      const isMarked = mark < end;
      if (isMarked) mark += N;
      return Math.floor((k * ids.length) / N) + Number(isMarked);
    }),
  ];
}

function chancesOf({ pool, rule }, cells) {
  const { kind, k, take, panels } = rule;
  return byCell(cells, (cell, { length }) => {
    if (kind === 'fixed') return fraction(own(take, cell) ?? 0, length);
    if (kind !== 'lottery') return fraction(k, pool.length);
    const seats = panels.map((one) => BigInt(one.w) * BigInt(own(one.take, cell) ?? 0));
    const whole = BigInt(sum(panels.map(({ w }) => w))) * BigInt(length);
    return fraction(
      seats.reduce((all, one) => all + one),
      whole,
    );
  });
}

export function draw(lock, entropy) {
  const [cells, seed] = [cellsOf(lock), seedOf(lock, entropy)];
  const [panel, quota] = quotaOf(lock, cells, seed);
  const ordered = byCell(cells, (_, ids) => byTicket(seed, 'ticket', ids));
  const selected = [...cells.keys()].flatMap((cell) => ordered[cell].slice(0, quota[cell])).sort();
  const order = byTicket(seed, 'order', selected);
  const reserve = byCell(cells, (cell) => ordered[cell].slice(quota[cell]));
  const inclusion = chancesOf(lock, cells);
  return { seed: seed.toString('hex'), panel, quota, selected, order, reserve, inclusion };
}

// A thousand lots (§9).

const timesOf = (list) =>
  list.flat().reduce((times, id) => times.set(id, (times.get(id) ?? 0) + 1), new Map());

export function checkList(lock, list, places, place = 'panels') {
  const { k, m, quotas, panels } = lock.rule;
  const valueOf = new Map(lock.pool.map(({ id, a }) => [id, a]));
  need(isList(list) && list.length === m && list.every(isList), place);
  list.forEach((panel, n) => {
    const here = at(place, n);
    const inOwn = (id) => (own(places, id) ?? []).includes(n + 1);
    const has = panel.find((id) => !inOwn(id)) ?? '–';
    const lacks = Object.keys(places).find((id) => inOwn(id) && !panel.includes(id)) ?? '–';
    const zh = `第${n + 1}组里有${has}，按各人名下的组号应是${lacks}`;
    const en = `panel ${n + 1} has ${has}; by what stands under each person it should be ${lacks}`;
    need(has === '–' && lacks === '–', here, [zh, en]);
    const isAscending = panel.every((id, i) => valueOf.has(id) && (i === 0 || panel[i - 1] < id));
    need(panel.length === k && isAscending, here);
    for (const quota of quotas) {
      const count = panel.filter((id) => valueOf.get(id)[quota.a] === quota.v).length;
      need(isWithin(quota, count), here, counts(quota, count));
    }
  });
  const times = timesOf(list);
  for (const [cell, ids] of cellsOf(lock)) {
    const counts = ids.map((id) => times.get(id) ?? 0);
    const isEven = Math.min(...counts) > 0 && Math.max(...counts) - Math.min(...counts) <= 1;
    need(isEven, place, [`“${cell}”各人的组数不匀`, `does not treat all of “${cell}” alike`]);
  }
  same('lock.rule.panels', panels, T('panels', canonical(list)));
}

/** The exchange: no panel leaves its quotas, and nobody's number of panels changes. */
function mix({ pool, rule: { k, m, quotas } }, list, seed) {
  const countsOf = (a) => quotas.map((quota) => Number(a[quota.a] === quota.v));
  const counted = new Map(pool.map(({ id, a }) => [id, countsOf(a)]));
  const sumOf = (panel) => quotas.map((_, n) => sum(panel.map((id) => counted.get(id)[n])));
  const [panels, counts] = [list.map((panel) => [...panel]), list.map(sumOf)];
  const below = stream(seed, 'mix');
  let made = 0;
  for (let left = Math.min(20 * m * k, 2_000_000); left > 0; left -= 1) {
    const [x, y, i, j] = [below(m), below(m), below(k), below(k)];
    const [a, b] = [panels[x][i], panels[y][j]];
    if (x === y || panels[y].includes(a) || panels[x].includes(b)) continue;
    const change = quotas.map((_, n) => counted.get(b)[n] - counted.get(a)[n]);
    const fits = (panel, sign) =>
      quotas.every((one, n) => isWithin(one, counts[panel][n] + sign * change[n]));
    if (!fits(x, 1) || !fits(y, -1)) continue;
    panels[x][i] = b;
    panels[y][j] = a;
    for (const panel of [x, y]) panels[panel].sort();
    counts[x] = counts[x].map((count, n) => count + change[n]);
    counts[y] = counts[y].map((count, n) => count - change[n]);
    made += 1;
  }
  return { made, panels };
}

export function drawLots(lock, list, entropy) {
  const [cells, seed, number] = [cellsOf(lock), seedOf(lock, entropy), entropy.at(-1)];
  const first = seedOf(lock, entropy.slice(0, -1));
  const { made, panels } = mix(lock, list, first);
  const places = byTicket(first, 'number', [...panels.keys()].map(String));
  const numbered = T('numbered', canonical(places.map((place) => panels[place])));
  const panel = Number(places[Number(number)]);
  const selected = panels[panel];
  const left = byCell(cells, (_, ids) => ids.filter((id) => !selected.includes(id)));
  const times = timesOf(list);
  const chances = (ids, pick) => fraction(pick(...ids.map((id) => times.get(id))), lock.rule.m);
  const drawn = { seed: seed.toString('hex'), number, panel: panel + 1, made, numbered, selected };
  return {
    ...drawn,
    quota: byCell(cells, (cell, ids) => ids.length - left[cell].length),
    order: byTicket(seed, 'order', selected),
    reserve: byCell(cells, (cell) => byTicket(seed, 'ticket', left[cell])),
    inclusion: byCell(cells, (_, ids) => [chances(ids, Math.min), chances(ids, Math.max)]),
  };
}

// A pool that was sealed before (§11).

const UNLISTED = {
  'left-out': [
    '封存时在，锁定时不在，没有列出',
    'was sealed, is not in the pool, and is not listed',
  ],
  'put-in': ['封存时不在，锁定时在，没有列出', 'was not sealed, is in the pool, and is not listed'],
  changed: [
    '属性与封存时不同，没有列出',
    'has another attribute than was sealed, and is not listed',
  ],
  'not-added': ['列为新增或改动，封存时就是这样', 'is listed as added, and was sealed alike'],
};

/** Whose difference from the sealed pool a lock does not list, as [code, id]; whoever is listed has to differ. */
export function unlisted(lock, sealed) {
  const { pool, excluded, added = [] } = lock;
  const [before, now] = [sealed.pool, pool].map((all) => new Map(all.map(({ id, a }) => [id, a])));
  const [left, come] = [excluded, added].map((all) => new Set(all.map(({ id }) => id)));
  const gone = [...before.keys()].filter((id) => !now.has(id) && !left.has(id));
  const found = gone.map((id) => ['left-out', id]);
  for (const [id, a] of now) {
    const was = before.get(id);
    const isAlike = was && Object.keys(a).every((name) => own(was, name) === a[name]);
    const code = isAlike ? 'not-added' : was ? 'changed' : 'put-in';
    if (come.has(id) === Boolean(isAlike)) found.push([code, id]);
  }
  return found;
}

/** Looks whether the sealed pool is the one that the lock names, then gives a check for each difference. */
function checkSeal({ lock, sealed }, place) {
  need(isHex(lock.sealed), place, ['锁定没有写封存的名单', 'is of no seal that the lock names']);
  need(isObject(sealed), place, ['文件里没有', 'is not in the file']);
  shape(sealed, place, { pool: isList, roster: isHex });
  checkPool(sealed.pool, `${place}.pool`);
  const isNamed = () => same('lock.sealed', lock.sealed, T('sealed', canonical(sealed)));
  const of = ([code, id]) => need(false, at(place, id), UNLISTED[code]);
  return [isNamed, ...unlisted(lock, sealed).map((one) => () => of(one))];
}

// A file (§7): each step prints a line, and where something differs, where and what.

const STEPS = {
  file: ['文件完整', 'The file is whole'],
  lock: ['锁定的内容合规则', 'The lock is as the rules have it'],
  seal: ['与封存的名单的差别都列出了', 'Every difference from the sealed pool is listed'],
  shown: ['锁定的内容算出当时显示的64位', 'The lock gives the 64 digits that were shown'],
  times: ['各随机源都在锁定之后截止', 'Every source closed after the lock, in order'],
  sources: ['随机源与封好的数、字词、信标相符', 'The sources give what is said of them'],
  list: ['各组合规则，就是锁定的那一份', 'The panels keep the rules, and are those of the lock'],
  result: ['整个抽签重算一遍，结果相同', 'The whole draw, computed again, comes out the same'],
  assurance: ['可信程度没有说高', 'The assurance is not overstated'],
  record: ['记录的64位相同', 'The record has its 64 digits'],
  replacements: ['替补按名次', 'Replacements follow the reserve'],
  chain: ['各次抽签首尾相接', 'The draws follow each other without a gap'],
  sum: ['文件自带的校验值相同', 'The file has its own sum'],
  seen: ['您记下的64位就是锁定的64位', 'The 64 digits that you noted are those of a lock'],
};

function checkTimes({ lock, closed: times }, place) {
  need(times.length === lock.entropy.length, place);
  const time = ({ type, round }, n) => (type === 'drand' ? roundTime(round) : seconds(times[n]));
  const closes = lock.entropy.map((source, n) => ({ type: source.type, time: time(source, n) }));
  const last = (isOne) => Math.max(...closes.filter(isOne).map((one) => one.time));
  const numbering = last(({ type }) => type !== 'digits');
  const byHand = last(({ type }) => type !== 'digits' && type !== 'drand');
  closes.forEach(({ type, time: closed }, n) => {
    const earliest = type === 'digits' ? numbering : type === 'drand' ? byHand + 1 : 0;
    const isLate = closed > seconds(lock.locked_at) && closed >= earliest;
    need(isLate, at(place, n), ['太早', 'is too early']);
  });
}

/** Words and signatures give the entropy, and none of them is missing. */
function checkProofs({ lock, entropy, proofs, status }, place) {
  const shown = proofs.filter(({ type }) => type !== 'signer');
  for (const { type, source, typed, signature } of shown) {
    need(lock.entropy[source].type === type, `${place}.proofs`);
    const isWords = type === 'phones';
    need(isWords || /^[0-9a-f]{96}$/.test(signature), `${place}.proofs`);
    const gives = isWords ? T('phones', canonical(typed)) : H(Buffer.from(signature, 'hex'));
    same(`${place}.entropy[${source}]`, entropy[source], gives);
  }
  lock.entropy.forEach(({ type }, n) => {
    const isBare = type !== 'phones' && type !== 'drand';
    const isShown = isBare || status === 'void' || shown.some(({ source }) => source === n);
    need(isShown, `${place}.proofs`, ['缺字词表或签名', 'lacks words or a signature']);
  });
}

function assuranceOf({ lock, keptApart }) {
  const has = (...types) => lock.entropy.some(({ type }) => types.includes(type));
  if (has('dice10', 'dice6', 'drand')) return 'public';
  return has('phones') && has('salt') && keptApart ? 'participants' : 'operator';
}

const recordOf = ({ lock, entropy, proofs, status, why = '' }) =>
  T('record', canonical({ lock_hash: hashOf(lock), entropy, proofs, status, why }));

function checkReplacements(one, { selected, reserve }, place) {
  const queues = [...cellsOf(one.lock)].map(([cell, ids]) => ({ ids, queue: reserve[cell] }));
  const drawn = new Set(selected);
  let prev = recordOf(one);
  one.replacements.forEach(({ record, hash }, n) => {
    const here = `${place}[${n}]`;
    same(`${here}.record.prev`, record.prev, prev);
    same(`${here}.record.lock_hash`, record.lock_hash, hashOf(one.lock));
    need(drawn.has(record.out), `${here}.record.out`, ['没有被抽中', 'was not drawn']);
    const cell = queues.find(({ ids }) => ids.includes(record.out));
    const isVacancy = record.in === '';
    const run = isVacancy ? record.skipped : [...record.skipped, record.in];
    same(`${here}.record`, run, isVacancy ? cell.queue : cell.queue.slice(0, run.length));
    cell.queue = cell.queue.filter((id) => id !== record.in);
    drawn.add(record.in);
    prev = T('replacement', canonical(record));
    same(`${here}.hash`, hash, prev);
  });
}

/** @param step runs checks and says what came of them; true where they hold */
function checkDraw(one, place, step) {
  const { lock, status, entropy, panels, places } = one;
  if (!step('lock', () => checkLock(lock))) return;
  const [isLots, isRead] = [lock.rule.kind === 'lots', status !== 'locked' && 'closed' in one];
  const hasSeal = lock.sealed !== undefined || 'sealed' in one;
  if (hasSeal) step('seal', () => checkSeal(one, `${place}.sealed`));
  step('shown', () => same(`${place}.shown`, one.shown, hashOf(lock)));
  if (isRead) step('times', () => checkTimes(one, `${place}.closed`));
  const answers = () => checkEntropy(lock, entropy, `${place}.entropy`);
  const canDraw = isRead && step('sources', answers, () => checkProofs(one, place));
  const fits = () => checkList(lock, panels, places, `${place}.panels`);
  const hasList = !isLots || step('list', fits);
  if (canDraw && hasList) {
    const result = isLots ? drawLots(lock, panels, entropy) : draw(lock, entropy);
    const names = Object.keys({ ...result, ...one.result });
    const isSame = (x) => () => same(`${place}.result.${x}`, own(one.result, x), own(result, x));
    step('result', ...names.map(isSame));
    const follow = () => checkReplacements(one, result, `${place}.replacements`);
    if (status === 'result') step('replacements', follow);
  }
  step('assurance', () => same(`${place}.assurance`, one.assurance, assuranceOf(one)));
  if (status !== 'locked') step('record', () => same(`${place}.record`, one.record, recordOf(one)));
}

/** Nothing was dropped or done twice, and nobody chose by leaving a sealed number unopened. */
function checkChain(draws) {
  const opens = ({ commit }, part) => isHex(part) && T('salt', Buffer.from(part, 'hex')) === commit;
  const isShut = ({ lock, entropy = [] }) =>
    lock.entropy.some((one, n) => one.type === 'salt' && !opens(one, entropy[n]));
  draws.forEach(({ lock, status, why }, n) => {
    const [here, before] = [`draws[${n}]`, draws[n - 1]];
    same(`${here}.lock.seq`, lock.seq, n);
    same(`${here}.lock.prev`, lock.prev, before ? recordOf(before) : '');
    need(status !== 'void' || why !== '', `${here}.why`, ['没有写', 'is empty']);
    need(status !== 'locked' || n === draws.length - 1, `${here}.status`);
    if (!before) return;
    same(`${here}.lock.session`, lock.session, before.lock.session);
    const isLater = lock.locked_at >= before.lock.locked_at;
    need(isLater, `${here}.lock.locked_at`, ['早于上一次', 'is before the draw before it']);
    const isFree = !lock.entropy.some(({ type }) => type === 'salt') || !isShut(before);
    need(isFree, `${here}.lock.entropy`, ['上次的密封数没开', 'follows a sealed number left shut']);
  });
}

/** All that differs in a file, as {step, place, words: [Chinese, English]}; `say` gets each line in both. */
export function verify(text, say = () => {}, seen) {
  const found = [];
  const step = (name, ...checks) => {
    const before = found.length;
    for (const check of checks)
      try {
        // Some give further ones.
        for (const further of check() ?? []) checks.push(further);
      } catch ({
        message,
        place = name,
        words = [`读不了：${message}`, `cannot be read: ${message}`],
      }) {
        found.push({ step: name, place, words });
      }
    const own = found.slice(before);
    say(STEPS[name].map((line) => `${own.length === 0 ? '✓' : '✗'} ${line}`));
    for (const { place, words } of own) say(words.map((line) => `    ${place} ${line}`));
    return own.length === 0;
  };
  let file;
  const isFile = step('file', () => {
    file = readStrict(text);
    const isForm = file.form === 'fairdraw-proof/1';
    need(isForm, 'form', [
      '不是抽签文件，或者版本不同',
      'is no file of draws, or of another version',
    ]);
    need(file.of === 'meeting' || (file.of === 'draw' && file.draws.length === 1), 'of');
    const isOne = ({ lock, status }) => isObject(lock) && /^(locked|result|void)$/.test(status);
    need(file.draws.every(isOne), 'draws');
  });
  if (!isFile) return found;
  file.draws.forEach((one, n) => {
    const { draw: name, pool, seq } = one.lock;
    const of = isList(pool) ? pool.length : '?';
    say([
      `\n第${seq + 1}次抽签：${name}，名单${of}`,
      `\nDraw ${seq + 1}: ${name}, a pool of ${of}`,
    ]);
    checkDraw(one, `draws[${n}]`, step);
    const order = one.result?.order;
    if (isList(order)) say(['抽出', 'Drawn'].map((word) => `  ${word}: ${order.join(' ')}`));
  });
  say(['', '']);
  if (file.of === 'meeting') step('chain', () => checkChain(file.draws));
  const { form, of, draws } = file;
  step('sum', () => same('sum', file.sum, T('proof', canonical({ form, of, draws }))));
  if (seen === undefined) return found;
  const fits = ({ shown }) => [...`${seen}.`].findIndex((digit, n) => digit !== shown[n]) + 1;
  const digit = Math.max(1, ...draws.map(fits));
  const differs = [`第${digit}位起与锁定的不同`, `differs from digit ${digit} on from the lock`];
  step('seen', () => need(digit === 65 && seen.length === 64, '--lock', differs));
  return found;
}

/** What no program can see for you. */
const BY_EYE = [
  '\n请自己核对：64位是否就是您当时看到的；骰子是否就是录像里的；字词表里有没有您的那一个。\n信标的签名这里只核对它的SHA-256；签名本身由/verify页面和程序库核对。',
  '\nFor your own eyes: the 64 digits are those that you saw, the dice those of the recording, your word is in the list.\nOf a beacon this script checks round, time and SHA-256; the signature itself is checked by the page /verify and the library.',
];

const USAGE = [
  '用法：node verify-draw.mjs [--lang zh|en] [--lock 您记下的64位] 文件（没有文件名就读标准输入）',
  'Usage: node verify-draw.mjs [--lang zh|en] [--lock THE-64-DIGITS-YOU-SAW] FILE (or standard input)',
];

function main(args) {
  const option = (name) => args.includes(name) && args.splice(args.indexOf(name), 2)[1];
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const language = /^zh/i.test(option('--lang') || LC_ALL || LC_MESSAGES || LANG) ? 0 : 1;
  const say = (line) => console.log(line[language]);
  const seen = option('--lock');
  const [path = '-'] = args;
  let text;
  try {
    if (path === '-' && process.stdin.isTTY) throw new Error(USAGE[language]);
    text = readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch ({ message }) {
    say([message, message]);
    return 1;
  }
  const { length } = verify(text, say, seen ? seen.replace(/\s/g, '').toLowerCase() : undefined);
  say(BY_EYE);
  const [zh, en] = [
    `\n有${length}处不符。`,
    `\n${length} ${length === 1 ? 'place differs' : 'places differ'}.`,
  ];
  say(length === 0 ? ['\n全部相符。', '\nAll of it holds.'] : [zh, en]);
  return length === 0 ? 0 : 1;
}

// Run by itself, and not read by a test.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  process.exitCode = main(process.argv.slice(2));
