// Where a meeting's sockets are: /m/<code>/live, so that a proxy can send each meeting to a server of its own.
import type { IncomingMessage, Server as HttpServer } from 'node:http';

/** socket.io listens at one path; which meeting is asked for stands behind it. */
export const SOCKETS_PATH = '/live';

/** Turns /m/<code>/live/?… into /live/<code>?… before socket.io looks; to be called when it listens already. */
export function underMeetings(http: HttpServer): void {
  const turn = (request: IncomingMessage) => {
    const [, code, query = ''] = /^\/m\/([\w-]+)\/live\/?(\?.*)?$/.exec(request.url ?? '') ?? [];
    if (code !== undefined) request.url = `${SOCKETS_PATH}/${code}${query}`;
  };
  http.prependListener('request', turn);
  http.prependListener('upgrade', turn);
}

/** The code of the meeting that a handshake is for. */
export function meetingAt({ url = '' }: IncomingMessage): string {
  return url.slice(SOCKETS_PATH.length + 1).split('?', 1)[0] ?? '';
}
