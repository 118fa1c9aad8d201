// Who is connected at a meeting: phones by seat, projectors and tablets, consoles, and whom a change puts out.
import { seatStanding } from '../../shared/meeting/decide/seats.ts';
import type { MeetingEvent } from '../../shared/meeting/events.ts';
import type { SeatId } from '../../shared/ids.ts';
import type { Audience } from '../../shared/views/audiences/audiences.ts';
import type { Displays, Outside } from '../../shared/views/seen.ts';
import type { Hall } from '../hall.ts';
import { end, type Client, type Space } from './admission.ts';

export type Spaces = Readonly<Record<Audience, Space>>;

export function roomOf(hall: Hall): string {
  return `m/${hall.world.meeting.code}`;
}

export function seatRoom(hall: Hall, seat: string): string {
  return `${roomOf(hall)}/seat/${seat}`;
}

/** Seats whose phones are connected now. */
export function connectedSeats({ panel }: Spaces, hall: Hall): ReadonlySet<SeatId> {
  const seats = new Set<SeatId>();
  const prefix = seatRoom(hall, '');
  for (const room of panel.adapter.rooms.keys())
    if (room.startsWith(prefix)) seats.add(room.slice(prefix.length) as SeatId);
  return seats;
}

/** Projectors are all in a space of their own; a viewer that speaks of its machine is the desk's tablet. */
export function displaysOf(spaces: Spaces, hall: Hall): Pick<Outside, 'screens' | 'tablets'> {
  const of = (space: Space, isOne: (awake: boolean | undefined) => boolean): Displays => {
    const said = [...(space.adapter.rooms.get(roomOf(hall)) ?? [])]
      .map((id) => space.sockets.get(id)?.data.awake)
      .filter(isOne);
    return { connected: said.length, dozing: said.filter((one) => one === false).length };
  };
  return {
    screens: of(spaces.screen, () => true),
    tablets: of(spaces.public, (one) => one !== undefined),
  };
}

export function consolesAt({ staff }: Spaces, hall: Hall): readonly Client[] {
  return [...staff.sockets.values()].filter((socket) => socket.data.hall === hall);
}

/** After these a device may no longer speak for its seat. */
export const ENDING: ReadonlySet<MeetingEvent['type']> = new Set([
  'SeatClaimed',
  'SeatReleased',
  'TicketsIssued',
  'TicketRevoked',
  'TicketsSwapped',
  'SeatReplaced',
]);

/** Ends connections whose session no longer speaks for the seat, and says why. */
export function endReplaced({ panel }: Spaces, hall: Hall): void {
  for (const socket of panel.sockets.values()) {
    const { seat } = socket.data;
    if (socket.data.hall !== hall || !seat) continue;
    const standing = seatStanding(hall.world.meeting, seat.seat, seat.claim);
    if (!standing.ok) end(socket, standing.refusal);
  }
}
