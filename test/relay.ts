// A relay of the beacon on this machine, over real HTTP: what it answers, a test says.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type RelayAnswer = (round: number, response: ServerResponse) => void;

export interface Relay {
  readonly origin: string;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  answer: RelayAnswer;
  close(): Promise<void>;
}

export async function startRelay(answer: RelayAnswer): Promise<Relay> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    relay.answer(Number(path.split('/').at(-1)), response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const relay: Relay = {
    origin: `http://127.0.0.1:${String(port)}`,
    asked,
    answer,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
  return relay;
}

/** Answers with this signature for whatever round is asked for. */
export function answering(signature: string): RelayAnswer {
  return (round, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ round, signature }));
  };
}
