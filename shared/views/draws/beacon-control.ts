// The beacon's round that the draw on stage waits for, as the console types or fetches it.
import { awaitedBeacon } from '../../meeting/draws/beacon.ts';
import { drawOfItem } from '../../meeting/draws/standing.ts';
import type { Outside, Seen } from '../seen.ts';
import type { BeaconControl } from '../slices/staff-slices.ts';

/** null unless the draw on stage waits for nothing but its round. */
export function beaconControl(
  { meeting }: Pick<Seen, 'meeting'>,
  { relays }: Pick<Outside, 'relays'>,
): BeaconControl | null {
  const awaited = awaitedBeacon(meeting);
  if (!awaited || meeting.current === null) return null;
  if (drawOfItem(meeting, meeting.current)?.id !== awaited.draw) return null;
  const { draw, round, at } = awaited;
  return { draw, round, at, relays };
}
