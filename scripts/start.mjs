// `npm start`: installs and builds what is missing or stale, then runs the server in this process.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuild, ensureDependencies, root } from './prepare.mjs';

await ensureDependencies();
await ensureBuild();
process.env['NODE_ENV'] ??= 'production';
ignoreRepeatedSignals(1000);
await import(pathToFileURL(join(root, 'dist/server/main.js')).href);

/**
 * One Ctrl-C under npm arrives twice, from the terminal and from npm, and a second signal means "exit at
 * once" to the server. So a repeat within `ms` milliseconds of the first is dropped.
 * @param {number} ms
 */
function ignoreRepeatedSignals(ms) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  const emit = process.emit.bind(process);
  /** @type {(name: string, ...args: unknown[]) => boolean} */
  const emitOnce = (name, ...args) => {
    if (name === 'SIGINT' || name === 'SIGTERM') {
      const now = performance.now();
      if (now - (seen.get(name) ?? -Infinity) < ms) return true;
      seen.set(name, now);
    }
    return Boolean(Reflect.apply(emit, process, [name, ...args]));
  };
  Object.assign(process, { emit: emitOnce });
}
