// What must be there before anything runs: packages, the build, and for tests a browser. Node's own modules only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const dependencyStamp = join(root, 'node_modules/.kleroterion-deps');
const buildStamp = join(root, 'dist/.stamp');
const buildInputs = [
  'shared',
  'server',
  'client',
  'scripts/build',
  'scripts/example',
  'scripts/manual/page.ts',
  'scripts/verify-draw.mjs',
  'docs/manual',
  'vite.config.ts',
  'package-lock.json',
];

/** Installs the packages of package-lock.json unless these very ones are there, built for this Node. */
export async function ensureDependencies() {
  const lock = sha256(readFileSync(join(root, 'package-lock.json')));
  const wanted = JSON.stringify({ lock, abi: process.versions.modules });
  /** @type {{ lock: string, abi: string } | undefined} */
  const stamp = readJson(dependencyStamp);
  const sameNode = stamp === undefined || stamp.abi === process.versions.modules;
  if (sameNode && stamp?.lock === lock) return;
  if (sameNode && isInstalled()) {
    writeFileSync(dependencyStamp, wanted);
    return;
  }
  console.log('Installing packages, about a minute …');
  await runQuietly(npm(), ['ci', '--include=dev', '--no-audit', '--no-fund'], installEnvironment());
  writeFileSync(dependencyStamp, wanted);
}

/** Builds pages and server into dist/ unless they were built from these very sources. */
export async function ensureBuild() {
  const wanted = hashOf(buildInputs);
  if (existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === wanted) return;
  console.log('Building the pages and the server, a few seconds …');
  rmSync(buildStamp, { force: true });
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  await Promise.all([
    runQuietly(process.execPath, [vite, 'build'], env),
    runQuietly(process.execPath, [vite, 'build', '--ssr'], env),
  ]);
  mkdirSync(dirname(buildStamp), { recursive: true });
  writeFileSync(buildStamp, wanted);
}

/** Chromium without a window and what draws one: two thirds of the work of the whole one, for the same pages. */
const SHELL = 'chromium-headless-shell';

/**
 * The path of an installed Chromium or Chrome; CHROMIUM in the environment goes first.
 * @returns {string | undefined}
 */
export function findChromium() {
  const chromes = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const names = [SHELL, ...chromes, 'chrome'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const programs = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)']];
  return [
    process.env['CHROMIUM'] ?? '',
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...programs.map((folder) => join(folder ?? '', 'Google/Chrome/Application/chrome.exe')),
  ].find((path) => path !== '' && existsSync(path));
}

/** @returns {string | undefined} the proxy that one test puts before two servers */
export function findNginx() {
  return inPath('nginx');
}

/** @returns {string | undefined} the office program that opens and recalculates workbooks in one test */
export function findOffice() {
  const mac = '/Applications/LibreOffice.app/Contents/MacOS/soffice';
  return inPath('soffice') ?? (existsSync(mac) ? mac : undefined);
}

/** @param {string} name */
function inPath(name) {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Chinese fonts that prints and screens are tested with, by the names of their files: the Debian package of each. */
const FONTS = /** @type {const} */ ([
  ['fonts-noto-cjk', /^NotoSansCJK/],
  ['fonts-wqy-microhei', /^wqy-microhei/],
]);

/**
 * Finds a browser for the tests, and the fonts that they are drawn in. As root on Debian installs what is missing, elsewhere
 * says what to install; without a browser it ends.
 */
export async function ensureBrowser() {
  const lacking = [
    ...(process.env['CHROMIUM'] === undefined && inPath(SHELL) === undefined ? [SHELL] : []),
    ...(findNginx() === undefined ? ['nginx-light'] : []),
    // Calc alone and without windows, some 200 MB.
    ...(findOffice() === undefined ? ['libreoffice-calc-nogui'] : []),
    ...lackingFonts(),
  ];
  if (lacking.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`Installing ${lacking.join(', ')} with apt, a few minutes …`);
    await apt('update');
    // One by one where not every system has them all.
    if (!(await aptInstall(lacking))) for (const one of lacking) await aptInstall([one]);
    if (findChromium() === undefined) await aptInstall(['chromium']);
  }
  const fonts = lackingFonts();
  if (fonts.length > 0)
    console.error(
      `The tests of prints and screens need two Chinese fonts; missing: ${fonts.join(', ')} (Debian, Ubuntu: apt install ${fonts.join(' ')}).`,
    );
  const found = findChromium();
  if (found !== undefined) return found;
  console.error(
    'The browser tests need Chromium or Chrome: install one (Debian, Ubuntu: apt install chromium), or set CHROMIUM to its path.',
  );
  process.exit(1);
}

/** @param {readonly string[]} packages */
function aptInstall(packages) {
  return apt('install', '-y', '--no-install-recommends', ...packages);
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<boolean>} whether it worked; else what it printed is shown
 */
async function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output } = await capture('apt-get', args, env);
  if (code !== 0) process.stderr.write(output);
  return code === 0;
}

/** Packages of the fonts that are not there; other systems than Linux have their own of the same widths. */
function lackingFonts() {
  if (process.platform !== 'linux') return [];
  const home = process.env['HOME'] ?? '/root';
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', join(home, '.fonts')];
  const files = [...folders, join(home, '.local/share/fonts')]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    .map((path) => basename(path));
  return FONTS.flatMap(([name, file]) => (files.some((one) => file.test(one)) ? [] : [name]));
}

/**
 * Runs a command and shows what it printed only if it fails; then this process ends as well.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function runQuietly(command, args, env) {
  const { code, output } = await capture(command, args, env);
  if (code === 0) return;
  process.stderr.write(output);
  console.error(`\nfailed: ${[command, ...args].join(' ')}`);
  process.exit(1);
}

/**
 * Runs a command to its end with stdout and stderr joined.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function capture(command, args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command.endsWith('.cmd'),
    });
    let output = '';
    const add = (/** @type {string} */ text) => (output += text);
    child.stdout.setEncoding('utf8').on('data', add);
    child.stderr.setEncoding('utf8').on('data', add);
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Whether node_modules already holds what the lock file names, for example after `npm install` by hand. */
function isInstalled() {
  /** @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lock */
  /** @type {Lock | undefined} */
  const wanted = readJson(join(root, 'package-lock.json'));
  /** @type {Lock | undefined} */
  const installed = readJson(join(root, 'node_modules/.package-lock.json'));
  if (wanted === undefined || installed === undefined) return false;
  const there = new Map(Object.entries(installed.packages));
  return Object.entries(wanted.packages).every(
    ([path, { version, optional }]) =>
      path === '' || optional === true || there.get(path)?.version === version,
  );
}

/**
 * better-sqlite3 is compiled here. Node's headers usually lie beside Node: use those rather than downloading them.
 * @returns {NodeJS.ProcessEnv}
 */
function installEnvironment() {
  const prefix = dirname(dirname(process.execPath));
  if (process.env['npm_config_nodedir'] || !existsSync(join(prefix, 'include/node/node.h'))) {
    return process.env;
  }
  return { ...process.env, npm_config_nodedir: prefix };
}

function npm() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}

/** @param {readonly string[]} paths files and folders, from the root */
function hashOf(paths) {
  const hash = createHash('sha256').update(process.versions.modules);
  for (const path of paths) addToHash(path);
  return hash.digest('hex');

  /** @param {string} path */
  function addToHash(path) {
    const full = join(root, path);
    if (!existsSync(full)) return;
    const entries = readFolder(full);
    if (entries === undefined) hash.update(`${path}\n${sha256(readFileSync(full))}\n`);
    else for (const name of entries.sort()) addToHash(`${path}/${name}`);
  }
}

/** @param {string} path */
function readFolder(path) {
  try {
    return readdirSync(path);
  } catch {
    return undefined;
  }
}

/**
 * @template T
 * @param {string} path
 * @returns {T | undefined} nothing if the file is missing or broken
 */
function readJson(path) {
  try {
    /** @type {unknown} */
    const value = JSON.parse(readFileSync(path, 'utf8'));
    return /** @type {T} */ (value);
  } catch {
    return undefined;
  }
}

/** @param {Buffer} bytes */
function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureDependencies();
