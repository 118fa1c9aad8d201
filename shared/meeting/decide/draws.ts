// A draw's ceremony (DRAW.md §6): lock, entropy, names one by one. Nothing is drawn again once entropy was read (R9).
import { bytesToHex } from '@noble/hashes/utils.js';
import { determine } from '../../draw/draw.ts';
import { assurance, checkEntropy, saltCommit } from '../../draw/entropy.ts';
import { lockHash, type Lock } from '../../draw/lock.ts';
import { recordHash, rosterHash, type DrawRecord } from '../../draw/record.ts';
import { fingerprint } from '../../fingerprint.ts';
import type { DrawId, ItemId, ReviewerId, SubjectId } from '../../ids.ts';
import type { Context, StaffCommand } from '../commands.ts';
import type { MeetingEvent } from '../events.ts';
import { drawOfItem, drawPool, isItem, itemById } from '../lookup.ts';
import type { Draw, Item, ItemOf, Meeting } from '../state.ts';
import { accept, nameOf, refuse, type Decision, type SideWrite, type World } from '../world.ts';
import { newSeats } from './seats.ts';

type CommandOf<T extends StaffCommand['type']> = Extract<StaffCommand, { readonly type: T }>;
type Determined = Extract<Draw, { readonly phase: 'determined' }>;

/** Dice thrown for one lock: DRAW.md's minimum for ten-sided dice. */
const DICE = 20;

/** Freezes pool, rule and sources before any entropy exists. */
export function lockDraw(
  world: World,
  { item: id }: CommandOf<'LockDraw'>,
  context: Context,
): Decision {
  const { meeting } = world;
  const item = itemById(meeting, id);
  if (!isItem(item, 'draw')) return refuse({ code: 'unknown-item' });
  if (meeting.current !== id) return refuse({ code: 'wrong-item' });
  const before = drawOfItem(meeting, id);
  if (before && before.phase !== 'void') return refuse({ code: 'draw-running' });
  const pool = drawPool(meeting, item.purpose);
  if (pool.length < item.take)
    return refuse({ code: 'pool-too-small', have: pool.length, want: item.take });
  // Whoever held a salt that was not opened could choose between two results: the next lock has none.
  const unsalted = before !== undefined || keepsSalt(meeting.draws.at(-1));
  const sources = unsalted ? item.sources.filter((source) => source !== 'salt') : item.sources;
  if (sources.length === 0) return refuse({ code: 'no-entropy-source' });

  const draw = `D${String(meeting.draws.length + 1)}` as DrawId;
  const fresh = (label: string) =>
    fingerprint('salt', `${bytesToHex(context.random)}/${draw}/${label}`);
  const salt = fresh('salt');
  const rosterSalt = fresh('roster');
  const kind = item.purpose === 'presenters' ? 'subject' : 'reviewer';
  const lock: Lock = {
    v: 'fairdraw/1',
    session: meeting.id,
    seq: meeting.draws.length,
    prev: previousRecord(meeting),
    draw: item.purpose,
    locked_at: new Date(context.now).toISOString().slice(0, 19) + 'Z',
    pool: pool.map((member) => ({ id: member, a: {} })),
    excluded: [],
    rule: { kind: 'simple', k: item.take },
    entropy: sources.map((source) =>
      source === 'dice10'
        ? { type: 'dice10', count: DICE }
        : { type: 'salt', commit: saltCommit(salt) },
    ),
    roster: rosterHash(
      rosterSalt,
      Object.fromEntries(pool.map((member) => [member, nameOf(world.directory, kind, member)])),
    ),
  };
  const side: SideWrite[] = [
    { kind: 'secret', name: secretName(draw, 'roster'), value: rosterSalt },
  ];
  if (sources.includes('salt'))
    side.push({ kind: 'secret', name: secretName(draw, 'salt'), value: salt });
  return accept(
    [
      {
        type: 'DrawLocked',
        draw,
        item: id,
        purpose: item.purpose,
        lock,
        lockHash: lockHash(lock),
        assurance: assurance(lock, { saltKeptApart: false }),
      },
    ],
    side,
  );
}

/** Takes the dice as read aloud by two people, opens the salt, and determines the result. */
export function readEntropy(world: World, { draw: id, dice }: CommandOf<'ReadEntropy'>): Decision {
  const draw = world.meeting.draws.find((one) => one.id === id);
  if (draw?.phase !== 'locked') return refuse({ code: 'draw-not-ready' });
  const salt = world.secrets.get(secretName(id, 'salt'));
  const entropy: string[] = [];
  for (const source of draw.lock.entropy) {
    if (source.type === 'salt') {
      if (salt === undefined) return refuse({ code: 'salt-lost' });
      entropy.push(salt);
    } else entropy.push(dice);
  }
  if (checkEntropy(draw.lock, entropy) !== null) {
    const digits = dice.replace(/[^0-9]/g, '').length;
    return refuse({ code: 'dice-wrong', have: digits, want: DICE });
  }
  const { order, reserve } = determine(draw.lock, entropy);
  return accept([
    {
      type: 'DrawDetermined',
      draw: id,
      entropy,
      order,
      reserve: Object.entries(reserve).map(([cell, ids]) => ({ cell, ids })),
      recordHash: recordHash({
        lock_hash: draw.lockHash,
        entropy,
        proofs: [],
        status: 'result',
        why: '',
      }),
    },
  ]);
}

/** Shows the hall the names up to `shown`. With the last one the result takes effect: items or seats appear. */
export function showNames(
  { meeting }: World,
  { draw: id, shown }: CommandOf<'ShowNames'>,
): Decision {
  const draw = meeting.draws.find((one) => one.id === id);
  if (draw?.phase !== 'determined') return refuse({ code: 'draw-not-ready' });
  if (shown <= draw.shown || shown > draw.order.length) return refuse({ code: 'draw-over' });
  const events: MeetingEvent[] = [{ type: 'NamesShown', draw: id, shown }];
  if (shown === draw.order.length) events.push(...effectOf(meeting, draw));
  return accept(events);
}

/** Ends a draw without a result, for a reason that goes on record. */
export function voidDraw(
  { meeting }: World,
  { draw: id, why }: CommandOf<'VoidDraw'>,
  { by }: Context,
): Decision {
  const draw = meeting.draws.find((one) => one.id === id);
  if (!draw || draw.phase === 'void') return refuse({ code: 'draw-not-ready' });
  if (draw.phase === 'determined' && draw.shown === draw.order.length)
    return refuse({ code: 'draw-over' });
  if (why.trim() === '') return refuse({ code: 'reason-missing' });
  const record: DrawRecord = {
    lock_hash: draw.lockHash,
    entropy: draw.phase === 'determined' ? draw.entropy : draw.lock.entropy.map(() => ''),
    proofs: by.kind === 'staff' ? [{ type: 'signer', id: by.id }] : [],
    status: 'void',
    why,
  };
  return accept([{ type: 'DrawVoided', draw: id, why, recordHash: recordHash(record) }]);
}

/** Whether a draw was voided before its salt was opened; the next lock of the meeting is then without one (DRAW.md §2). */
function keepsSalt(draw: Draw | undefined): boolean {
  if (draw?.phase !== 'void' || draw.result !== null) return false;
  return draw.lock.entropy.some(({ type }) => type === 'salt');
}

function previousRecord(meeting: Meeting): string {
  const last = meeting.draws.at(-1);
  if (!last) return '';
  if (last.phase === 'locked') throw new Error('a draw is locked while another one is open');
  return last.recordHash;
}

function effectOf(meeting: Meeting, draw: Determined): readonly MeetingEvent[] {
  if (draw.purpose === 'panel')
    return [
      {
        type: 'SeatsFilled',
        draw: draw.id,
        seats: newSeats(meeting, draw.order as readonly ReviewerId[]),
      },
    ];
  const item = itemById(meeting, draw.item);
  if (!isItem(item, 'draw')) throw new Error(`draw ${draw.id} has lost its item`);
  const items = (draw.order as readonly SubjectId[]).flatMap((subject) => turn(item, subject));
  return [{ type: 'ItemsInserted', after: item.id, items }];
}

/** A drawn unit's turn: it presents, then it is scored. */
function turn(item: ItemOf<'draw'>, subject: SubjectId): readonly Item[] {
  const { presentationSeconds, score } = item.follow;
  return [
    {
      id: `${item.id}.${subject}.p` as ItemId,
      kind: 'presentation',
      subject,
      seconds: presentationSeconds,
    },
    {
      id: `${item.id}.${subject}.s` as ItemId,
      kind: 'score',
      subjects: [subject],
      secrecy: 'named',
      ...score,
    },
  ];
}

function secretName(draw: DrawId, what: 'salt' | 'roster'): string {
  return `${draw}/${what}`;
}
