// What whoever only looks on must know about the connection.
import type { WatchText } from '../../shared/text/watch.ts';
import type { LiveState } from '../live/view-store.ts';

/** As a sentence; null while it stands. */
export function troubleIn(
  { status, ended, held }: LiveState<unknown>,
  text: Pick<WatchText, 'ended' | 'held' | 'offline'>,
): string | null {
  if (status === 'ended') return text.ended(ended?.code ?? null);
  if (held) return text.held(held);
  return status === 'offline' ? text.offline : null;
}
