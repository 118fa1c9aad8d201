// What is released: for each platform the Node that goes along, pinned to its very bytes, and where its parts lie.

/** One version for all. Node 24 is maintained until April 2028. */
export const NODE_VERSION = '24.21.0';
/** What modules are compiled against: `process.versions.modules` of that Node. */
export const NODE_ABI = '137';

export interface Platform {
  readonly name: 'linux-x64' | 'linux-arm64' | 'win-x64';
  /** As Node itself calls it. */
  readonly os: 'linux' | 'win32';
  readonly cpu: 'x64' | 'arm64';
  /** Of the package `node-<name>` in that version. */
  readonly integrity: string;
  /** The program, in that package and in the archive. */
  readonly node: { readonly from: string; readonly to: string };
  /** What a person types. */
  readonly commands: { readonly start: string; readonly rehearse: string };
  /** The first bytes of a compiled module, and the number of its machine at a place after them. */
  readonly format: { readonly magic: string; readonly machine: number };
  readonly ending: 'tar.gz' | 'zip';
}

const linux = {
  os: 'linux',
  node: { from: 'bin/node', to: 'node' },
  // Also where a memory stick has lost the right to execute.
  commands: { start: 'sh kleroterion', rehearse: 'sh rehearse' },
  ending: 'tar.gz',
} as const;

export const PLATFORMS: readonly Platform[] = [
  {
    ...linux,
    ...{ name: 'linux-x64', cpu: 'x64', format: { magic: '\x7fELF', machine: 62 } },
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  {
    ...linux,
    ...{ name: 'linux-arm64', cpu: 'arm64', format: { magic: '\x7fELF', machine: 183 } },
    integrity:
      'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
  {
    ...{ name: 'win-x64', os: 'win32', cpu: 'x64', format: { magic: 'MZ', machine: 0x8664 } },
    node: { from: 'bin/node.exe', to: 'node.exe' },
    // With the dot and the stroke for PowerShell as well.
    commands: { start: '.\\kleroterion.cmd', rehearse: '.\\rehearse.cmd' },
    ending: 'zip',
    integrity:
      'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
];
