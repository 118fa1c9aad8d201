// A round of the public beacon, fetched or typed: taken where its chain signed it, in time and after all else (DRAW.md §2).
import { isSigned } from '../../draw/beacon-signature.ts';
import type { DrawId } from '../../ids.ts';
import type { Instant } from '../../instant.ts';
import type { ServerCommandOf } from '../commands.ts';
import type { beaconCommands } from '../commands/draws.ts';
import { BEACON_PASSED, beaconOf, hasPassed, othersClosed } from '../draws/beacon.ts';
import type { MeetingEvent } from '../events.ts';
import { accept, refuse, type Decision, type World } from '../world.ts';
import type { Deciders, ServerContext } from './decider.ts';
import { voided } from './draws.ts';
import { readSources } from './entropy.ts';

export const beaconDeciders = {
  /**
   * The signature of the round that a draw waits for, which determines the result in the same commit: nobody can look at it
   * and then not use it. Refused before the round is published, while another source is open, and where the chain did not
   * sign this round.
   */
  ReadBeacon: (world, { draw, signature }, { now }) => taken(world, draw, signature, now),
} satisfies Deciders<typeof beaconCommands>;

/** The same, as a relay answered it. */
export function takeBeacon(
  world: World,
  { draw, signature }: ServerCommandOf<'TakeBeacon'>,
  { now }: ServerContext,
): Decision {
  return taken(world, draw, signature, now);
}

/** Voids a draw whose round was published before its other sources closed: whoever closes them could know it by then. */
export function voidPassed(
  { meeting }: World,
  { draw: id }: ServerCommandOf<'VoidPassed'>,
  { now }: ServerContext,
): Decision {
  const draw = meeting.draws.find((one) => one.id === id);
  if (draw?.phase !== 'locked' || !hasPassed(draw, now)) return refuse({ code: 'draw-not-ready' });
  return accept([voided(draw, BEACON_PASSED, { kind: 'server' })]);
}

function taken(world: World, id: DrawId, signature: string, now: Instant): Decision {
  const draw = world.meeting.draws.find((one) => one.id === id);
  // Someone else was first with it.
  if (draw?.phase === 'determined' && draw.signature === signature) return accept([]);
  const beacon = draw && beaconOf(draw.lock);
  if (draw?.phase !== 'locked' || !beacon) return refuse({ code: 'draw-not-ready' });
  if (hasPassed(draw, now)) return refuse({ code: 'beacon-passed' });
  if (now < beacon.at || !othersClosed(draw)) return refuse({ code: 'beacon-early' });
  if (!isSigned(beacon.round, signature))
    return refuse({ code: 'beacon-wrong', round: beacon.round });
  const read = readSources(world, { ...draw, signature });
  const event: MeetingEvent = { type: 'BeaconRead', draw: id, signature };
  return read.ok ? accept([event, ...read.events]) : read;
}
