// A salt on a supervisor's device (DRAW.md §2): who may keep it, when it opens, what is lost with it, what it is worth.
import { describe, expect, it } from 'vitest';
import { phonesEntropy, saltCommit } from '../../../shared/draw/entropy.ts';
import { recordHash } from '../../../shared/draw/record.ts';
import { verifyChain } from '../../../shared/draw/verify-chain.ts';
import { verifyDraw } from '../../../shared/draw/verify.ts';
import { evolve, NO_MEETING } from '../../../shared/meeting/evolve.ts';
import type { DrawSettings, SourceKind } from '../../../shared/meeting/agenda/item.ts';
import { publishedDraw } from '../../../shared/views/draws/draw-record.ts';
import { minutesView } from '../../../shared/views/audiences/minutes.ts';
import { publicView } from '../../../shared/views/audiences/public.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import { staffView } from '../../../shared/views/audiences/staff.ts';
import { CLERK, itemId, SUPERVISOR, type Play } from '../../builders.ts';
import {
  determined,
  DICE10,
  enterDraw,
  inHouse,
  lastDraw,
  lock,
  read,
  sendWord,
  showAll,
  shownDraw,
} from './draw-builders.ts';

const SALT = '5a'.repeat(32);
const OTHER = 'c3'.repeat(32);

const KEPT: DrawSettings = { purpose: 'questioner', take: 1, sources: ['phones', 'kept'] };

function ready(settings = KEPT): Play {
  return enterDraw(inHouse([3, 3], [2, 1, 1, 1]), settings);
}

function keep(play: Play, salt = SALT, id = 'draw'): Play {
  return play.staff({ type: 'KeepSalt', item: itemId(id), commit: saltCommit(salt) }, SUPERVISOR);
}

function decideKeep(play: Play, salt = SALT, by = SUPERVISOR) {
  return play.decide(
    { type: 'KeepSalt', item: itemId('draw'), commit: saltCommit(salt) },
    undefined,
    by,
  );
}

/** Locked, two words in, the list closed. */
function closed(play = lock(keep(ready()))): Play {
  sendWord(play, 'S002', '青山');
  sendWord(play, 'S001', '绿水');
  return play.staff({ type: 'CloseWords', draw: lastDraw(play).id });
}

function decideOpen(play: Play, salt = SALT) {
  return play.decide({ type: 'OpenSalt', draw: lastDraw(play).id, salt }, undefined, SUPERVISOR);
}

function openSalt(play: Play, salt = SALT): Play {
  return play.staff({ type: 'OpenSalt', draw: lastDraw(play).id, salt }, SUPERVISOR);
}

function console_(play: Play) {
  return staffView(play, {
    connected: new Set(),
    recent: play.log.map(({ recorded }) => recorded).reverse(),
    head: { seq: 0, hash: '', root: '' },
    staffName: (id) => `姓名${id}`,
  });
}

describe('[R9] a salt that a supervisor’s device keeps', () => {
  it('from commitment to name: the log says who kept it, and anyone recomputes the draw', () => {
    const play = ready();
    expect(console_(play).control).toMatchObject({
      next: { act: 'keep-salt', command: null },
      salt: { phase: 'wanted', commit: null, keeper: null },
    });
    keep(play);
    expect(console_(play).control).toMatchObject({
      next: { act: 'lock-draw' },
      salt: { phase: 'kept', commit: saltCommit(SALT), keeper: '姓名supervisor' },
    });
    lock(play);
    expect(lastDraw(play)).toMatchObject({
      assurance: 'participants',
      keeper: { id: 'supervisor', role: 'supervisor' },
      lock: { entropy: [{ type: 'phones' }, { type: 'salt', commit: saltCommit(SALT) }] },
    });
    expect(play.meeting.salts.size).toBe(0);
    closed(play);
    expect(console_(play).control).toMatchObject({
      next: { act: 'open-salt', command: null },
      salt: { phase: 'due' },
    });
    openSalt(play);
    expect(play.log.at(-1)?.recorded).toMatchObject({ by: SUPERVISOR });
    const { entropy } = determined(play);
    expect(entropy).toEqual([phonesEntropy(['青山', '绿水']), SALT]);
    showAll(play);

    const published = publishedDraw(play.meeting, lastDraw(play));
    if (published.status !== 'result') throw new Error(published.status);
    const { lock: locked, lockHash, proofs, order, reserve, assurance, keeper } = published;
    const claim = {
      lock: locked,
      shownLockHash: lockHash,
      shownWordsHash: shownDraw(play).words?.hash ?? '',
      entropy,
      proofs,
      assurance: { claimed: assurance, saltKeptApart: keeper !== undefined },
      claimed: { order, reserve: Object.fromEntries(reserve.map(({ cell, ids }) => [cell, ids])) },
    };
    expect(verifyDraw(claim)).toEqual([]);
    expect(keeper).toEqual({ id: 'supervisor', role: 'supervisor' });
    // Another list than the one that was shown, or more assurance than the salt gives, is found.
    expect(verifyDraw({ ...claim, shownWordsHash: phonesEntropy(['青山']) })).toEqual([
      { code: 'words-differ', source: 0 },
    ]);
    const overstated = { claimed: assurance, saltKeptApart: false };
    expect(verifyDraw({ ...claim, assurance: overstated })).toEqual([
      { code: 'assurance-differs', computed: 'operator' },
    ]);
    const record = { lock_hash: lockHash, entropy, proofs, status: 'result', why: '' } as const;
    expect(recordHash(record)).toBe(published.recordHash);
    expect(verifyChain([{ lock: locked, record }])).toEqual([]);
  });

  it('nobody sees it before the last name: no event holds it before it is open, no view before the end', () => {
    const play = closed();
    expect(JSON.stringify(play.log)).not.toContain(SALT);
    openSalt(play);
    const views = [screenView(play), publicView(play), console_(play)];
    expect(JSON.stringify(views)).not.toContain(SALT);
    expect(JSON.stringify(publishedDraw(play.meeting, lastDraw(play)))).not.toContain(SALT);
  });

  it('is kept by a supervisor only: whoever runs the stage would hold it and close the list', () => {
    const play = ready();
    expect(decideKeep(play, SALT, CLERK)).toMatchObject({
      refusal: { code: 'no-right', by: ['supervisor'] },
    });
    expect(decideKeep(play).ok).toBe(true);
  });

  it('must be kept before the lock; the last one counts, and a lost one is replaced until then', () => {
    const play = ready();
    const locking = { type: 'LockDraw', item: itemId('draw') } as const;
    expect(play.decide(locking)).toMatchObject({ refusal: { code: 'salt-not-kept' } });
    const { stage } = play.meeting.touched;
    keep(keep(play), OTHER);
    // The lock shows and takes the newest: a supervisor who keeps one after the other holds up no key.
    expect(play.meeting.touched.stage).toBe(stage);
    expect(play.decide(locking, stage).ok).toBe(true);
    lock(play);
    expect(decideKeep(play)).toMatchObject({ refusal: { code: 'draw-running' } });
    closed(play);
    expect(decideOpen(play, SALT)).toMatchObject({ refusal: { code: 'salt-wrong' } });
    expect(decideOpen(play, OTHER).ok).toBe(true);
  });

  it('sending the same commitment again changes nothing', () => {
    expect(decideKeep(keep(ready()))).toMatchObject({ ok: true, events: [] });
  });

  it('opens only once the words are closed, only with the locked secret, only once', () => {
    const play = lock(keep(ready()));
    expect(decideOpen(play)).toMatchObject({ refusal: { code: 'words-open' } });
    closed(play);
    expect(decideOpen(play, OTHER)).toMatchObject({ refusal: { code: 'salt-wrong' } });
    const dice = { type: 'ReadEntropy', draw: lastDraw(play).id } as const;
    expect(play.decide(dice)).toMatchObject({ refusal: { code: 'salt-with-keeper' } });
    openSalt(play);
    // Sent again by a device that missed the answer it changes nothing.
    expect(decideOpen(play)).toMatchObject({ ok: true, events: [] });
    expect(decideOpen(play, OTHER)).toMatchObject({ refusal: { code: 'draw-not-ready' } });
  });

  it('a salt of the server cannot be opened by a device', () => {
    const play = lock(ready({ ...KEPT, sources: ['phones', 'salt'] }));
    play.staff({ type: 'CloseWords', draw: lastDraw(play).id });
    expect(decideOpen(play)).toMatchObject({ refusal: { code: 'draw-not-ready' } });
  });

  it('lost, it makes the draw void, and the next lock has none, neither kept nor the server’s', () => {
    const play = closed();
    play.staff({ type: 'VoidDraw', draw: lastDraw(play).id, why: '监督员的设备坏了' });
    const locking = { type: 'LockDraw', item: itemId('draw') } as const;
    expect(play.decide(locking)).toMatchObject({ refusal: { code: 'no-entropy-source' } });
    expect(decideKeep(play, OTHER)).toMatchObject({ refusal: { code: 'salt-not-asked' } });
    expect(console_(play).control).toMatchObject({ next: { act: 'add-dice' }, salt: null });
    const item = play.meeting.agenda.find(({ id }) => id === itemId('draw'));
    if (item?.kind !== 'draw') throw new Error('no draw');
    play.staff({ type: 'ChangeItem', item: { ...item, sources: ['phones', 'dice10', 'salt'] } });
    lock(play);
    expect(lastDraw(play)).toMatchObject({
      assurance: 'public',
      keeper: null,
      lock: { seq: 1, entropy: [{ type: 'phones' }, { type: 'dice10', count: 20 }] },
    });
    const [first] = play.meeting.draws;
    if (first?.phase !== 'void') throw new Error('not void');
    expect(lastDraw(play).lock.prev).toBe(first.recordHash);
    closed(play);
    showAll(read(play, DICE10));
    // The one after that may have a salt again, but never the one that was locked before.
    enterDraw(play, KEPT, 'again');
    const used = { type: 'KeepSalt', item: itemId('again'), commit: saltCommit(SALT) } as const;
    expect(play.decide(used, undefined, SUPERVISOR)).toMatchObject({
      refusal: { code: 'salt-used' },
    });
    keep(play, OTHER, 'again');
    expect(shownDraw(play).assurance).toBe('participants');
  });

  it('one salt waits for one draw: opened for the first it would be known for the second', () => {
    const play = keep(ready());
    play.staff({
      type: 'AddItems',
      after: itemId('draw'),
      items: [{ id: itemId('later'), kind: 'draw', ...KEPT }],
    });
    const again = { type: 'KeepSalt', item: itemId('later'), commit: saltCommit(SALT) } as const;
    expect(play.decide(again, undefined, SUPERVISOR)).toMatchObject({
      refusal: { code: 'salt-used' },
    });
  });

  it.each([
    ['kept'],
    ['kept', 'dice10'],
    ['phones', 'kept', 'dice6'],
    ['phones', 'kept', 'salt'],
  ] as const)('is no source of chance as %s, %s, %s', (...sources: readonly SourceKind[]) => {
    const item = { id: itemId('bad'), kind: 'draw', ...KEPT, sources } as const;
    expect(ready().decide({ type: 'AddItems', after: null, items: [item] })).toMatchObject({
      refusal: { code: 'agenda-invalid' },
    });
  });

  it.each([
    [['phones', 'kept'], 'participants'],
    [['phones', 'salt'], 'operator'],
    [['salt'], 'operator'],
    [['phones', 'dice10', 'salt'], 'public'],
  ] as const)('%s: %s, said before the lock and after it', (sources, assurance) => {
    const play = ready({ ...KEPT, sources });
    expect(shownDraw(play).assurance).toBe(assurance);
    const wanted = () => shownDraw(play).sources.flatMap((one) => (one.wanted ? one.type : []));
    const isKept = (sources as readonly string[]).includes('kept');
    // The hall sees what the lock waits for.
    expect(wanted()).toEqual(isKept ? ['kept'] : []);
    if (isKept) keep(play);
    expect(wanted()).toEqual([]);
    lock(play);
    expect([shownDraw(play).assurance, lastDraw(play).assurance]).toEqual([assurance, assurance]);
  });

  it('the minutes name the keeper, pages name the source', () => {
    const play = showAll(openSalt(closed()));
    const minutes = minutesView(play, { seq: 0, hash: '', root: '' }, (id) => `姓名${id}`);
    expect(minutes.draws.map(({ keeper, assurance }) => [keeper, assurance])).toEqual([
      ['姓名supervisor', 'participants'],
    ]);
    expect(shownDraw(play).sources.map(({ type }) => type)).toEqual(['phones', 'kept']);
    // A name of staff is the console's and the minutes' only.
    expect(JSON.stringify([screenView(play), publicView(play)])).not.toContain('姓名');
  });

  it('[R2] replaying the log, also from the middle of the ceremony, comes to the same meeting', () => {
    for (const play of [keep(ready()), closed(), showAll(openSalt(closed()))]) {
      const replayed = play.log.map(({ recorded }) => recorded).reduce(evolve, NO_MEETING);
      expect(replayed).toEqual(play.meeting);
    }
  });
});
