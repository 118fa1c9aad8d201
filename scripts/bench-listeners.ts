// Plain WebSockets of the benchmark, in a process of their own: they listen until they are ended.
import { once } from 'node:events';
import { WebSocket } from 'ws';

export interface ListenersJob {
  readonly url: string;
  readonly count: number;
}

const [{ url, count }] = (await once(process, 'message')) as [ListenersJob];
const sockets = Array.from({ length: count }, () => new WebSocket(url));
await Promise.all(sockets.map((socket) => once(socket, 'open')));
process.send?.('open');
