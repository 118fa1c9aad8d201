// A salt on a supervisor's device: promised before the lock, opened when the phones' list is closed (DRAW.md §2).
import { phonesEntropy, saltCommit } from '../../draw/entropy.ts';
import { sourcesAtLock } from '../draws/sources.ts';
import { drawingItem } from '../agenda/turn.ts';
import { drawOfItem } from '../draws/standing.ts';
import type { Source } from '../../draw/lock.ts';
import type { Draw } from '../draws/draw.ts';
import type { Meeting } from '../state.ts';
import { accept, refuse } from '../world.ts';
import { sourcesRead } from './entropy.ts';
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
    if (draw?.keeper && openedIn(draw).includes(salt)) return accept([]);
    if (draw?.phase !== 'locked' || !draw.keeper || draw.lots?.entropy)
      return refuse({ code: 'draw-not-ready' });
    if (!draw.wordsClosed) return refuse({ code: 'words-open' });
    const typed = draw.words.map(({ word }) => word);
    const sources = draw.lock.entropy.filter(({ type }) => type !== 'digits');
    const isIts = (source: Source) => source.type !== 'salt' || source.commit === saltCommit(salt);
    if (!sources.every(isIts)) return refuse({ code: 'salt-wrong' });
    const entropy = sources.map(({ type }) => (type === 'phones' ? phonesEntropy(typed) : salt));
    return sourcesRead(draw, entropy);
  },
} satisfies Deciders<typeof saltCommands>;

/** What the sources that are read came to. */
function openedIn(draw: Draw): readonly string[] {
  return draw.phase === 'determined' ? draw.entropy : (draw.lots?.entropy ?? []);
}

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
