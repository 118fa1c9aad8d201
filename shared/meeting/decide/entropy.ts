// What the sources of a lock came to: one string for each, and the result that follows from them (DRAW.md §3).
import { roundRandomness } from '../../draw/beacon.ts';
import { checkEntropy, phonesEntropy } from '../../draw/entropy.ts';
import { recordHash, type Proof } from '../../draw/record.ts';
import type { DrawId } from '../../ids.ts';
import { beaconProofs } from '../draws/beacon.ts';
import type { Draw } from '../draws/draw.ts';
import { outcomeOf } from '../draws/outcome.ts';
import { agreedRow, diceOf } from '../draws/reading.ts';
import type { MeetingEvent } from '../events.ts';
import { accept, refuse, type Decision, type World } from '../world.ts';

type Locked = Extract<Draw, { readonly phase: 'locked' }>;

/**
 * Determines the result of a draw whose sources are all there: the closed list of words, the dice as both read them, the
 * beacon's signature, the salt that the server keeps; of lots first what numbers the panels, then the digits. Refused for
 * one whose salt a supervisor keeps.
 */
export function readSources({ secrets }: Pick<World, 'secrets'>, draw: Locked): Decision {
  const { lots } = draw;
  if (lots?.entropy) {
    const digits = rowOf(draw);
    return lots.numbered && digits.ok
      ? sourcesRead(draw, [...lots.entropy, digits.row])
      : notYet(digits);
  }
  const entropy: string[] = [];
  for (const source of draw.lock.entropy)
    switch (source.type) {
      case 'digits':
        break;
      case 'salt': {
        if (draw.keeper) return refuse({ code: 'salt-with-keeper' });
        const salt = secrets.get(secretName(draw.id, 'salt'));
        if (salt === undefined) return refuse({ code: 'salt-lost' });
        entropy.push(salt);
        break;
      }
      case 'phones': {
        // The list is closed and shown before anything else is known (DRAW.md §2).
        if (!draw.wordsClosed) return refuse({ code: 'words-open' });
        entropy.push(phonesEntropy(draw.words.map(({ word }) => word)));
        break;
      }
      case 'drand': {
        const randomness = draw.signature === null ? null : roundRandomness(draw.signature);
        if (randomness === null) return refuse({ code: 'beacon-early' });
        entropy.push(randomness);
        break;
      }
      default: {
        const read = rowOf(draw);
        if (!read.ok) return notYet(read);
        entropy.push(read.row);
      }
    }
  return sourcesRead(draw, entropy);
}

/**
 * What follows once these sources are read, one string for each: the result; of lots without their digits that the panels
 * can be numbered.
 */
export function sourcesRead(draw: Locked, entropy: readonly string[]): Decision {
  const { lock, lots } = draw;
  if (lots && lots.entropy === null) return accept([{ type: 'LotsRead', draw: draw.id, entropy }]);
  const flaw = checkEntropy(lock, entropy);
  if (flaw !== null) throw new Error(`sources that were read cannot be used: ${flaw}`);
  return accept([determined(draw, entropy)]);
}

/** Of the dice that are thrown now, the row on which both agree, or how far they are. */
function rowOf({ readings, ...draw }: Locked) {
  const dice = diceOf(draw);
  const row = dice && agreedRow(readings, dice.count);
  const have = Math.min(readings.first.row.length, readings.second.row.length);
  return row === null
    ? ({ ok: false, have, want: dice?.count ?? 0 } as const)
    : ({ ok: true, row } as const);
}

function notYet(read: ReturnType<typeof rowOf>): Decision {
  if (read.ok) return refuse({ code: 'draw-not-ready' });
  return refuse({ code: 'dice-wrong', have: read.have, want: read.want });
}

function determined(draw: Locked, entropy: readonly string[]): MeetingEvent {
  const { order, reserve } = outcomeOf(draw, entropy);
  const typed = draw.words.map(({ word }) => word);
  const proofs = [
    ...draw.lock.entropy.flatMap(({ type }, source): readonly Proof[] =>
      type === 'phones' ? [{ type: 'phones', source, typed }] : [],
    ),
    ...beaconProofs(draw),
  ];
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

export function secretName(draw: DrawId, what: 'salt' | 'roster'): string {
  return `${draw}/${what}`;
}
