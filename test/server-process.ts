// The built server as a process of its own, for tests that kill it.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

const MAIN = new URL('../dist/server/main.js', import.meta.url).pathname;

export interface ServerProcess {
  readonly origin: string;
  readonly output: () => string;
  /** Milliseconds from the start of the process to its first answer. */
  readonly startedIn: number;
  kill(): Promise<void>;
  stop(): Promise<number | null>;
}

/** A port for a server that is started on it again and again: below those that the system lends to connections. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 32_000);
    const server = createServer().listen(port, '127.0.0.1');
    const free = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!free) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}

export function runServer(args: readonly string[]): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()));
  return { child, output: () => output };
}

/**
 * Starts the server and waits until it answers; throws with its output when it ends instead.
 *
 * @param backup folder for backup copies; beside the test's folder nobody would clean up
 * @param more options
 */
export async function startServerProcess(
  port: number,
  data: string,
  backup = 'off',
  more: readonly string[] = [],
): Promise<ServerProcess> {
  const began = performance.now();
  const args = ['--port', String(port), '--host', '127.0.0.1', '--data', data, '--language', 'en'];
  const { child, output } = runServer([...args, '--backup', backup, ...more]);
  const origin = `http://127.0.0.1:${String(port)}`;
  const ended = once(child, 'exit');
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended:\n${output()}`);
    const answered = await fetch(`${origin}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) break;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const startedIn = performance.now() - began;
  return {
    origin,
    output,
    startedIn,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
  };
}

/** The one-time staff link, as printed. */
export async function staffLink(server: ServerProcess): Promise<string> {
  for (let waited = 0; waited < 30_000; waited += 10) {
    const link = /\S+#invite=\S+/.exec(server.output())?.[0];
    if (link !== undefined) return link;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`no staff link was printed:\n${server.output()}`);
}
