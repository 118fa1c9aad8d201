#!/usr/bin/env node
// Checks a draw, or all draws of a meeting, from the file that anyone can download: node verify-draw.mjs FILE
// Stands alone: Node 18 or newer, no other file, no network. Written from the rules (DRAW.md, whose sections § names) and
// apart from the program that draws, so that whoever does not trust the one can read the other.
//
// How to read it, in ten minutes: part 1 computes a draw, part 2 compares the file with it, and these two are all that decides.
// Part 3 refuses what no lock and no file may say: it can stop a file, and change no result. Part 4 is words and printing. A
// check returns where all is well, and else says what differs, by one of these two:
import { createHash, createHmac } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';

/** @param says one of the sentences of part 4, with what stands for its $1, $2 … */
function need(holds, place, says = 'is not as the rules have it', ...of) {
  if (!holds) throw Object.assign(new Error(says), { place, of });
}

/** The first place in which what the file says is not what comes out here. */
function same(place, said, computed) {
  if ([said, computed].every(isList) || [said, computed].every(isObject)) {
    for (const name of new Set([...Object.keys(said), ...Object.keys(computed)]))
      same(at(place, name), own(said, name), own(computed, name));
    return;
  }
  const [left, right] = [said, computed].map((x) => (x === undefined ? '–' : JSON.stringify(x)));
  // In texts, which have a quotation mark before their first character.
  const digit = isText(said) && isText(computed) ? firstOther(left, right) : 0;
  const from = digit > 0 ? 'differs from character $3 on: ' : '';
  need(left === right, place, `${from}the file says $1, computed is $2`, left, right, digit);
}
const firstOther = (left, right) => left.split('').findIndex((one, n) => one !== right[n]);
const at = (place, name) => (/^[a-z_]+$/i.test(name) ? `${place}.${name}` : `${place}[${name}]`);
/** A member of its own: every object inherits a `constructor`, and a cell may be called that. */
const own = (x, name) => (Object.hasOwn(x, name) ? x[name] : undefined);

// Part 1: what is computed. Notation, seed, tickets (§3).

export function canonical(x, place = 'JSON') {
  if (isText(x)) need(x.normalize('NFC') === x && !/[\ud800-\udfff]/u.test(x), place);
  if (isText(x) || typeof x === 'boolean' || isCount(x)) return JSON.stringify(x);
  if (isList(x)) return `[${x.map((one, n) => canonical(one, at(place, n))).join()}]`;
  need(isObject(x), place);
  const member = (name) => `${canonical(name, place)}:${canonical(x[name], at(place, name))}`;
  return `{${Object.keys(x).sort().map(member).join()}}`;
}

const bytes = (hex) => Buffer.from(hex, 'hex');
const digest = (hash, data) => data.reduce((all, one) => all.update(one), hash).digest();
const H = (...data) => digest(createHash('sha256'), data).toString('hex');
const M = (key, ...data) => digest(createHmac('sha256', key), data);
const T = (tag, data) => H(`fairdraw/1/${tag}\0`, data);
const hashOf = (tag, value) => T(tag, canonical(value));
const seedOf = (lock, entropy) =>
  M(bytes(hashOf('lock', lock)), 'fairdraw/1/seed\0', canonical(entropy));
const keyOf = (seed, label) => M(seed, `fairdraw/1/key\0${label}`);
const recordOf = ({ lock, entropy, proofs, status, why = '' }) =>
  hashOf('record', { lock_hash: hashOf('lock', lock), entropy, proofs, status, why });

function byTicket(seed, label, ids) {
  const key = keyOf(seed, label);
  const tickets = ids.map((id) => `${M(key, id).toString('hex')} ${id}`);
  return tickets.sort().map((ticket) => ticket.slice(65));
}

/** below(n) of one stream: each call takes the next word, and one more for each that is too large. */
function stream(seed, label) {
  const [key, count] = [keyOf(seed, label), Buffer.alloc(8)];
  let words = [];
  return function below(n) {
    if (words.length === 0) {
      const block = M(key, count);
      words = [0, 4, 8, 12, 16, 20, 24, 28].map((from) => block.readUInt32BE(from));
      count.writeBigUInt64BE(count.readBigUInt64BE() + 1n);
    }
    const x = words.shift();
    return x < 2 ** 32 - (2 ** 32 % n) ? x % n : below(n);
  };
}

// How many of each cell, who, and with what chances (§4, §5).

/** The pool's ids by cell, cells in order. */
function cellsOf({ pool, rule: { by = [] } }) {
  const cells = new Map();
  for (const { id, a } of pool) {
    const cell = by.map((name) => a[name]).join('|');
    cells.set(cell, [...(cells.get(cell) ?? []), id]);
  }
  return new Map([...cells].sort(([a], [b]) => (a < b ? -1 : 1)));
}
const byCell = (cells, make) =>
  Object.fromEntries([...cells].map(([cell, ids]) => [cell, make(ids, cell)]));

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
const gcd = (a, b) => (b === 0 ? a : gcd(b, a % b));
/** Exact up to two million people, as weights add up to 2^32 at most. */
const fraction = (n, d) => `${n / gcd(n, d)}/${d / gcd(n, d)}`;

export function draw(lock, entropy) {
  const [cells, seed] = [cellsOf(lock), seedOf(lock, entropy)];
  const { kind, k, take, panels } = lock.rule;
  const [panel, quota, inclusion] =
    kind === 'simple' || kind === 'proportional'
      ? byShares(k, lock.pool.length, cells, seed)
      : byPanels(panels ?? [{ w: 1, take }], cells, seed);
  const lowest = ([cell, ids]) => byTicket(seed, 'ticket', ids).slice(0, quota[cell]);
  const selected = [...cells].flatMap(lowest).sort();
  return { ...resultOf(cells, seed, selected), panel: kind === 'lottery' ? panel : 0, inclusion };
}

/**
 * simple, proportional: each cell gives its share of k, rounded down. What that leaves over lies end to end on a line, cell by
 * cell; whichever has one of the marks u, u + N, u + 2N … gives one more. A simple draw has one cell, which leaves nothing.
 */
function byShares(k, N, cells, seed) {
  let mark = stream(seed, 'round')(N);
  let end = 0;
  const seats = ({ length }) => {
    end += (k * length) % N;
    const isMarked = mark < end;
    if (isMarked) mark += N;
    return Math.floor((k * length) / N) + Number(isMarked);
  };
  return [0, byCell(cells, seats), byCell(cells, () => fraction(k, N))];
}

/** fixed, lottery: the panel on which u comes to lie says how many of each cell. What is fixed is the only panel. */
function byPanels(panels, cells, seed) {
  const all = sum(panels.map(({ w }) => w));
  let u = stream(seed, 'panel')(all);
  const chosen = panels.findIndex(({ w }) => (u -= w) < 0);
  const seats = (panel, cell) => own(panel.take, cell) ?? 0;
  const weighted = (cell) => sum(panels.map((panel) => panel.w * seats(panel, cell)));
  const quota = byCell(cells, (_, cell) => seats(panels[chosen], cell));
  return [chosen + 1, quota, byCell(cells, (ids, c) => fraction(weighted(c), all * ids.length))];
}

/** What follows from who is selected, whatever the rule. */
function resultOf(cells, seed, selected) {
  const left = (ids) => ids.filter((id) => !selected.includes(id));
  const quota = byCell(cells, (ids) => ids.length - left(ids).length);
  const reserve = byCell(cells, (ids) => byTicket(seed, 'ticket', left(ids)));
  const order = byTicket(seed, 'order', selected);
  return { seed: seed.toString('hex'), quota, selected, order, reserve };
}

// Lots (§9).

export function drawLots(lock, list, entropy) {
  const [first, seed] = [seedOf(lock, entropy.slice(0, -1)), seedOf(lock, entropy)];
  const [cells, times, number] = [cellsOf(lock), tally(list.flat()), entropy.at(-1)];
  const { made, panels } = mix(lock, list, first);
  const places = byTicket(first, 'number', Object.keys(panels));
  const panel = Number(places[Number(number)]);
  const inOrder = places.map((place) => panels[place]);
  const inclusion = byCell(cells, (ids) => {
    const counts = ids.map((id) => times.get(id));
    return [Math.min, Math.max].map((pick) => fraction(pick(...counts), list.length));
  });
  const numbers = { number, panel: panel + 1, made, numbered: hashOf('numbered', inOrder) };
  return { ...resultOf(cells, seed, panels[panel]), ...numbers, inclusion };
}

/** The exchange: no panel leaves its quotas, and nobody's number of panels changes. */
function mix({ pool, rule: { k, m, quotas } }, list, seed) {
  const [panels, below] = [list.map((panel) => [...panel]), stream(seed, 'mix')];
  // Which quotas count a person, as 1 or 0 for each; added up, how many each counts of a panel.
  const marksOf = ({ a }) => quotas.map((quota) => Number(a[quota.a] === quota.v));
  const marks = new Map(pool.map((one) => [one.id, marksOf(one)]));
  const counts = panels.map((ids) => quotas.map((_, q) => sum(ids.map((id) => marks.get(id)[q]))));
  const fits = (n, q) => quotas[q].min <= n && n <= quotas[q].max;
  let made = 0;
  for (let left = Math.min(20 * m * k, 2_000_000); left > 0; left -= 1) {
    const [x, y, i, j] = [below(m), below(m), below(k), below(k)];
    const [a, b] = [panels[x][i], panels[y][j]];
    if (x === y || panels[y].includes(a) || panels[x].includes(b)) continue;
    const [lost, won] = [marks.get(a), marks.get(b)];
    const ofX = counts[x].map((n, q) => n - lost[q] + won[q]);
    const ofY = counts[y].map((n, q) => n + lost[q] - won[q]);
    if (!ofX.every(fits) || !ofY.every(fits)) continue;
    [panels[x][i], panels[y][j], counts[x], counts[y]] = [b, a, ofX, ofY];
    for (const panel of [panels[x], panels[y]]) panel.sort();
    made += 1;
  }
  return { made, panels };
}

/** How often each is in a list. */
function tally(list) {
  const times = new Map();
  for (const one of list) times.set(one, (times.get(one) ?? 0) + 1);
  return times;
}

// Part 2: what is compared, in the order in which it is printed (§6, §7).

/** @param step runs checks, and those that they return, and prints what came of it; true where all hold */
function checkDraw(one, step) {
  const { lock, status, entropy, panels, places } = one;
  if (!step('lock', () => checkLock(lock))) return;
  if ('sealed' in lock || 'sealed' in one) step('seal', () => checkSeal(one));
  step('shown', () => same('shown', one.shown, hashOf('lock', lock)));
  const isRead = status !== 'locked' && 'closed' in one;
  if (isRead) step('times', () => checkTimes(one));
  const answers = [() => checkEntropy(lock, entropy), () => checkProofs(one)];
  const canDraw = isRead && step('sources', ...answers);
  const isLots = lock.rule.kind === 'lots';
  const hasList = !isLots || step('list', () => checkList(lock, panels, places));
  if (canDraw && hasList) {
    const result = isLots ? drawLots(lock, panels, entropy) : draw(lock, entropy);
    const isSame = (x) => () => same(`result.${x}`, own(one.result, x), own(result, x));
    step('result', ...Object.keys({ ...result, ...one.result }).map(isSame));
    if (status === 'result') step('replacements', () => checkReplacements(one, result));
  }
  step('assurance', () => same('assurance', one.assurance, assuranceOf(one)));
  if (status !== 'locked') step('record', () => same('record', one.record, recordOf(one)));
}

/** @returns a check of the sealed pool's 64 digits, and one for each difference that is not listed (§11) */
function checkSeal({ lock, sealed }) {
  need(isHex(lock.sealed), 'sealed', 'is of no seal that the lock names');
  need(isObject(sealed), 'sealed', 'is not in the file');
  shape(sealed, 'sealed', { pool: isList, roster: isHex });
  checkPool(sealed.pool, 'sealed.pool');
  const isNamed = () => same('lock.sealed', lock.sealed, hashOf('sealed', sealed));
  const differs = (code, id) => need(false, at('sealed', id), UNLISTED[code]);
  return [isNamed, ...unlisted(lock, sealed).map((found) => () => differs(...found))];
}

/** Whose difference from the sealed pool a lock does not list, as [code, id]; whoever is listed has to differ. */
export function unlisted(lock, sealed) {
  const { pool, excluded, added = [] } = lock;
  const sealedAs = new Map(sealed.pool.map(({ id, a }) => [id, a]));
  const known = new Set([...pool, ...excluded].map(({ id }) => id));
  const listed = new Set(added.map(({ id }) => id));
  const found = sealed.pool.filter(({ id }) => !known.has(id)).map(({ id }) => ['left-out', id]);
  for (const { id, a } of pool) {
    const was = sealedAs.get(id);
    const isAlike = isObject(was) && Object.keys(a).every((name) => own(was, name) === a[name]);
    const code = isAlike ? 'not-added' : was ? 'changed' : 'put-in';
    if (isAlike === listed.has(id)) found.push([code, id]);
  }
  return found;
}

function checkTimes({ lock, closed }) {
  need(closed.length === lock.entropy.length, 'closed');
  const types = lock.entropy.map(({ type }) => type);
  const timeOf = ({ type, round }, n) => (type === 'drand' ? roundTime(round) : seconds(closed[n]));
  const times = lock.entropy.map(timeOf);
  const lastBut = (...others) => Math.max(...times.filter((_, n) => !others.includes(types[n])));
  const earliest = { drand: lastBut('drand', 'digits') + 1, digits: lastBut('digits') };
  times.forEach((time, n) => {
    const isLate = time > seconds(lock.locked_at) && time >= (earliest[types[n]] ?? 0);
    need(isLate, `closed[${n}]`, 'is too early');
  });
}

/** Each part of the entropy is what its source can give, and opens what was sealed (§2). */
export function checkEntropy(lock, entropy) {
  need(isList(entropy) && entropy.length === lock.entropy.length, 'entropy');
  lock.entropy.forEach((source, n) => {
    const [part, { type, count }] = [entropy[n], source];
    const isDigits = isLike(type === 'dice6' ? /^[1-6]*$/ : /^[0-9]*$/);
    const isWhole = count === undefined ? isHex(part) : isDigits(part) && part.length === count;
    need(isWhole, `entropy[${n}]`, 'has other digits than its source gives');
    const isOpen = type !== 'salt' || opens(source, part);
    need(isOpen, `entropy[${n}]`, 'does not open the number that was sealed');
  });
}
const opens = ({ commit }, part) => isHex(part) && T('salt', bytes(part)) === commit;

/** Words and signatures give the entropy, and none of them is missing. */
function checkProofs({ lock, entropy, proofs, status }) {
  const shown = proofs.filter(({ type }) => type !== 'signer');
  for (const { type, source, typed, signature } of shown) {
    const isWhole = type === 'phones' || isLike(/^[0-9a-f]{96}$/)(signature);
    need(isWhole && lock.entropy[source].type === type, 'proofs');
    const gives = type === 'phones' ? hashOf('phones', typed) : H(bytes(signature));
    same(`entropy[${source}]`, entropy[source], gives);
  }
  lock.entropy.forEach(({ type }, n) => {
    const isBare = status === 'void' || (type !== 'phones' && type !== 'drand');
    const isShown = shown.some(({ source }) => source === n);
    need(isBare || isShown, 'proofs', 'lacks words or a signature');
  });
}

/** The list of lots is the lock's, keeps the quotas, and treats people of one cell alike (§9). */
export function checkList(lock, list, places) {
  const { k, m, panels } = lock.rule;
  const cells = cellsOf(lock);
  const cellOf = new Map([...cells].flatMap(([cell, ids]) => ids.map((id) => [id, cell])));
  need(isList(list) && list.length === m && list.every(isList), 'panels');
  list.forEach((panel, n) => {
    const isPlaced = (id) => (own(places, id) ?? []).includes(n + 1);
    const has = panel.find((id) => !isPlaced(id)) ?? '–';
    const lacks = Object.keys(places).find((id) => isPlaced(id) && !panel.includes(id)) ?? '–';
    const says = 'panel $1 has $2; by what stands under each person it should be $3';
    need(has === lacks, `panels[${n}]`, says, n + 1, has, lacks);
    const isNext = (id, i) => cellOf.has(id) && (i === 0 || panel[i - 1] < id);
    need(panel.length === k && panel.every(isNext), `panels[${n}]`);
    checkQuotas(lock.rule, tally(panel.map((id) => cellOf.get(id))), `panels[${n}]`);
  });
  const times = tally(list.flat());
  for (const [cell, ids] of cells) {
    const counts = ids.map((id) => times.get(id) ?? 0);
    const isEven = Math.min(...counts) > 0 && Math.max(...counts) - Math.min(...counts) <= 1;
    need(isEven, 'panels', 'does not treat all of “$1” alike', cell);
  }
  same('lock.rule.panels', panels, hashOf('panels', list));
}

/** @param take how many a panel has of each cell */
function checkQuotas({ by, quotas }, take, place) {
  for (const { a, v, min, max } of quotas) {
    const isOf = ([cell]) => cell.split('|')[by.indexOf(a)] === v;
    const has = sum([...take].filter(isOf).map(([, n]) => n));
    need(min <= has && has <= max, place, 'has $1 of $2', has, v);
  }
}

function checkReplacements(one, { selected, reserve }) {
  const queues = [...cellsOf(one.lock)].map(([cell, ids]) => ({ ids, queue: reserve[cell] }));
  const drawn = new Set(selected);
  const before = { prev: recordOf(one), lock_hash: hashOf('lock', one.lock) };
  one.replacements.forEach(({ record, hash }, n) => {
    const here = `replacements[${n}]`;
    const { prev, lock_hash, out, in: next, skipped } = record;
    same(`${here}.record`, { prev, lock_hash }, before);
    need(drawn.has(out), `${here}.record.out`, 'was not drawn');
    const cell = queues.find(({ ids }) => ids.includes(out));
    // Where nobody comes, everybody of the queue was passed over.
    const run = next === '' ? skipped : [...skipped, next];
    same(`${here}.record`, run, next === '' ? cell.queue : cell.queue.slice(0, run.length));
    cell.queue = cell.queue.filter((id) => id !== next);
    drawn.add(next);
    before.prev = hashOf('replacement', record);
    same(`${here}.hash`, hash, before.prev);
  });
}

function assuranceOf({ lock, keptApart }) {
  const has = (...types) => lock.entropy.some(({ type }) => types.includes(type));
  if (has('dice10', 'dice6', 'drand')) return 'public';
  return has('phones') && has('salt') && keptApart ? 'participants' : 'operator';
}

/** Nothing was dropped or done twice, and nobody chose by leaving a sealed number unopened. */
function checkChain(draws) {
  const isSalt = ({ type }) => type === 'salt';
  draws.forEach(({ lock, status, why }, n) => {
    const [here, before] = [`draws[${n}]`, draws[n - 1]];
    same(`${here}.lock.seq`, lock.seq, n);
    same(`${here}.lock.prev`, lock.prev, before ? recordOf(before) : '');
    need(status !== 'void' || why !== '', `${here}.why`, 'is empty');
    need(status !== 'locked' || n === draws.length - 1, `${here}.status`);
    if (!before) return;
    same(`${here}.lock.session`, lock.session, before.lock.session);
    const isLater = lock.locked_at >= before.lock.locked_at;
    need(isLater, `${here}.lock.locked_at`, 'is before the draw before it');
    const isShut = (source, i) => isSalt(source) && !opens(source, before.entropy?.[i]);
    const isFree = !lock.entropy.some(isSalt) || !before.lock.entropy.some(isShut);
    need(isFree, `${here}.lock.entropy`, 'follows a sealed number left shut');
  });
}

// Part 3: what may stand there at all.

/** JSON.parse takes the last of two members of one name, and changes numbers that it cannot hold: both are refused here. */
export function readStrict(text) {
  const value = JSON.parse(text.replace(/^\ufeff/, ''));
  const open = [];
  const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*)|[{}[\]]/g;
  for (const [token, string, colon, number] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(new Set());
    if (token === '}' || token === ']') open.pop();
    need(open.length <= 24, 'JSON', 'is nested too deeply');
    const isWhole = !number || (String(Number(number)) === number && isCount(Number(number)));
    need(isWhole, token, 'is not how a whole number is written');
    if (!colon) continue;
    const [name, names] = [JSON.parse(string), open.at(-1)];
    need(!names.has(name), string, 'stands there twice');
    names.add(name);
  }
  canonical(value);
  return value;
}

const isList = Array.isArray;
const isObject = (x) => typeof x === 'object' && x !== null && !isList(x);
const isCount = (x) => Number.isSafeInteger(x) && x >= 0;
const isLike = (pattern) => (x) => typeof x === 'string' && pattern.test(x);
const isText = isLike(/^/);
const isName = isLike(/./s);
const isHex = isLike(/^[0-9a-f]{64}$/);
const isId = isLike(/^[A-Za-z0-9._-]{1,64}$/);
const isCode = isLike(/^[\p{L}\p{N}._:/-]{1,32}$/u);
const isUnique = (list) => new Set(list).size === list.length;

/** Every member passes its test, and there is no other. A test may look at the whole, and in a list at the one before it. */
function shape(x, place, tests, before) {
  need(isObject(x), place);
  for (const name of Object.keys(x)) need(own(tests, name), at(place, name), 'is too much');
  for (const name of Object.keys(tests))
    need(tests[name](own(x, name), x, before), at(place, name));
}
const shapes = (list, place, tests) =>
  list.forEach((one, n) => shape(one, at(place, n), tests, list[n - 1]));

/** A lock (§1). */
export function checkLock(lock) {
  const { pool, excluded, added = [] } = lock;
  const [isVersion, isTime] = [(x) => x === 'fairdraw/1', (x) => !Number.isNaN(seconds(x))];
  const isPrev = (x, { seq }) => (seq === 0 ? x === '' : isHex(x));
  const head = { v: isVersion, session: isName, draw: isName, seq: isCount, prev: isPrev };
  const body = { locked_at: isTime, pool: isList, rule: isObject, entropy: isList };
  const roster = 'roster' in lock ? { roster: isHex } : {};
  const seal = 'sealed' in lock || 'added' in lock ? { sealed: isHex, added: isList } : {};
  shape(lock, 'lock', { ...head, ...body, excluded: isList, ...roster, ...seal });
  checkPool(pool, 'lock.pool');
  const [known, left] = [0, 1].map(() => new Set(pool.map(({ id }) => id)));
  const isNew = (id) => isId(id) && !known.has(id) && known.add(id);
  shapes(excluded, 'lock.excluded', { id: isNew, why: isCode });
  shapes(added, 'lock.added', { id: (id) => left.delete(id), why: isCode });
  checkRule(lock);
  checkSources(lock);
  canonical(lock, 'lock');
}

/** Ids ascend, and no value holds what separates two of them. */
function checkPool(pool, place) {
  const isNext = (id, _, before) => isId(id) && (!before || before.id < id);
  const isValue = (x) => isText(x) && [...x].every((one) => one >= ' ' && one !== '|');
  shapes(pool, place, { id: isNext, a: (x) => isObject(x) && Object.values(x).every(isValue) });
}

/** 30 February would be read as 2 March: then it does not come out as it went in, and is no time. */
function seconds(time) {
  const date = new Date(isLike(/^\d{4}-/)(time) ? time : NaN);
  return date.toJSON() === String(time).replace('Z', '.000Z') ? date / 1000 : NaN;
}

/** A lock's rule (§1, §8, §9). */
function checkRule({ pool, rule }) {
  const isKnown = (name) => isText(name) && pool.every(({ a }) => Object.hasOwn(a, name));
  const isBy = (x) => isList(x) && isUnique(x) && x.every(isKnown);
  const isSize = (x) => isCount(x) && x >= 1 && x <= pool.length;
  const isLots = (x) => [10, 100, 1000].includes(x);
  const members = {
    simple: { k: isSize },
    fixed: { by: isBy, take: isObject },
    proportional: { by: isBy, k: isSize },
    lottery: { by: isBy, k: isSize, quotas: isList, panels: isList },
    lots: { by: isBy, k: isSize, quotas: isList, panels: isHex, m: isLots },
  };
  const { kind, by = [], k, take, quotas = [], panels } = rule;
  need(own(members, kind), 'lock.rule.kind');
  shape(rule, 'lock.rule', { kind: isText, ...members[kind] });
  need(by.length > 0 || kind === 'simple' || kind === 'lots', 'lock.rule.by');
  const [isIn, isMax] = [(a) => by.includes(a), (max, { min }) => isCount(max) && min <= max];
  shapes(quotas, 'lock.rule.quotas', { a: isIn, v: isText, min: isCount, max: isMax });
  if (kind === 'lots') {
    need(isUnique(quotas.map(({ a, v }) => `${v}|${a}`)), 'lock.rule.quotas');
    need(new Set(quotas.map(({ a }) => a)).size === by.length, 'lock.rule.by');
  }
  const cells = cellsOf({ pool, rule });
  const fits = ([cell, n]) => isCount(n) && n <= (cells.get(cell)?.length ?? 0);
  const seats = (x) => isObject(x) && Object.entries(x).every(fits) && sum(Object.values(x));
  if (kind === 'fixed') need(seats(take) > 0, 'lock.rule.take');
  if (kind !== 'lottery') return;
  const [isWeight, isTake] = [(w) => isCount(w) && w > 0, (x) => seats(x) === k];
  shapes(panels, 'lock.rule.panels', { w: isWeight, take: isTake });
  panels.forEach((panel, n) =>
    checkQuotas(rule, Object.entries(panel.take), `lock.rule.panels[${n}]`),
  );
  const all = sum(panels.map(({ w }) => w));
  need(all > 0 && all <= 2 ** 32, 'lock.rule.panels');
}

const CHAIN = '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971';
const roundTime = (round) => 1692803367 + (round - 1) * 3;

/** A lock's sources (§2, §9). */
function checkSources({ rule, entropy, locked_at: lockedAt }) {
  const atLeast = (fewest) => (count) => isCount(count) && count >= fewest;
  const isLater = (round) => isCount(round) && round >= 1 && roundTime(round) > seconds(lockedAt);
  const members = {
    dice10: { count: atLeast(20) },
    dice6: { count: atLeast(26) },
    phones: {},
    salt: { commit: isHex },
    drand: { chain: (x) => x === CHAIN, round: isLater },
    digits: { count: isCount },
  };
  need(entropy.length > 0, 'lock.entropy');
  entropy.forEach((one, n) => {
    need(isObject(one) && own(members, one.type), `lock.entropy[${n}]`);
    shape(one, `lock.entropy[${n}]`, { type: isText, ...members[one.type] });
  });
  const types = entropy.map(({ type }) => type);
  if (rule.kind !== 'lots') return need(!types.includes('digits'), 'lock.entropy');
  const isNumber = types.at(-1) === 'digits' && 10 ** entropy.at(-1).count === rule.m;
  const isMixed = types.slice(0, -1).some((type) => type !== 'salt');
  need(isNumber && isMixed && isUnique(types), 'lock.entropy');
}

function readFile(text) {
  const file = readStrict(text);
  const isForm = file.form === 'fairdraw-proof/1';
  need(isForm, 'form', 'is no file of draws, or of another version');
  need(file.of === 'meeting' || (file.of === 'draw' && file.draws.length === 1), 'of');
  const isOne = ({ lock, status }) => isObject(lock) && /^(locked|result|void)$/.test(status);
  need(file.draws.every(isOne), 'draws');
  return file;
}

// Part 4: how it is said, in Chinese and English.

const STEPS = {
  file: ['文件完整', 'The file is whole'],
  lock: ['锁定的内容合规则', 'The lock is as the rules have it'],
  seal: ['与封存的名单的差别都列出了', 'Every difference from the sealed pool is listed'],
  shown: ['锁定的内容算出当时显示的64位', 'The lock gives the 64 digits that were shown'],
  times: ['各随机源都在锁定之后截止', 'Every source closed after the lock, in order'],
  sources: ['随机源与封好的数、字词、信标相符', 'The sources give what is said of them'],
  list: ['各组合规则，就是锁定的那一份', 'The panels keep the rules, and are those of the lock'],
  result: ['整个抽签重算一遍，结果相同', 'The whole draw, computed again, comes out the same'],
  replacements: ['替补按名次', 'Replacements follow the reserve'],
  assurance: ['可信程度没有说高', 'The assurance is not overstated'],
  record: ['记录的64位相同', 'The record has its 64 digits'],
  chain: ['各次抽签首尾相接', 'The draws follow each other without a gap'],
  sum: ['文件自带的校验值相同', 'The file has its own sum'],
  seen: ['您记下的64位就是锁定的64位', 'The 64 digits that you noted are those of a lock'],
};

/** What `unlisted` finds. */
const UNLISTED = {
  'left-out': 'was sealed, is not in the pool, and is not listed',
  'put-in': 'was not sealed, is in the pool, and is not listed',
  changed: 'has another attribute than was sealed, and is not listed',
  'not-added': 'is listed as added, and was sealed alike',
};

const CHINESE = {
  'is not as the rules have it': '不合规则',
  'is too much': '多余',
  'cannot be read: $1': '读不了：$1',
  'the file says $1, computed is $2': '文件写的是$1，算出来是$2',
  'differs from character $3 on: the file says $1, computed is $2':
    '从第$3位起不同：文件写的是$1，算出来是$2',
  'is nested too deeply': '层数太多',
  'is not how a whole number is written': '不是整数的写法',
  'stands there twice': '写了两次',
  'is no file of draws, or of another version': '不是抽签文件，或者版本不同',
  'has other digits than its source gives': '位数或数字不对',
  'does not open the number that was sealed': '打不开封好的数',
  'lacks words or a signature': '缺字词表或签名',
  'is too early': '太早',
  'panel $1 has $2; by what stands under each person it should be $3':
    '第$1组里有$2，按各人名下的组号应是$3',
  'has $1 of $2': '“$2”有$1名',
  'does not treat all of “$1” alike': '“$1”各人的组数不匀',
  'is of no seal that the lock names': '锁定没有写封存的名单',
  'is not in the file': '文件里没有',
  [UNLISTED['left-out']]: '封存时在，锁定时不在，没有列出',
  [UNLISTED['put-in']]: '封存时不在，锁定时在，没有列出',
  [UNLISTED.changed]: '属性与封存时不同，没有列出',
  [UNLISTED['not-added']]: '列为新增或改动，封存时就是这样',
  'was not drawn': '没有被抽中',
  'is empty': '没有写',
  'is before the draw before it': '早于上一次',
  'follows a sealed number left shut': '上次的密封数没开',
  'differs from digit $1 on from the lock': '第$1位起与锁定的不同',
  '\nDraw $1: $2, a pool of $3': '\n第$1次抽签：$2，名单$3',
  '  Drawn: $1': '  抽出: $1',
  '\n$1 place differs.': '\n有$1处不符。',
  '\n$1 places differ.': '\n有$1处不符。',
  '\nAll of it holds.': '\n全部相符。',
};
const inBoth = (english, ...of) =>
  [CHINESE[english], english].map((line) => line.replace(/\$(\d)/g, (_, n) => of[n - 1]));

/** All that differs in a file, as {step, place, words: [Chinese, English]}; `say` gets each line in both. */
export function verify(text, say = () => {}, seen) {
  const found = [];
  const stepIn =
    (prefix) =>
    (name, ...checks) => {
      const before = found.length;
      const run = (check) => {
        try {
          check()?.forEach(run);
        } catch ({ message, place, of }) {
          const words = of ? inBoth(message, ...of) : inBoth('cannot be read: $1', message);
          found.push({ step: name, place: place ? prefix + place : name, words });
        }
      };
      checks.forEach(run);
      const own = found.slice(before);
      say(STEPS[name].map((line) => `${own.length === 0 ? '✓' : '✗'} ${line}`));
      for (const { place, words } of own) say(words.map((line) => `    ${place} ${line}`));
      return own.length === 0;
    };
  const step = stepIn('');
  let file;
  if (!step('file', () => void (file = readFile(text)))) return found;
  const { form, of, draws } = file;
  draws.forEach((one, n) => {
    const [{ draw: name, pool, seq }, order] = [one.lock, one.result?.order];
    const size = isList(pool) ? pool.length : '?';
    say(inBoth('\nDraw $1: $2, a pool of $3', seq + 1, name, size));
    checkDraw(one, stepIn(`draws[${n}].`));
    if (isList(order)) say(inBoth('  Drawn: $1', order.join(' ')));
  });
  say(['', '']);
  if (of === 'meeting') step('chain', () => checkChain(draws));
  step('sum', () => same('sum', file.sum, hashOf('proof', { form, of, draws })));
  if (seen === undefined) return found;
  const digit = Math.max(1, ...draws.map(({ shown }) => firstOther(`${seen}.`, shown) + 1));
  const isSeen = digit === 65 && seen.length === 64;
  step('seen', () => need(isSeen, '--lock', 'differs from digit $1 on from the lock', digit));
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
  const seen = option('--lock') || undefined;
  const [path = '-'] = args;
  let text;
  try {
    if (path === '-' && process.stdin.isTTY) throw new Error(USAGE[language]);
    text = readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch ({ message }) {
    console.log(message);
    return 1;
  }
  const { length } = verify(text, say, seen?.replace(/\s/g, '').toLowerCase());
  say(BY_EYE);
  const differ = length === 1 ? '\n$1 place differs.' : '\n$1 places differ.';
  say(length === 0 ? inBoth('\nAll of it holds.') : inBoth(differ, length));
  return length === 0 ? 0 : 1;
}

// Run by itself, and not read by a test.
if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(new URL(import.meta.url)))
  process.exitCode = main(process.argv.slice(2));
