// Simulated phones, in a rehearsal and nowhere else: who may call them, and that they come once.
import type { ServerCommandOf } from '../commands.ts';
import { accept, refuse, type Decision, type World } from '../world.ts';
import type { rehearsalCommands } from '../commands/rehearsal.ts';
import type { Deciders } from './decider.ts';

export const rehearsalDeciders = {
  /**
   * Refused as `not-a-rehearsal` for a meeting, as `phones-here` while some are there, whoever called them, and as
   * `nobody-to-play` where the pool is empty and no unit has a seat.
   */
  CallPhones: ({ meeting }, { phones }) => {
    if (!meeting.rehearsal) return refuse({ code: 'not-a-rehearsal' });
    if (meeting.erasedAt !== null) return refuse({ code: 'already-erased' });
    if (meeting.simulated !== null) return refuse({ code: 'phones-here' });
    if (meeting.pool.size === 0 && meeting.seats.size === 0)
      return refuse({ code: 'nobody-to-play' });
    return accept([{ type: 'PhonesCalled', phones }]);
  },

  /** They finish what is under way and go; asked twice, they go once. */
  DismissPhones: (world) => dismissPhones(world),
} satisfies Deciders<typeof rehearsalCommands>;

/** What ran them is no more: they are gone. Others may have been called since: those stay. */
export function phonesGone(world: World, { call }: ServerCommandOf<'PhonesGone'>): Decision {
  return world.meeting.simulated?.call === call ? dismissPhones(world) : accept([]);
}

function dismissPhones({ meeting }: World): Decision {
  return accept(meeting.simulated === null ? [] : [{ type: 'PhonesDismissed' }]);
}
