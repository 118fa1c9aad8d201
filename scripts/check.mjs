// `npm run check`: format, lint, types, layers, dead code. Two steps at a time; only a failing step shows its output.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { capture, ensureDependencies, root } from './prepare.mjs';

await ensureDependencies();

const folders = ['shared', 'server', 'client', 'test', 'scripts'].filter((folder) =>
  existsSync(join(root, folder)),
);
const tsc = 'typescript/bin/tsc';
const depcruise = 'dependency-cruiser/bin/dependency-cruise.mjs';

/** The one step whose numbers are worth seeing also while they are within their limits. */
const COUNTED = 'literal kinds';

/** Name of a step, the script below node_modules that it runs, its arguments; the slowest first. */
/** @type {(readonly [name: string, script: string, args: readonly string[]])[]} */
const steps = [
  ['lint', 'eslint/bin/eslint.js', ['.', '--max-warnings=0']],
  ...folders.map((folder) => /** @type {const} */ ([`types ${folder}`, tsc, ['-p', folder]])),
  ['types vite.config.ts', tsc, ['-p', '.']],
  ['layers', depcruise, ['--config', '.dependency-cruiser.cjs', ...folders]],
  ['phone bundle', depcruise, ['--config', '.dependency-cruiser.runtime.cjs', 'client', 'shared']],
  ['dead code', 'knip/bin/knip.js', ['--no-progress']],
  [COUNTED, '../scripts/lint/literal-kinds.mjs', []],
  [
    'format',
    'prettier/bin/prettier.cjs',
    ['--check', '.', '--cache', '--cache-location=.cache/prettier', '--log-level=warn'],
  ],
];

let failed = 0;
const queue = [...steps];
await Promise.all([worker(), worker()]);
process.exitCode = failed === 0 ? 0 : 1;

async function worker() {
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
    const [name, script, args] = step;
    const started = performance.now();
    const { code, output } = await capture(process.execPath, [
      join(root, 'node_modules', script),
      ...args,
    ]);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (code === 0)
      console.log(
        `ok      ${name} (${seconds} s)${name === COUNTED ? `\n${output.trimEnd()}` : ''}`,
      );
    else {
      failed += 1;
      console.log(`FAILED  ${name} (${seconds} s)\n${output}`);
    }
  }
}
