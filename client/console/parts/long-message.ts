// Which commands go over HTTP: a socket takes no long message, and ends a connection that sends one.

/** Half of what a socket takes in one message (server/live/sockets.ts): room for its frame. */
const MOST_BYTES = 8 * 1024;

/** Whether a message is too long for a socket, as it is written on the wire. */
export function isLong(message: unknown): boolean {
  return new TextEncoder().encode(JSON.stringify(message)).length > MOST_BYTES;
}
