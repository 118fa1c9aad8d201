// A salt on a supervisor's device: promised before the lock, opened when the phones' list is closed (DRAW.md §2).
import { checkEntropy, phonesEntropy } from '../../draw/entropy.ts';
import type { Proof } from '../../draw/record.ts';
import { sourcesAtLock } from '../draws/sources.ts';
import { drawingItem } from '../agenda/turn.ts';
import { drawOfItem } from '../draws/standing.ts';
import type { Meeting } from '../state.ts';
import { accept, refuse } from '../world.ts';
import { determined } from './entropy.ts';
import type { saltCommands } from '../commands/draws.ts';
import type { Deciders } from './decider.ts';

export const saltDeciders = {
  /**
   * A supervisor's device keeps a salt for this draw; until the lock another one may take its place. Refused for
   * whoever could also run the stage: one person would then hold the salt and close the list.
   */
  KeepSalt: ({ meeting }, { item: id, commit }, { by, role }) => {
    if (by.kind !== 'staff' || role !== 'supervisor') throw new Error('a salt that nobody keeps');
    const item = drawingItem(meeting, id);
    if (!item) return refuse({ code: 'unknown-item' });
    if (meeting.salts.get(id)?.commit === commit) return accept([]);
    const locked = drawOfItem(meeting, id);
    if (locked && locked.phase !== 'void') return refuse({ code: 'draw-running' });
    if (!sourcesAtLock(meeting, item).includes('kept')) return refuse({ code: 'salt-not-asked' });
    if (isKnown(meeting, commit)) return refuse({ code: 'salt-used' });
    return accept([{ type: 'SaltKept', item: id, commit, keeper: { id: by.id, role } }]);
  },

  /**
   * Opens the kept salt, which determines the result in the same commit: nobody can look at it and then void the draw
   * unseen. Refused while the phones' list is open, and for any salt but the one that was locked.
   */
  OpenSalt: ({ meeting }, { draw: id, salt }) => {
    const draw = meeting.draws.find((one) => one.id === id);
    // Its sender missed the answer.
    if (draw?.phase === 'determined' && draw.keeper && draw.entropy.includes(salt))
      return accept([]);
    if (draw?.phase !== 'locked' || !draw.keeper) return refuse({ code: 'draw-not-ready' });
    if (!draw.wordsClosed) return refuse({ code: 'words-open' });
    const typed = draw.words.map(({ word }) => word);
    const { entropy: sources } = draw.lock;
    const entropy = sources.map(({ type }) => (type === 'phones' ? phonesEntropy(typed) : salt));
    if (checkEntropy(draw.lock, entropy) !== null) return refuse({ code: 'salt-wrong' });
    const proofs = sources.flatMap(({ type }, source): readonly Proof[] =>
      type === 'phones' ? [{ type: 'phones', source, typed }] : [],
    );
    return accept([determined(draw, entropy, proofs)]);
  },
} satisfies Deciders<typeof saltCommands>;

/**
 * A salt that was locked before may be open; one that waits for another draw would be open by the second of the two.
 */
function isKnown({ draws, salts }: Meeting, commit: string): boolean {
  return (
    [...salts.values()].some((kept) => kept.commit === commit) ||
    draws.some(({ lock }) =>
      lock.entropy.some((source) => source.type === 'salt' && source.commit === commit),
    )
  );
}
