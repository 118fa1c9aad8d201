// The hash chain over the log (R3): each event's hash covers the one before it, its public part and its private part.
import { canonical } from '../draw/canonical.ts';
import { fingerprint } from '../fingerprint.ts';
import { EVENTS, type Recorded } from './events.ts';

/**
 * A recorded event with its place in the chain; hashes are 64 hex digits, `prev` of the first event is "". `salt`: 32 hex
 * digits that its private part is hashed with; "" for an event of version 1, whose hash hangs on nothing random.
 */
export interface Chained {
  readonly recorded: Recorded;
  readonly prev: string;
  readonly hash: string;
  readonly salt: string;
}

/** An event as it is stored and hashed: two canonical texts, of which a record may leave the second one closed. */
export interface EventTexts {
  readonly open: string;
  /** Opened, or closed with nothing but its hash. */
  readonly closed: { readonly text: string; readonly salt: string } | { readonly hash: string };
}

/** Puts an event on the chain. @param salt 128 fresh random bits as 32 hex digits */
export function chain(prev: string, recorded: Recorded, salt: string): Chained {
  const { open, closed } = eventTexts(recorded);
  return { recorded, prev, hash: eventHash(prev, { open, closed: { text: closed, salt } }), salt };
}

/** T("event", prev ‖ newline ‖ T("public", open) ‖ newline ‖ T("private", salt ‖ newline ‖ closed)). */
export function eventHash(prev: string, { open, closed }: EventTexts): string {
  const hidden =
    'hash' in closed ? closed.hash : fingerprint('private', `${closed.salt}\n${closed.text}`);
  return fingerprint('event', `${prev}\n${fingerprint('public', open)}\n${hidden}`);
}

/** The hash of an event of version 1: it had one part. */
export function eventHash1(prev: string, body: string): string {
  return fingerprint('event', `${prev}\n${body}`);
}

/**
 * The canonical texts of an event's public part and of what is private in it: who acted, beyond what kind of actor, and
 * the fields that the table of events names.
 */
export function eventTexts({ seq, at, by, act, v, event }: Recorded): {
  readonly open: string;
  readonly closed: string;
} {
  const { kind, ...actor } = by;
  const names: readonly string[] = EVENTS[event.type].private ?? [];
  const fields = Object.entries(event);
  const part = (isPrivate: boolean) =>
    Object.fromEntries(fields.filter(([name]) => names.includes(name) === isPrivate));
  return {
    open: canonical({ seq, at, by: { kind }, ...(act ? { act } : {}), v, event: part(false) }),
    closed: canonical({ by: actor, event: part(true) }),
  };
}
