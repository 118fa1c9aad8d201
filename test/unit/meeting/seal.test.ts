// A pool sealed before the draw (DRAW.md §11): later locks name it and list each difference, by themselves.
import { describe, expect, it } from 'vitest';
import { rosterHash } from '../../../shared/draw/record.ts';
import { readLock } from '../../../shared/draw/lock.ts';
import { sealedHash, verifySeal } from '../../../shared/draw/seal.ts';
import { nameOf } from '../../../shared/meeting/world.ts';
import { notaryText, type NotaryFacts } from '../../../shared/text/notary.ts';
import { publicView } from '../../../shared/views/audiences/public.ts';
import { publishedSeals } from '../../../shared/views/draws/seals.ts';
import { created, reviewerId, type Play } from '../../builders.ts';
import { drawn, enterDraw, inHouse, lastDraw, lock, pooled } from './draw-builders.ts';

const seal = (play: Play, of: 'people' | 'units' = 'people') =>
  play.staff({ type: 'SealPool', of });
const newest = (play: Play) => {
  const last = play.meeting.seals.at(-1);
  if (!last) throw new Error('no seal');
  return last;
};

/** The roster once more, without the last of the second group and with somebody new, who is of the first. */
function changed(play: Play): Play {
  const entries = [...play.meeting.pool.values()].slice(0, -1).map(({ id, group }) => ({
    id,
    name: nameOf(play.directory, 'reviewer', id),
    group: play.meeting.groups.find((one) => one.id === group)?.name ?? '',
    attributes: {},
    recusals: [],
  }));
  const moved = entries.map((one) =>
    one.id === 'R004' ? { ...one, group: entries[0]?.group ?? '' } : one,
  );
  const more = {
    ...(entries[0] as (typeof entries)[number]),
    id: reviewerId('R900'),
    name: '新来的',
  };
  return play.staff({ type: 'ImportReviewers', source: 'again.csv', entries: [...moved, more] });
}

describe('a seal', () => {
  it('holds everybody with their group, and fixes who stands behind an id without a name in the log', () => {
    const play = seal(pooled([2, 2], [1, 1, 1, 1]));
    const { sealed, pool } = newest(play);
    expect(pool.pool.map(({ id }) => id)).toEqual(['R001', 'R002', 'R003', 'R004']);
    expect(pool.pool[0]?.a).toEqual({ group: play.meeting.groups[0]?.id });
    expect(sealedHash(pool)).toBe(sealed);
    const salt = play.world.secrets.get('seal/1/roster') ?? '';
    const names = Object.fromEntries(
      pool.pool.map(({ id }) => [id, nameOf(play.directory, 'reviewer', id)]),
    );
    expect(rosterHash(salt, names)).toBe(pool.roster);
    expect(JSON.stringify(play.log.at(-1))).not.toContain(Object.values(names)[0]);
    expect(publishedSeals(play.meeting).seals).toMatchObject([{ of: 'people', sealed, pool }]);
  });

  it('is refused where there is nobody, and the newest of its kind counts', () => {
    const empty = created();
    expect(empty.decide({ type: 'SealPool', of: 'units' })).toEqual({
      ok: false,
      refusal: { code: 'nothing-to-seal' },
    });
    const play = seal(seal(pooled([2, 2], [1, 1, 1, 1])), 'units');
    const again = newest(seal(play));
    lock(enterDraw(play, { purpose: 'panel', take: 2 }));
    expect(lastDraw(play).lock.sealed).toBe(again.sealed);
  });
});

describe('a lock', () => {
  it('names the seal that it draws from, with nothing to list while the roster stands', () => {
    const play = lock(enterDraw(seal(pooled([2, 2], [1, 1, 1, 1])), { purpose: 'panel', take: 2 }));
    const { lock: frozen } = lastDraw(play);
    expect(frozen).toMatchObject({ sealed: newest(play).sealed, added: [] });
    expect(readLock(frozen).ok).toBe(true);
    expect(verifySeal(frozen, newest(play).pool)).toEqual([]);
  });

  it('lists whom a later roster added, changed or left out', () => {
    const play = seal(pooled([2, 2], [1, 1, 1, 1]));
    lock(enterDraw(changed(play), { purpose: 'panel', take: 2, rule: { kind: 'proportional' } }));
    const { lock: frozen } = lastDraw(play);
    expect(frozen.added).toEqual([{ id: 'R900', why: 'added' }]);
    expect(frozen.excluded).toEqual([{ id: 'R004', why: 'gone' }]);
    expect(verifySeal(frozen, newest(play).pool)).toEqual([]);
    const { draws } = publicView(play);
    expect(draws[0]?.seal).toEqual({ sealed: newest(play).sealed, added: 1, missing: 1 });
  });

  it('of units names their seal; one among the seated names none', () => {
    const play = seal(seal(pooled([2, 2], [2, 1, 1, 1])), 'units');
    const units = newest(play);
    drawn(play, { purpose: 'verification', take: 1 }, 'visit');
    expect(lastDraw(play).lock.sealed).toBe(units.sealed);
    const seated = seal(inHouse([2, 2], [1, 1, 1, 1]));
    lock(enterDraw(seated, { purpose: 'questioner', take: 1 }));
    expect(lastDraw(seated).lock).not.toHaveProperty('sealed');
    expect(publicView(seated).draws[0]?.seal).toBeNull();
  });
});

describe('what is read aloud', () => {
  const facts: NotaryFacts = {
    ...{ meeting: '评议会', purpose: 'panel', of: 300, take: 2, lockedAt: '2026年11月21日14:05' },
    ...{ lockHash: '8ec5717141ea'.padEnd(64, '0'), recordHash: 'ab'.repeat(32) },
    ...{ assurance: 'public', seal: null, dice: null, round: null, words: null },
    names: ['甲', '乙'],
  };

  it('has each figure of the draw, and speaks of no source that it did not have', () => {
    const plain = notaryText.zh.spoken(facts).join('');
    expect(plain).toContain('从300人中抽取评议团2人');
    expect(plain).toContain('8ec5 7171 … 0000');
    expect(plain).toContain('甲、乙');
    expect(plain).not.toMatch(/封存|骰子|信标|字词/);
    const all = {
      ...facts,
      ...{ dice: '84019 37562', round: 1000, words: 3 },
      seal: { sealed: 'cd'.repeat(32), added: 1, missing: 2 },
    };
    const rich = notaryText.zh.spoken(all).join('');
    for (const said of ['增改1，不抽2', '84019 37562', '第1000轮', '字词3个', 'cdcd cdcd … cdcd'])
      expect(rich).toContain(said);
    expect(notaryText.en.spoken(all).join(' ')).toContain('Round 1000');
    expect(notaryText.en.spoken(all)).toHaveLength(notaryText.zh.spoken(all).length);
  });
});
