// A draw's ceremony (DRAW.md §6): lock, entropy, names one by one. Nothing is drawn again once entropy was read (R9).
import { canonical } from '../../draw/canonical.ts';
import { leftOut } from '../agenda/participation.ts';
import { drawingItem, unused } from '../agenda/turn.ts';
import { drawsPeople, fillsSeats, givesTurns } from '../draws/purposes.ts';
import { bytesToHex } from '@noble/hashes/utils.js';
import { assurance, saltCommit } from '../../draw/entropy.ts';
import { lockHash, type AnyLock, type Source } from '../../draw/lock.ts';
import { recordHash, rosterHash, type DrawRecord } from '../../draw/record.ts';
import { fingerprint } from '../../fingerprint.ts';
import type { DrawId, ItemId, ReviewerId, SubjectId } from '../../ids.ts';
import type { MeetingEvent } from '../events.ts';
import { waitsAtOnce } from '../draws/at-once.ts';
import { beaconProofs, beaconSource } from '../draws/beacon.ts';
import { digitsOf, digitThrown } from '../draws/lots.ts';
import { isMade, madeFor, termsWith } from '../draws/made.ts';
import { sealedTerms, sealFor } from '../draws/seals.ts';
import { canBeLocked, numbersPanels, sourcesAtLock } from '../draws/sources.ts';
import { drawTerms, termsFlaw } from '../draws/terms.ts';
import { appearance, nameDue } from '../draws/pace.ts';
import { entropyRead } from '../draws/entropy-read.ts';
import { drawOfItem, isUnfinished } from '../draws/standing.ts';
import type { Draw } from '../draws/draw.ts';
import type { Item, ItemOf, SourceKind } from '../agenda/item.ts';
import type { Actor, Meeting } from '../state.ts';
import type { Context, ServerCommandOf } from '../commands.ts';
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
import type { Deciders, ServerContext } from './decider.ts';
import { readSources, secretName } from './entropy.ts';
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

  /** Opens the salt where nothing else is waited for; dice are read by TypeDice. */
  ReadEntropy: (world, { draw: id }) => {
    const draw = world.meeting.draws.find((one) => one.id === id);
    return draw?.phase === 'locked' ? readSources(world, draw) : refuse({ code: 'draw-not-ready' });
  },

  /**
   * The second press of a draw that was locked as its item was entered: closes the phones' list, opens the number that the
   * server keeps, and shows the one name, in one act.
   */
  DrawAtOnce: (world, { draw: id }) => {
    const draw = world.meeting.draws.find((one) => one.id === id);
    if (draw?.phase !== 'locked' || !waitsAtOnce(draw)) return refuse({ code: 'draw-not-ready' });
    const read = readSources(world, { ...draw, wordsClosed: true });
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
    return accept(namesShown(meeting, draw, shown));
  },

  /** How the names of this draw come from now on, before the first of them or between two. */
  SetPace: ({ meeting }, { draw: id, pace }) => {
    const draw = meeting.draws.find((one) => one.id === id);
    if (!draw || !isUnfinished(draw)) return refuse({ code: 'draw-not-ready' });
    return accept(
      draw.pace !== null && canonical(draw.pace) === canonical(pace)
        ? []
        : [{ type: 'PaceSet', draw: id, pace }],
    );
  },

  /** Ends a draw without a result, for a reason that goes on record. Never after the first digit of a number was thrown. */
  VoidDraw: ({ meeting }, { draw: id, why }, { by }) => {
    const draw = meeting.draws.find((one) => one.id === id);
    if (!draw || draw.phase === 'void') return refuse({ code: 'draw-not-ready' });
    if (draw.phase === 'determined' && draw.shown === draw.order.length)
      return refuse({ code: 'draw-over' });
    if (digitThrown(draw)) return refuse({ code: 'digit-thrown' });
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
  const open = drawTerms(meeting, item);
  const flaw = termsFlaw(world, item, open);
  if (flaw) return refuse(flaw);
  const sources = sourcesAtLock(meeting, item);
  if (!canBeLocked(sources)) return refuse({ code: 'no-entropy-source' });
  const made = isMade(open) ? madeFor(meeting, item) : null;
  if (isMade(open) && !made) return refuse({ code: 'lots-not-made' });
  const lots = made && 'list' in made ? made.list : null;
  if (lots && !numbersPanels(sources)) return refuse({ code: 'no-entropy-source' });
  const terms = made ? termsWith(open, made) : open;
  const kept = sources.includes('kept') ? meeting.salts.get(id) : undefined;
  if (sources.includes('kept') && !kept) return refuse({ code: 'salt-not-kept' });

  const draw = `D${String(meeting.draws.length + 1)}` as DrawId;
  const fresh = (label: string) =>
    fingerprint('salt', `${bytesToHex(context.random)}/${draw}/${label}`);
  const salt = fresh('salt');
  const commit = kept?.commit ?? saltCommit(salt);
  const rosterSalt = fresh('roster');
  const kind = drawsPeople(item.purpose) ? 'reviewer' : 'subject';
  const beacon = beaconSource(item, Math.floor(context.now / 1000));
  const lock = {
    v: 'fairdraw/1',
    session: meeting.id,
    seq: meeting.draws.length,
    prev: previousRecord(meeting),
    draw: item.purpose,
    locked_at: new Date(context.now).toISOString().slice(0, 19) + 'Z',
    ...terms,
    ...sealedTerms(sealFor(meeting, item), terms),
    entropy: [
      ...inOrder(sources).map((source) => sourceOf(source, commit, beacon)),
      ...(lots ? [{ type: 'digits', count: digitsOf(lots.panels) } as const] : []),
    ],
    roster: rosterHash(
      rosterSalt,
      Object.fromEntries(terms.pool.map(({ id }) => [id, nameOf(world.directory, kind, id)])),
    ),
  } as AnyLock;
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

/** The next name of a draw whose names come by themselves; refused where another has come meanwhile. */
export function showDueName(
  { meeting }: World,
  { draw: id, shown }: ServerCommandOf<'ShowDueName'>,
  { now }: ServerContext,
): Decision {
  const due = nameDue(meeting);
  const draw = meeting.draws.find((one) => one.id === id);
  if (due?.draw !== id || due.shown !== shown || now < due.at || draw?.phase !== 'determined')
    return refuse({ code: 'draw-not-ready' });
  return accept(namesShown(meeting, draw, shown));
}

function namesShown(meeting: Meeting, draw: Determined, shown: number): readonly MeetingEvent[] {
  const last = shown === draw.order.length;
  return [{ type: 'NamesShown', draw: draw.id, shown }, ...(last ? effectOf(meeting, draw) : [])];
}

/** A draw without a result: the record has its reason and who it was. */
export function voided(
  draw: Exclude<Draw, { readonly phase: 'void' }>,
  why: string,
  by: Actor,
): MeetingEvent {
  const record: DrawRecord = {
    lock_hash: draw.lockHash,
    entropy: entropyRead(draw),
    proofs: [
      ...beaconProofs(draw),
      ...(by.kind === 'staff' ? [{ type: 'signer', id: by.id } as const] : []),
    ],
    status: 'void',
    why,
  };
  return { type: 'DrawVoided', draw: draw.id, why, recordHash: recordHash(record) };
}

function previousRecord(meeting: Meeting): string {
  const last = meeting.draws.at(-1);
  if (!last) return '';
  if (last.phase === 'locked') throw new Error('a draw is locked while another one is open');
  return last.recordHash;
}

function effectOf(meeting: Meeting, draw: Determined): readonly MeetingEvent[] {
  if (fillsSeats(draw)) {
    const seated = appearance(meeting, draw) as readonly ReviewerId[];
    return [{ type: 'SeatsFilled', draw: draw.id, seats: newSeats(meeting, seated) }];
  }
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

/** Sources in the order in which they close (DRAW.md §6): phones, dice, the beacon, the salt. */
function inOrder(sources: readonly SourceKind[]): readonly SourceKind[] {
  const order: readonly SourceKind[] = [
    ...(['phones', 'dice10', 'dice6'] as const),
    ...(['drand', 'salt', 'kept'] as const),
  ];
  return order.filter((source) => sources.includes(source));
}

function sourceOf(source: SourceKind, commit: string, beacon: Source): Source {
  switch (source) {
    case 'drand':
      return beacon;
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
