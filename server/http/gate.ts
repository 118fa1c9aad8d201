// What sockets are told of who comes: where a page is from, whom its cookies speak for.
import type { StaffId } from '../../shared/ids.ts';
import { seatStanding } from '../../shared/meeting/decide/seats.ts';
import type { Hall } from '../hall.ts';
import type { Gate } from '../live/admission.ts';
import type { HttpDeps } from './deps.ts';
import { presenceIn, staffIn, trustOnlyOurCookies, useIn } from './guard.ts';
import { seatIn } from './join.ts';
import { isOurOrigin, noteForeign } from './origin.ts';

export function gateOf(deps: HttpDeps): Gate {
  const { serverFile } = deps;
  return {
    isOriginAllowed(origin, isPollingGet, request) {
      if (origin === undefined) return isPollingGet;
      const allowed = isOurOrigin(origin, request, deps);
      if (!allowed) noteForeign(origin, deps);
      return allowed;
    },
    cleanCookies: (request) => trustOnlyOurCookies(request, deps),
    staffOf: (cookies) => presenceIn(cookies, deps),
    staffUsing: (cookies) => useIn(cookies, deps),
    seatOf: (cookies, hall) => seatIn(cookies, hall),
    holderOf: (cookies, hall) => holderIn(cookies, hall, deps),
    accountName: remembered((id) => serverFile.staffById(id)?.name ?? null),
  };
}

/** Whoever a session in these cookies speaks for, of staff or of this meeting's panel. */
function holderIn(cookies: string, hall: Hall | undefined, deps: HttpDeps): string | null {
  const staff = staffIn(cookies, deps);
  if (staff) return staff.id;
  const session = hall && seatIn(cookies, hall);
  if (!session) return null;
  const { seat, claim } = session;
  // Not whoever had the seat before: that place in the lobby is for whoever has it now.
  return seatStanding(hall.world.meeting, seat, claim).ok
    ? `${hall.world.meeting.code}/${seat}/${claim}`
    : null;
}

/** Names of staff never change, and the console's log asks for them at every change. */
function remembered(read: (id: StaffId) => string | null): (id: StaffId) => string | null {
  const known = new Map<StaffId, string | null>();
  return (id) => {
    const name = known.get(id) ?? read(id);
    known.set(id, name);
    return name;
  };
}
