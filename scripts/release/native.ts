// The one compiled module, better-sqlite3, for a platform and the Node that goes along: given, compiled, or fetched.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../prepare.mjs';
import { CACHE, must } from './fetched.ts';
import { manifestOf } from './modules.ts';
import { NODE_ABI, NODE_VERSION, type Platform } from './platforms.ts';

const PACKAGE = join(root, 'node_modules/better-sqlite3');
export const COMPILED = 'build/Release/better_sqlite3.node';
const OLD_GLIBC = join(root, 'scripts/release/old-glibc.c');

/** What old-glibc.c answers in the place of a newer glibc. */
const WRAPPED = [
  ...['log', 'log2', 'exp', 'pow', 'stat64', 'lstat64', 'fstat64'],
  ...['dlopen', 'dlsym', 'dlclose', 'dlerror', 'pthread_create', 'pthread_join', 'pthread_once'],
  ...['pthread_mutex_trylock', 'pthread_mutexattr_init', 'pthread_mutexattr_destroy'],
  ...['pthread_mutexattr_settype', '_ZSt28__throw_bad_array_new_lengthv'],
];

/**
 * @param given a file of the module, or the packed one that the module's makers offer for download
 * @param node the unpacked Node
 * @throws with the reason why there is none
 */
export async function nativeModule(
  platform: Platform,
  given: string | undefined,
  node: string,
): Promise<Buffer> {
  const bytes = given
    ? await fromFile(given)
    : platform.os === 'linux'
      ? await compiled(platform, node)
      : await prebuilt(platform);
  const flaw = flawOf(bytes, platform);
  if (flaw !== null) throw new Error(`${given ?? 'better_sqlite3.node'}: ${flaw}`);
  return bytes;
}

async function fromFile(path: string): Promise<Buffer> {
  if (!/\.(tgz|tar\.gz)$/.test(path)) return readFileSync(path);
  return inFolder(async (folder) => {
    await must('tar', ['-xzf', path, '-C', folder]);
    return readFileSync(join(folder, COMPILED));
  });
}

/** Why this is no module for that platform and Node, or null. */
export function flawOf(
  bytes: Buffer,
  { name, format }: Pick<Platform, 'name' | 'format'>,
): string | null {
  const isOf = bytes.subarray(0, format.magic.length).toString('latin1') === format.magic;
  // In a PE file the number of the machine follows its own header, of which the place stands at 0x3c.
  const at = format.magic === 'MZ' && bytes.length > 0x40 ? bytes.readUInt32LE(0x3c) + 4 : 18;
  if (!isOf || bytes.length < at + 2 || bytes.readUInt16LE(at) !== format.machine)
    return `no module for ${name}`;
  const [, abi] = /node_register_module_v(\d+)/.exec(bytes.toString('latin1')) ?? [];
  return abi === NODE_ABI
    ? null
    : `made for another Node: its modules have the number ${NODE_ABI}, this one has ${abi ?? 'none'}`;
}

/** By the compiler of this machine, or Debian's for the other one: `g++-aarch64-linux-gnu`, `g++-x86-64-linux-gnu`. */
async function compiled(platform: Platform, node: string): Promise<Buffer> {
  const { name, cpu } = platform;
  const prefix =
    process.platform === 'linux' && process.arch === cpu
      ? ''
      : `${cpu === 'x64' ? 'x86_64' : 'aarch64'}-linux-gnu-`;
  const tools = { CC: `${prefix}gcc`, CXX: `${prefix}g++`, AR: `${prefix}ar` };
  const { version } = manifestOf(PACKAGE);
  const compiler = await must(tools.CXX, ['--version']);
  const inputs = [version, compiler, readFileSync(OLD_GLIBC), readFileSync(import.meta.filename)];
  const hash = inputs.reduce((all, one) => all.update(one), createHash('sha256')).digest('hex');
  const kept = join(CACHE, `better-sqlite3-${name}-${hash.slice(0, 16)}.node`);
  if (existsSync(kept)) return readFileSync(kept);
  console.log(`Compiling better-sqlite3 for ${name}, a minute or more …`);
  return inFolder(async (folder) => {
    const [source, old] = [join(folder, 'source'), join(folder, 'old-glibc.o')];
    cpSync(PACKAGE, source, { recursive: true });
    rmSync(join(source, 'build'), { recursive: true, force: true });
    withoutHooks(node);
    // Neither this folder nor that of Node's headers shall stand in the module.
    const flags = `-ffile-prefix-map=${folder}=. -ffile-prefix-map=${node}=node`;
    await must(tools.CC, ['-O2', '-fPIC', '-fno-builtin', '-c', OLD_GLIBC, '-o', old]);
    const wraps = WRAPPED.map((symbol) => `-Wl,--wrap=${symbol}`).join(' ');
    const gyp = process.env['npm_config_node_gyp'];
    if (gyp === undefined) throw new Error('run it by npm, which brings node-gyp: npm run release');
    await must(
      process.execPath,
      [gyp, 'rebuild', '--release', `--directory=${source}`, `--nodedir=${node}`, `--arch=${cpu}`],
      {
        ...{ ...tools, CFLAGS: flags, CXXFLAGS: flags, LDFLAGS: `-s ${old} ${wraps}` },
        // npm's own settings would go before what the command line says.
        ...{ npm_config_nodedir: node, npm_config_arch: cpu },
      },
    );
    const bytes = readFileSync(join(source, COMPILED));
    if (flawOf(bytes, platform) === null) writeFileSync(kept, bytes);
    return bytes;
  });
}

/**
 * Since Node 24.19 every wrapped object has a hook of its own, which is taken back when the object is collected.
 * A collection that runs in no context then ends the process: `RemoveEnvironmentCleanupHook` finds no environment. The module
 * closes what it opened by one hook for all; it is compiled as for every Node before.
 */
function withoutHooks(node: string): void {
  const header = join(node, 'include/node/node_object_wrap.h');
  const text = readFileSync(header, 'utf8');
  writeFileSync(header, text.replace(/^ +(Add|Remove)CleanupHook\(\);\n/gm, ''));
  const left = readFileSync(header, 'utf8').match(/CleanupHook\(\);/g);
  if (left) throw new Error(`${header} is not as it was`);
}

/** What the module's makers offer; npm's settings may name another place for it. */
async function prebuilt({ os, cpu }: Platform): Promise<Buffer> {
  const installer = join(root, 'node_modules/prebuild-install/bin.js');
  return inFolder(async (folder) => {
    cpSync(join(PACKAGE, 'package.json'), join(folder, 'package.json'));
    const args = [
      `--target=${NODE_VERSION}`,
      `--platform=${os}`,
      `--arch=${cpu}`,
      '--runtime=node',
    ];
    // It goes by the package of the folder that it runs in.
    const failed = await promisify(execFile)(process.execPath, [installer, ...args], {
      cwd: folder,
    }).then(
      () => null,
      (error: unknown) => (error as { readonly stderr?: string }).stderr ?? String(error),
    );
    const file = join(folder, COMPILED);
    if (failed === null && existsSync(file)) return readFileSync(file);
    const why = failed?.trimEnd().split('\n').at(-1) ?? 'nothing was in it';
    throw new Error(`its compiled better-sqlite3 could not be fetched (${why})`);
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kleroterion-release-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
