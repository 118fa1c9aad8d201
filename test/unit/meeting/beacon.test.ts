// A draw by the public beacon (DRAW.md §2): its round is fixed by the lock, comes after all else, or the draw is void.
import { describe, expect, it } from 'vitest';
import { isSigned } from '../../../shared/draw/beacon-signature.ts';
import { recordHash } from '../../../shared/draw/record.ts';
import { readLock } from '../../../shared/draw/lock.ts';
import { verifyChain } from '../../../shared/draw/verify-chain.ts';
import { verifyDraw } from '../../../shared/draw/verify.ts';
import { decideServer } from '../../../shared/meeting/decide.ts';
import { deadlineOf } from '../../../shared/meeting/due.ts';
import type { DrawSettings, ItemOf } from '../../../shared/meeting/agenda/item.ts';
import type { ServerCommand } from '../../../shared/meeting/commands.ts';
import { publicView } from '../../../shared/views/audiences/public.ts';
import { screenView } from '../../../shared/views/audiences/screen.ts';
import { publishedDraw } from '../../../shared/views/draws/draw-record.ts';
import { nextStep } from '../../../shared/views/console/next-step.ts';
import { drawText } from '../../../shared/text/draw.ts';
import type { Play } from '../../builders.ts';
import { itemId } from '../../builders.ts';
import { PUBLISHED, RANDOMNESS, ROUND, SIGNATURE, SIGNED } from '../../beacon-rounds.ts';
import {
  determined,
  DICE10,
  enterDraw,
  inHouse,
  lastDraw,
  lock,
  pooled,
  read,
  sendWord,
  showAll,
} from './draw-builders.ts';

const ALONE: DrawSettings = { purpose: 'questioner', take: 1, sources: ['drand'] };
const ALL: DrawSettings = { ...ALONE, sources: ['phones', 'dice10', 'drand'] };
/** From the lock to round 1000. */
const WAIT = 40;

/** Locked so that round 1000 is its own. */
function locked(settings: DrawSettings = ALONE): Play {
  const play = enterDraw(inHouse([3, 3], [2, 1, 1, 1]), { ...settings, beaconSeconds: WAIT });
  play.now = PUBLISHED - WAIT * 1000;
  return lock(play);
}

function decide(play: Play, signature: string = SIGNATURE) {
  return play.decide({ type: 'ReadBeacon', draw: lastDraw(play).id, signature });
}

function refusal(decision: ReturnType<typeof decide>): string | null {
  return decision.ok ? null : decision.refusal.code;
}

function byServer(play: Play, command: ServerCommand) {
  const context = { now: play.now, random: new Uint8Array(32) };
  return decideServer({ ...play.world, box: play.box }, command, context);
}

function readBeacon(play: Play): Play {
  play.now = PUBLISHED;
  return play.staff({ type: 'ReadBeacon', draw: lastDraw(play).id, signature: SIGNATURE });
}

function stepOf(play: Play) {
  return nextStep(play, []);
}

describe('the lock', () => {
  it('names the first round so long after it, and is well formed', () => {
    const { lock: frozen, assurance } = lastDraw(locked());
    expect(frozen.entropy).toMatchObject([{ type: 'drand', round: ROUND }]);
    expect(readLock(frozen).ok).toBe(true);
    expect(assurance).toBe('public');
  });

  it.each([
    ['alone', ALONE.sources, 60],
    ['with words', ['phones', 'drand'], 300],
    ['with dice', ['dice10', 'drand'], 900],
  ] as const)('%s leaves the usual time', (_what, sources, seconds) => {
    const play = enterDraw(inHouse([2, 2], [2, 1, 1, 1]), { ...ALONE, sources });
    play.now = PUBLISHED - seconds * 1000;
    expect(lastDraw(lock(play)).lock.entropy.at(-1)).toMatchObject({ round: ROUND });
  });

  it.each([
    [['drand', 'salt'], undefined],
    [['phones', 'drand', 'kept'], undefined],
    [['drand'], 9],
    [['dice10'], 60],
  ] as const)('of sources %j with %s seconds is not offered', (sources, beaconSeconds) => {
    const play = pooled([3, 3], [2, 1, 1, 1]);
    const item: ItemOf<'draw'> = {
      ...{ id: itemId('draw'), kind: 'draw', purpose: 'panel', take: 2, sources },
      ...(beaconSeconds === undefined ? {} : { beaconSeconds }),
    };
    const decision = play.decide({ type: 'AddItems', after: null, items: [item] });
    expect(decision.ok).toBe(false);
  });
});

describe('the signature', () => {
  it('determines the result once the round is published, by whoever is first', () => {
    const play = locked();
    expect(stepOf(play)).toMatchObject({ act: 'read-beacon', command: null });
    play.now = PUBLISHED - 1;
    expect(refusal(decide(play))).toBe('beacon-early');
    play.now = PUBLISHED;
    expect(refusal(decide(play, SIGNED[1001]))).toBe('beacon-wrong');
    expect(refusal(decide(play, '00'.repeat(48)))).toBe('beacon-wrong');
    const decision = decide(play);
    expect(decision.ok && decision.events.map(({ type }) => type)).toEqual([
      'BeaconRead',
      'DrawDetermined',
    ]);
    readBeacon(play);
    expect(determined(play).entropy).toEqual([RANDOMNESS]);
    // The other moderator's press, and the relay's answer: neither changes anything.
    expect(decide(play)).toMatchObject({ ok: true, events: [] });
    const draw = lastDraw(play).id;
    expect(byServer(play, { type: 'TakeBeacon', draw, signature: SIGNATURE })).toMatchObject({
      ok: true,
      events: [],
    });
    expect(refusal(decide(play, SIGNED[1001]))).toBe('draw-not-ready');
  });

  it('of a relay is checked as one that was typed', () => {
    const play = locked();
    const draw = lastDraw(play).id;
    const take = (signature: string) => byServer(play, { type: 'TakeBeacon', draw, signature });
    play.now = PUBLISHED;
    expect(refusal(take(SIGNED[1002]))).toBe('beacon-wrong');
    const taken = take(SIGNATURE);
    if (!taken.ok) throw new Error(taken.refusal.code);
    play.commit(taken, { kind: 'server' });
    expect(determined(play).signature).toBe(SIGNATURE);
  });

  it('is no substitute for a draw without a beacon, and nothing else reads one with it', () => {
    const play = lock(enterDraw(inHouse([3, 3], [2, 1, 1, 1]), { ...ALONE, sources: ['dice10'] }));
    expect(refusal(decide(play))).toBe('draw-not-ready');
    const beacon = locked();
    const early = beacon.decide({ type: 'ReadEntropy', draw: lastDraw(beacon).id });
    expect(refusal(early)).toBe('beacon-early');
  });
});

describe('words and dice', () => {
  it('close before it, stand from then on, and the record proves all of it', () => {
    const play = locked(ALL);
    sendWord(play, 'S001', '青山');
    expect(stepOf(play)).toMatchObject({ act: 'close-words' });
    play.now += 2000;
    play.staff({ type: 'CloseWords', draw: lastDraw(play).id });
    expect(stepOf(play)).toMatchObject({ act: 'read-entropy', command: null });
    play.now += 5000;
    read(play);
    expect(lastDraw(play).phase).toBe('locked');
    expect(stepOf(play)).toMatchObject({ act: 'read-beacon' });
    const retyped = play.decide({
      ...{ type: 'TypeDice', draw: lastDraw(play).id, reading: 'first' },
      ...{ edits: 1, at: 0, took: 1, digits: '9' },
    });
    expect(refusal(retyped)).toBe('draw-not-ready');
    // Public as they are read; the beacon is still to come.
    const { body } = screenView(play).stage;
    expect(body).toMatchObject({
      draw: {
        beacon: { round: ROUND, at: PUBLISHED, awaited: true },
        sources: [{ read: true }, { read: true, digits: DICE10 }, { type: 'drand', read: false }],
      },
    });
    const hidden = JSON.stringify([screenView(play), publicView(play)]);
    readBeacon(play);
    expect(hidden).not.toContain(RANDOMNESS);
    expect(JSON.stringify([screenView(play), publicView(play)])).not.toContain(RANDOMNESS);
    expect(publishedDraw(play.meeting, lastDraw(play))).not.toHaveProperty('closedAt');
    showAll(play);

    const record = publishedDraw(play.meeting, lastDraw(play));
    if (record.status !== 'result') throw new Error(record.status);
    const { lock: frozen, lockHash, entropy, proofs, order, closedAt } = record;
    expect(closedAt).toEqual(['2023-08-23T15:58:46Z', '2023-08-23T15:58:51Z', '']);
    expect(entropy[2]).toBe(RANDOMNESS);
    const claim = {
      ...{ lock: frozen, shownLockHash: lockHash, entropy, proofs, closedAt, isSigned },
      claimed: { order },
    };
    expect(verifyDraw(claim)).toEqual([]);
    expect(verifyDraw({ ...claim, proofs: [] })).toEqual([{ code: 'beacon-unsigned', source: 2 }]);
    const late = ['2023-08-23T15:58:46Z', '2023-08-23T15:59:24Z', ''];
    expect(verifyDraw({ ...claim, closedAt: late })).toEqual([
      { code: 'beacon-before-close', source: 2 },
    ]);
    const frozenRecord = {
      lock_hash: lockHash,
      entropy,
      proofs,
      status: 'result',
      why: '',
    } as const;
    expect(recordHash(frozenRecord)).toBe(record.recordHash);
  });

  it('open when the round is published make the draw void, by itself and on record', () => {
    const play = locked(ALL);
    const { id } = lastDraw(play);
    const deadline = deadlineOf(play.meeting);
    expect(deadline).toEqual({ at: PUBLISHED, command: { type: 'VoidPassed', draw: id } });
    const voids = { type: 'VoidPassed', draw: id } as const;
    expect(refusal(byServer(play, voids))).toBe('draw-not-ready');
    play.now = PUBLISHED;
    expect(refusal(play.decide({ type: 'CloseWords', draw: id }))).toBe('beacon-passed');
    expect(refusal(decide(play))).toBe('beacon-passed');
    const decision = byServer(play, voids);
    if (!decision.ok) throw new Error(decision.refusal.code);
    play.commit(decision, { kind: 'server' });
    const record = publishedDraw(play.meeting, lastDraw(play));
    expect(record).toMatchObject({ status: 'void', why: 'beacon-passed', entropy: ['', '', ''] });
    expect(drawText.zh.voidWhy('beacon-passed')).not.toContain('beacon');
    expect(deadlineOf(play.meeting)).toBeNull();
    // Locked again, a later round is its own.
    lock(play);
    expect(lastDraw(play).lock).toMatchObject({ seq: 1, entropy: [{}, {}, { round: 1014 }] });
  });

  it('closed before it leave nothing that voids the draw', () => {
    const play = locked({ ...ALONE, sources: ['dice10', 'drand'] });
    play.now = PUBLISHED - 1000;
    read(play);
    expect(deadlineOf(play.meeting)).toBeNull();
    play.now = PUBLISHED + 86_400_000;
    readBeacon(play);
    expect(determined(play).entropy).toEqual([DICE10, RANDOMNESS]);
  });

  it('the last die is refused once the round is published', () => {
    const play = locked({ ...ALONE, sources: ['dice10', 'drand'] });
    play.now = PUBLISHED;
    const typed = play.decide({
      ...{ type: 'TypeDice', draw: lastDraw(play).id, reading: 'first' },
      ...{ edits: 0, at: 0, took: 0, digits: DICE10 },
    });
    expect(refusal(typed)).toBe('beacon-passed');
  });
});

describe('a void', () => {
  it('by hand publishes the dice that were read, so that anyone can tell what it would have been', () => {
    const play = locked({ ...ALONE, sources: ['dice10', 'drand'] });
    read(play);
    play.staff({ type: 'VoidDraw', draw: lastDraw(play).id, why: '停电' });
    const first = publishedDraw(play.meeting, lastDraw(play));
    expect(first).toMatchObject({ status: 'void', entropy: [DICE10, ''] });
    lock(play);
    const links = play.meeting.draws.slice(0, 1).map((draw) => {
      const record = publishedDraw(play.meeting, draw);
      if (record.status !== 'void') throw new Error(record.status);
      const { lockHash, entropy, proofs, why } = record;
      return {
        lock: draw.lock,
        record: { lock_hash: lockHash, entropy, proofs, status: 'void', why } as const,
      };
    });
    expect(verifyChain(links)).toEqual([]);
    expect(recordHash(links[0]?.record as never)).toBe(lastDraw(play).lock.prev);
  });

  it('after the signature keeps it as proof, and its result', () => {
    const play = readBeacon(locked());
    const { order } = determined(play);
    play.staff({ type: 'VoidDraw', draw: lastDraw(play).id, why: '停电' });
    const record = publishedDraw(play.meeting, lastDraw(play));
    if (record.status !== 'void') throw new Error(record.status);
    expect(record).toMatchObject({ entropy: [RANDOMNESS], order });
    expect(record.proofs[0]).toEqual({ type: 'drand', source: 0, signature: SIGNATURE });
    const { lockHash: lock_hash, entropy, proofs, why } = record;
    expect(recordHash({ lock_hash, entropy, proofs, status: 'void', why })).toBe(record.recordHash);
  });
});
