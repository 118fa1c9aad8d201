// What the sources of a lock came to: one string for each, and the result that follows from them (DRAW.md §3).
import { determine } from '../../draw/draw.ts';
import { checkEntropy, phonesEntropy } from '../../draw/entropy.ts';
import { recordHash, type Proof } from '../../draw/record.ts';
import type { DrawId } from '../../ids.ts';
import type { Draw } from '../draws/draw.ts';
import { agreedRow, diceOf } from '../draws/reading.ts';
import type { MeetingEvent } from '../events.ts';
import { accept, refuse, type Decision, type World } from '../world.ts';

type Locked = Extract<Draw, { readonly phase: 'locked' }>;

/**
 * Determines the result of a draw whose sources are all there: the closed list of words, the dice as both read them, the
 * salt that the server keeps. Refused for one whose salt a supervisor keeps.
 */
export function readSources({ secrets }: Pick<World, 'secrets'>, draw: Locked): Decision {
  const entropy: string[] = [];
  const proofs: Proof[] = [];
  for (const [n, source] of draw.lock.entropy.entries())
    switch (source.type) {
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
        const typed = draw.words.map(({ word }) => word);
        entropy.push(phonesEntropy(typed));
        proofs.push({ type: 'phones', source: n, typed });
        break;
      }
      default: {
        const dice = diceOf(draw.lock);
        const row = dice && agreedRow(draw.readings, dice.count);
        if (row === null)
          return refuse({
            code: 'dice-wrong',
            have: Math.min(draw.readings.first.row.length, draw.readings.second.row.length),
            want: dice?.count ?? 0,
          });
        entropy.push(row);
      }
    }
  const flaw = checkEntropy(draw.lock, entropy);
  if (flaw !== null) throw new Error(`sources that were read cannot be used: ${flaw}`);
  return accept([determined(draw, entropy, proofs)]);
}

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

export function secretName(draw: DrawId, what: 'salt' | 'roster'): string {
  return `${draw}/${what}`;
}
