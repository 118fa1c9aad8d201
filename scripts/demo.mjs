// `npm run demo`: installs and builds what is missing, then lets the example meeting run by itself.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuild, ensureDependencies, root } from './prepare.mjs';

await ensureDependencies();
await ensureBuild();
const tsx = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href;
const args = ['--import', tsx, join(root, 'scripts/demo.ts'), ...process.argv.slice(2)];
const child = spawn(process.execPath, args, { stdio: 'inherit' });
// One Ctrl-C reaches all processes of the terminal, a signal from elsewhere only this one: the child takes a repetition
// for the same wish. This process only waits until the others have ended.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => child.kill(signal));
}
child.on('close', (code) => (process.exitCode = code ?? 1));
