// `npm test`: everything the tests need, then all of them. Arguments go to vitest: `npm test -- test/unit`; files that are named
// keep pictures of their pages, for whoever works on these. `npm run soak`: with `--soak`, those alone that leave things to
// chance, each with many more repetitions.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser, ensureBuild, ensureDependencies, root } from './prepare.mjs';

const given = process.argv.slice(2);
const soaks = given.includes('--soak');
const named = given.filter((arg) => arg !== '--soak');
const isAll = named.every((arg) => arg.startsWith('-'));
const args = soaks && isAll ? [...named, ...chancy()] : named;
const paths = args.filter((arg) => !arg.startsWith('-'));
const unitOnly = paths.length > 0 && paths.every((path) => path.startsWith('test/unit'));

await ensureDependencies();
/** @type {NodeJS.ProcessEnv} */
const env = { ...process.env };
if (soaks) env['KLEROTERION_SOAK'] = '1';
if (paths.length > 0) env['KLEROTERION_PICTURES'] = '1';
if (!unitOnly) {
  env['CHROMIUM'] = await ensureBrowser();
  await ensureBuild();
}

const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const reporter = join(root, 'scripts/test-reporter.mjs');
const child = spawn(process.execPath, [vitest, 'run', `--reporter=${reporter}`, ...args], {
  cwd: root,
  env,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
// This process stays until vitest has ended, so that the last line is still said.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => child.kill(signal));
}

/** @type {{ passed: number, failed: number, skipped: number } | undefined} */
let totals;
child.on('message', (message) => (totals = /** @type {typeof totals} */ (message)));
child.on('close', (code) => {
  const { passed, failed, skipped } = totals ?? { passed: 0, failed: 0, skipped: 0 };
  // A run that broke off without a failed test is a failure all the same.
  const broken = failed === 0 && code !== 0 && passed + skipped > 0 ? 1 : 0;
  const rest = skipped > 0 ? `, ${skipped} skipped` : '';
  process.exitCode = code === 0 && failed === 0 && passed > 0 ? 0 : 1;
  console.log(`${passed} passed, ${failed + broken} failed${rest}`);
});

/** Files of tests that ask how often they repeat, and those that take long once. */
function chancy() {
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.test\.tsx?$/.test(path))
    .map((path) => join('test', path))
    .filter(
      (path) =>
        path.startsWith(join('test', 'soak')) ||
        /\/(repetitions|sizes)\.ts'/.test(readFileSync(join(root, path), 'utf8')),
    );
}
