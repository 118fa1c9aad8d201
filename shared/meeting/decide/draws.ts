// A draw's ceremony (DRAW.md §6): lock, entropy, names one by one. Nothing is drawn again once entropy was read (R9).
import { leftOut } from '../agenda/participation.ts';
import { drawingItem, unused } from '../agenda/turn.ts';
import { drawsPeople, fillsSeats, givesTurns } from '../draws/purposes.ts';
import { bytesToHex } from '@noble/hashes/utils.js';
import { determine } from '../../draw/draw.ts';
import { assurance, checkEntropy, phonesEntropy, saltCommit } from '../../draw/entropy.ts';
import { lockHash, type Lock, type Source } from '../../draw/lock.ts';
import { recordHash, rosterHash, type DrawRecord, type Proof } from '../../draw/record.ts';
import { fingerprint } from '../../fingerprint.ts';
import type { DrawId, ItemId, SubjectId } from '../../ids.ts';
import type { MeetingEvent } from '../events.ts';
import { waitsAtOnce } from '../draws/at-once.ts';
import { canBeLocked, sourcesAtLock } from '../draws/sources.ts';
import { drawTerms, termsFlaw } from '../draws/terms.ts';
import { drawOfItem } from '../draws/standing.ts';
import type { Draw } from '../draws/draw.ts';
import type { Item, ItemOf, SourceKind } from '../agenda/item.ts';
import type { Actor, Meeting } from '../state.ts';
import type { Context } from '../commands.ts';
import {
  accept,
  nameOf,
  refuse,
  type Decision,
  type DecidingWorld,
  type SideWrite,
  type World,
} from '../world.ts';
import { newSeats } from './seats.ts';
import type { drawsCommands } from '../commands/draws.ts';
import type { Deciders } from './decider.ts';
import { asksPhones, closeWords } from './words.ts';

export const drawsDeciders = {
  /** Freezes pool, rule and sources before any entropy exists. */
  LockDraw: (world, { item: id }, context) => {
    const { meeting } = world;
    const item = drawingItem(meeting, id);
    if (!item) return refuse({ code: 'unknown-item' });
    if (meeting.current !== id) return refuse({ code: 'wrong-item' });
    if (leftOut(meeting).has(id)) return refuse({ code: 'item-skipped' });
    return lockOf(world, item, context);
  },

  CloseWords: closeWords,

  /** Takes the dice as read aloud by two people, opens the salt, and determines the result. */
  ReadEntropy: (world, { draw: id, dice }) => {
    const draw = world.meeting.draws.find((one) => one.id === id);
    if (draw?.phase !== 'locked') return refuse({ code: 'draw-not-ready' });
    // The list is closed and shown before anything else is known (DRAW.md §2).
    if (asksPhones(draw) && !draw.wordsClosed) return refuse({ code: 'words-open' });
    return readOf(world, draw, dice);
  },

  /**
   * The second press of a draw that was locked as its item was entered: closes the phones' list, opens the number that the
   * server keeps, and shows the one name, in one act.
   */
  DrawAtOnce: (world, { draw: id }) => {
    const draw = world.meeting.draws.find((one) => one.id === id);
    if (!draw || !waitsAtOnce(draw)) return refuse({ code: 'draw-not-ready' });
    const read = readOf(world, draw, '');
    if (!read.ok) return read;
    const isOpen = asksPhones(draw) && !draw.wordsClosed;
    return accept([
      ...(isOpen ? [{ type: 'WordsClosed', draw: id } as const] : []),
      ...read.events,
      { type: 'NamesShown', draw: id, shown: 1 },
    ]);
  },

  /** Shows the hall the names up to `shown`. With the last one the result takes effect: items or seats appear. */
  ShowNames: ({ meeting }, { draw: id, shown }) => {
    const draw = meeting.draws.find((one) => one.id === id);
    if (draw?.phase !== 'determined') return refuse({ code: 'draw-not-ready' });
    if (shown <= draw.shown || shown > draw.order.length) return refuse({ code: 'draw-over' });
    const events: MeetingEvent[] = [{ type: 'NamesShown', draw: id, shown }];
    if (shown === draw.order.length) events.push(...effectOf(meeting, draw));
    return accept(events);
  },

  /** Ends a draw without a result, for a reason that goes on record. */
  VoidDraw: ({ meeting }, { draw: id, why }, { by }) => {
    const draw = meeting.draws.find((one) => one.id === id);
    if (!draw || draw.phase === 'void') return refuse({ code: 'draw-not-ready' });
    if (draw.phase === 'determined' && draw.shown === draw.order.length)
      return refuse({ code: 'draw-over' });
    if (why.trim() === '') return refuse({ code: 'reason-missing' });
    return accept([voided(draw, why, by)]);
  },
} satisfies Deciders<typeof drawsCommands>;

/** Freezes pool, rule and sources of an item's draw; refused where one is on record that is not void. */
export function lockOf(
  world: DecidingWorld,
  item: ItemOf<'draw'>,
  context: Pick<Context, 'now' | 'random'>,
): Decision {
  const { meeting } = world;
  const { id } = item;
  const before = drawOfItem(meeting, id);
  if (before && before.phase !== 'void') return refuse({ code: 'draw-running' });
  const terms = drawTerms(meeting, item);
  const flaw = termsFlaw(meeting, item, terms);
  if (flaw) return refuse(flaw);
  const sources = sourcesAtLock(meeting, item);
  if (!canBeLocked(sources)) return refuse({ code: 'no-entropy-source' });
  const kept = sources.includes('kept') ? meeting.salts.get(id) : undefined;
  if (sources.includes('kept') && !kept) return refuse({ code: 'salt-not-kept' });

  const draw = `D${String(meeting.draws.length + 1)}` as DrawId;
  const fresh = (label: string) =>
    fingerprint('salt', `${bytesToHex(context.random)}/${draw}/${label}`);
  const salt = fresh('salt');
  const commit = kept?.commit ?? saltCommit(salt);
  const rosterSalt = fresh('roster');
  const kind = drawsPeople(item.purpose) ? 'reviewer' : 'subject';
  const lock: Lock = {
    v: 'fairdraw/1',
    session: meeting.id,
    seq: meeting.draws.length,
    prev: previousRecord(meeting),
    draw: item.purpose,
    locked_at: new Date(context.now).toISOString().slice(0, 19) + 'Z',
    ...terms,
    entropy: inOrder(sources).map((source) => sourceOf(source, commit)),
    roster: rosterHash(
      rosterSalt,
      Object.fromEntries(terms.pool.map(({ id }) => [id, nameOf(world.directory, kind, id)])),
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
        assurance: assurance(lock, { saltKeptApart: kept !== undefined }),
        ...(kept ? { keeper: kept.keeper } : {}),
      },
    ],
    side,
  );
}

type Determined = Extract<Draw, { readonly phase: 'determined' }>;

/** Dice thrown for one lock: DRAW.md's minima. */
export const DICE = { dice10: 20, dice6: 26 } as const;

/** What a draw comes to once all its sources are read: one string for each, as {@link checkEntropy} takes them. */
export function determined(
  draw: Draw,
  entropy: readonly string[],
  proofs: readonly Proof[],
): MeetingEvent {
  const { order, reserve } = determine(draw.lock, entropy);
  return {
    type: 'DrawDetermined',
    draw: draw.id,
    entropy,
    order,
    reserve: Object.entries(reserve).map(([cell, ids]) => ({ cell, ids })),
    recordHash: recordHash({
      lock_hash: draw.lockHash,
      entropy,
      proofs,
      status: 'result',
      why: '',
    }),
  };
}

/** A draw without a result: the record has its reason and who it was. */
export function voided(
  draw: Exclude<Draw, { readonly phase: 'void' }>,
  why: string,
  by: Actor,
): MeetingEvent {
  const record: DrawRecord = {
    lock_hash: draw.lockHash,
    entropy: draw.phase === 'determined' ? draw.entropy : draw.lock.entropy.map(() => ''),
    proofs: by.kind === 'staff' ? [{ type: 'signer', id: by.id }] : [],
    status: 'void',
    why,
  };
  return { type: 'DrawVoided', draw: draw.id, why, recordHash: recordHash(record) };
}

/** Takes the sources of a locked draw together: words that came, dice as typed, the number that the server keeps. */
function readOf(world: World, draw: Draw, dice: string): Decision {
  const salt = world.secrets.get(secretName(draw.id, 'salt'));
  const words = draw.words.map(({ word }) => word);
  const entropy: string[] = [];
  const proofs: Proof[] = [];
  for (const [n, source] of draw.lock.entropy.entries())
    if (source.type === 'salt') {
      if (draw.keeper) return refuse({ code: 'salt-with-keeper' });
      if (salt === undefined) return refuse({ code: 'salt-lost' });
      entropy.push(salt);
    } else if (source.type === 'phones') {
      entropy.push(phonesEntropy(words));
      proofs.push({ type: 'phones', source: n, typed: words });
    } else entropy.push(dice);
  if (checkEntropy(draw.lock, entropy) !== null) {
    const have = dice.replace(/[^0-9]/g, '').length;
    const thrown = draw.lock.entropy.find((source) => 'count' in source);
    return refuse({ code: 'dice-wrong', have, want: thrown?.count ?? 0 });
  }
  return accept([determined(draw, entropy, proofs)]);
}

function previousRecord(meeting: Meeting): string {
  const last = meeting.draws.at(-1);
  if (!last) return '';
  if (last.phase === 'locked') throw new Error('a draw is locked while another one is open');
  return last.recordHash;
}

function effectOf(meeting: Meeting, draw: Determined): readonly MeetingEvent[] {
  if (fillsSeats(draw))
    return [{ type: 'SeatsFilled', draw: draw.id, seats: newSeats(meeting, draw.order) }];
  if (!givesTurns(draw)) return [];
  const item = drawingItem(meeting, draw.item);
  if (!item) throw new Error(`draw ${draw.id} has lost its item`);
  const items = draw.order.flatMap((subject) => turn(meeting, item, subject));
  // Who withdrew after the lock was drawn all the same; their turn waits, should they come back.
  return [{ type: 'ItemsInserted', after: item.id, items }];
}

/** A drawn unit's turn: it presents, then it is scored. */
function turn(meeting: Meeting, item: ItemOf<'draw'>, subject: SubjectId): readonly Item[] {
  if (!item.follow) throw new Error(`item ${item.id} says nothing about turns`);
  const { presentationSeconds, score } = item.follow;
  const taken = new Set(meeting.agenda.flatMap(({ id, turn: of = id }) => [id, of]));
  const free = (part: string) => unused(`${item.id}.${subject}.${part}` as ItemId, taken);
  const part = { turn: free('p'), drawn: item.id };
  return [
    {
      id: part.turn,
      ...part,
      kind: 'presentation',
      subject,
      seconds: presentationSeconds,
    },
    {
      id: free('s'),
      ...part,
      kind: 'score',
      subjects: [subject],
      secrecy: 'named',
      ...score,
    },
  ];
}

/** Sources in the order in which they close (DRAW.md §6): phones, dice, the salt. */
function inOrder(sources: readonly SourceKind[]): readonly SourceKind[] {
  const order: readonly SourceKind[] = ['phones', 'dice10', 'dice6', 'salt', 'kept'];
  return order.filter((source) => sources.includes(source));
}

function sourceOf(source: SourceKind, commit: string): Source {
  switch (source) {
    case 'dice10':
    case 'dice6':
      return { type: source, count: DICE[source] };
    case 'phones':
      return { type: 'phones' };
    case 'salt':
    case 'kept':
      return { type: 'salt', commit };
  }
}

function secretName(draw: DrawId, what: 'salt' | 'roster'): string {
  return `${draw}/${what}`;
}
