// Lotteries and lists in their thread, and the script that reads pools and quotas from files, as somebody runs it.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeList, makeLottery, type LotteryProgress } from '../../server/lottery/make-list.ts';
import { madePool } from '../../scripts/lottery/made-pools.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const random = new Uint8Array(32).fill(3);

describe('the thread', () => {
  it('makes a list and says how far it is', async () => {
    const told: LotteryProgress[] = [];
    const demand = madePool(60, 15, 3, 1);
    const made = await makeList(
      { ...demand, m: 100, random },
      { onProgress: (progress) => told.push(progress) },
    );
    if (!made.ok) throw new Error(made.why);
    expect(made.list).toHaveLength(100);
    expect(told.map(({ part }) => part)).toContain('chances');
    expect(told.at(-1)).toEqual({ part: 'list', done: 0 });
    for (const { done } of told) expect(done >= 0 && done <= 1).toBe(true);
  });

  it('ends at once when it is cancelled, before or amid the work', async () => {
    const cancelled = { ok: false, why: 'cancelled' };
    const demand = madePool(800, 75, 7, 1);
    expect(await makeLottery(demand, { signal: AbortSignal.abort() })).toEqual(cancelled);
    const stop = new AbortController();
    const began = performance.now();
    const making = makeLottery(demand, { signal: stop.signal });
    setTimeout(() => stop.abort(), 300);
    expect(await making).toEqual(cancelled);
    // What it stops takes twenty seconds.
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('names what makes quotas infeasible', async () => {
    const demand = madePool(60, 15, 2, 1);
    const quotas = demand.quotas.map((one) =>
      one.v === 'G1' ? { ...one, min: 16, max: 16 } : one,
    );
    const made = await makeList({ ...demand, quotas, m: 10, random });
    expect(made).toMatchObject({ ok: false, why: 'infeasible' });
  });
});

describe('npm run lottery', () => {
  let folder = '';
  const run = promisify(execFile);
  const lottery = (...args: readonly string[]) =>
    run(process.execPath, ['--import', 'tsx', 'scripts/lottery.ts', ...args], {
      cwd: ROOT,
      env: { ...process.env, KLEROTERION_LANGUAGE: 'en' },
      maxBuffer: 2 ** 26,
    }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: unknown) => error as { code: number; stdout: string; stderr: string },
    );
  const file = async (name: string, lines: readonly string[]) => {
    const path = join(folder, name);
    await writeFile(path, `\ufeff${lines.join('\r\n')}\r\n`);
    return path;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lottery-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('prints exactly what is asked for, and lots that the chances are of', async () => {
    const demand = madePool(40, 8, 3, 1);
    const pool = await file('pool.csv', [
      'town,id,area,gender,age',
      ...demand.pool.map(({ id, a }) => [`"X, Y"`, id, a['area'], a['gender'], a['age']].join()),
    ]);
    const quotas = await file('quotas.csv', [
      'category,feature,min,max',
      ...demand.quotas.map(({ a, v, min, max }) => [a, v, min, max].join()),
    ]);
    const asked = ['--pool', pool, '--quotas', quotas, '--size', '8'];
    const { code, stdout } = await lottery(...asked, '--json', '--lots', '100');
    expect(code).toBe(0);
    const printed = JSON.parse(stdout);
    expect(Object.keys(printed)).toEqual([
      ...['min', 'max', 'upper', 'panels', 'seconds', 'chances', 'lots'],
    ]);
    const chances: readonly number[] = Object.values(printed.chances);
    expect(Object.keys(printed.chances).sort()).toEqual(demand.pool.map(({ id }) => id));
    expect([printed.min, printed.max]).toEqual([Math.min(...chances), Math.max(...chances)]);
    expect(chances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(8, 9);
    expect(printed.upper - printed.min).toBeLessThan(1e-6);
    expect(printed.lots).toHaveLength(100);
    for (const { id } of demand.pool) {
      const times = printed.lots.filter((panel: readonly string[]) => panel.includes(id)).length;
      expect(times).toBeGreaterThanOrEqual(Math.floor(100 * printed.min + 1e-6) - 1);
    }

    const goldilocks = await lottery(...asked, '--objective', 'goldilocks');
    expect(goldilocks.stdout).toMatch(/^40 people, panels of 8: a lottery of \d+ compositions/);

    const tight = await file('tight.csv', [
      'FeatureName,ValueName,MinQuota,MaxQuota',
      'gender,G1,6,8',
      'gender,G2,3,8',
    ]);
    const infeasible = await lottery('--pool', pool, '--quotas', tight, '--size', '8', '--json');
    expect(infeasible).toMatchObject({ code: 1, stdout: '' });
    expect(infeasible.stderr).toContain('lower the minimum of “G1” in “gender” from 6 to 5');

    const stranger = await file('stranger.csv', ['category,feature,min,max', 'colour,red,0,8']);
    const unknown = await lottery('--pool', pool, '--quotas', stranger, '--size', '8');
    expect(unknown).toMatchObject({ code: 1, stdout: '' });
    expect(unknown.stderr).toContain('The pool has no column “colour”');
  });

  it('says how it is used', async () => {
    expect(await lottery('--help')).toMatchObject({ code: 0, stderr: '' });
    for (const args of [
      ['--size', '3'],
      ['--sizes', '3'],
    ]) {
      const { code, stderr } = await lottery(...args);
      expect(code).toBe(1);
      expect(stderr).toContain('Usage: npm run lottery');
    }
  });
});
