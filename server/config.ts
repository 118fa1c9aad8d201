// What the server is told at start: options before environment, all of it checked, one sentence where something is off.
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import packageJson from '../package.json' with { type: 'json' };
import { serverText, type ServerText } from '../shared/text/server.ts';
import { isNetwork } from './http/proxy.ts';
import { readInstallation, type Installation } from './installation.ts';
import { own } from '../shared/own.ts';

export type Language = keyof typeof serverText;

export interface Config {
  /** 0 lets the system choose. */
  readonly port: number;
  /** Where it is taken, one of so many after it will do: nobody chose it. */
  readonly portsAfter: number;
  /** The address to listen on. */
  readonly host: string;
  /** The data folder, as given. */
  readonly data: string;
  /** Origin that phones open, without a slash at the end; null where it is chosen from the machine's addresses. */
  readonly publicUrl: string | null;
  /** Further origins at which pages may be opened; nothing is printed with them. */
  readonly alsoAt: readonly string[];
  /** Folder for the backup copies; null where there shall be none. */
  readonly backup: string | null;
  /** Files of a certificate and its key: both or neither. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Addresses and networks of proxies that are believed. */
  readonly trustProxy: readonly string[];
  /** With which others than this machine may read the metrics. */
  readonly metricsToken: string | null;
  /** Most sockets at once; each audience has its share of them. */
  readonly connections: number;
  /** Origins of the public beacon's relays; none where the server shall not ask any. */
  readonly beaconRelays: readonly string[];
  /** The terminal's language. */
  readonly language: Language;
  /** Whether to print a fresh link for a moderator although there is staff: a passphrase was forgotten. */
  readonly staffLink: boolean;
  /** Codes of meetings that go on without what their files lack; their epochs are raised. */
  readonly takeOn: readonly string[];
}

/** Most sockets, unless told otherwise. */
export const MOST_CONNECTIONS = 20_000;
/** Run by different institutions; what they answer is checked against the chain's key (DRAW.md §2). */
const USUAL_RELAYS = 'https://api.drand.sh,https://drand.cloudflare.com';
/** Each is asked in turn while a draw waits. */
const MOST_RELAYS = 8;
/** Below this, the smallest share is too small for a hall's staff. */
const FEWEST_CONNECTIONS = 100;

export type ConfigReading =
  | { readonly ok: true; readonly config: Config }
  /** `help` where the sentence is what was asked for and no error. */
  | { readonly ok: false; readonly sentence: string; readonly help: boolean };

type Environment = Readonly<Record<string, string | undefined>>;

export const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  'public-url': { type: 'string' },
  backup: { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  'trust-proxy': { type: 'string' },
  'metrics-token': { type: 'string' },
  connections: { type: 'string' },
  'beacon-relays': { type: 'string' },
  language: { type: 'string' },
  'take-on': { type: 'string' },
} as const;

/** May be given more than once. */
const MANY: ReadonlySet<string> = new Set(['public-url', 'take-on']);

/** Of the command line only, as is `take-on`: set in an environment, each would act at every start. */
export const SWITCHES = {
  'staff-link': { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const PORTS_AFTER = 9;

/** Reads `argv` (without node and script) and the environment. Refuses what it does not know. */
export function readConfig(
  argv: readonly string[],
  env: Environment,
  installation: Installation = readInstallation(),
): ConfigReading {
  const text = serverText[systemLanguage(env)];
  const refuse = (sentence: string): ConfigReading => ({ ok: false, sentence, help: false });
  const options = readOptions(argv);
  if (!options.ok)
    return refuse(
      options.lacksValue
        ? text.optionWithoutValue(options.option)
        : text.unknownOption(options.option),
    );
  const given = options.values;
  const setting = (name: keyof typeof OPTIONS) =>
    given.get(name) ?? own(env, `KLEROTERION_${name.toUpperCase().replaceAll('-', '_')}`);
  const data = setting('data') ?? installation.data;
  const port = setting('port') ?? env['PORT'];
  const raw = {
    port: port ?? '8080',
    host: setting('host') ?? '0.0.0.0',
    data,
    publicUrl: setting('public-url') ?? null,
    backup: setting('backup') ?? `${resolve(data)}-backup`,
    tlsCert: setting('tls-cert') ?? null,
    tlsKey: setting('tls-key') ?? null,
    trustProxy: setting('trust-proxy') ?? '',
    metricsToken: setting('metrics-token') ?? null,
    connections: setting('connections') ?? String(MOST_CONNECTIONS),
    beaconRelays: setting('beacon-relays') ?? USUAL_RELAYS,
    language: setting('language') ?? systemLanguage(env),
  };
  if (options.switches.has('help')) {
    const language = schema.shape.language.safeParse(raw.language);
    const { help } = language.success ? serverText[language.data] : text;
    return {
      ...{ ok: false, help: true },
      sentence: help(installation.commands.start, installation.data),
    };
  }
  if (options.switches.has('version'))
    return { ok: false, sentence: packageJson.version, help: true };
  const parsed = schema.safeParse(raw);
  if (!parsed.success) {
    const flawed = String(parsed.error.issues[0]?.path[0]);
    const sentence = own<string, Sentence>(SENTENCES, flawed) ?? SENTENCES.language;
    return refuse(sentence(text, own<string, string | null>(raw, flawed) ?? ''));
  }
  const { tlsCert: cert, tlsKey: key, publicUrl: origins, ...config } = parsed.data;
  const [publicUrl = null, ...alsoAt] = origins ?? [];
  if (config.backup !== null && resolve(config.backup) === resolve(config.data))
    return refuse(text.badBackup);
  if ((cert === null) !== (key === null)) return refuse(text.tlsHalf);
  return {
    ok: true,
    config: {
      ...config,
      publicUrl,
      alsoAt,
      portsAfter: installation.isArchive && port === undefined ? PORTS_AFTER : 0,
      tls: cert === null || key === null ? null : { cert, key },
      staffLink: options.switches.has('staff-link'),
      takeOn: given.get('take-on')?.split(',') ?? [],
    },
  };
}

type Sentence = (text: ServerText, value: string) => string;

/** What is said of a setting that cannot be. */
const SENTENCES: Readonly<Record<keyof z.input<typeof schema>, Sentence>> = {
  port: (text, value) => text.badPort(value),
  host: (text, value) => text.badHost(value),
  data: (text) => text.badData,
  publicUrl: (text, value) => text.badPublicUrl(value),
  backup: (text) => text.badBackup,
  tlsCert: (text) => text.tlsHalf,
  tlsKey: (text) => text.tlsHalf,
  trustProxy: (text, value) => text.badProxy(value),
  metricsToken: (text) => text.badToken,
  connections: (text, value) => text.badConnections(value),
  beaconRelays: (text, value) => text.badRelays(value),
  language: (text, value) => text.badLanguage(value),
};

const folder = z.string().refine((path) => path.trim() !== '' && !path.includes('\0'));
const file = z.string().min(1).nullable();

/** Each is compared with every request that changes something. */
const MOST_ORIGINS = 20;

const schema = z.strictObject({
  port: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535),
  host: z
    .string()
    .refine(
      (host) => isIP(host) !== 0 || /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/.test(host),
    ),
  data: folder,
  publicUrl: z
    .string()
    .transform((list, context) =>
      list.split(',').map((one) => originOf(one.trim()) ?? fail(context)),
    )
    .refine((origins) => origins.length <= MOST_ORIGINS)
    .nullable(),
  backup: folder.transform((path) => (path === 'off' ? null : path)),
  tlsCert: file,
  tlsKey: file,
  trustProxy: z
    .string()
    .transform((list) => (list.trim() === '' ? [] : list.split(',').map((one) => one.trim())))
    .refine((networks) => networks.every(isNetwork)),
  // Whoever guesses it sees figures, no names; but there shall be nothing to guess.
  metricsToken: z
    .string()
    .regex(/^[\x21-\x7e]{16,200}$/)
    .nullable(),
  connections: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .refine((most) => most >= FEWEST_CONNECTIONS),
  beaconRelays: z
    .string()
    .transform((list, context) =>
      list === 'off' ? [] : list.split(',').map((one) => originOf(one.trim()) ?? fail(context)),
    )
    .refine((relays) => relays.length <= MOST_RELAYS),
  language: z.enum(['zh', 'en']),
});

/** The origin that a text is, with nothing beside it but a slash, or null. */
function originOf(value: string): string | null {
  if (!URL.canParse(value)) return null;
  const url = new URL(value);
  const bare = url.href === `${url.origin}/` && !/[?#]/.test(value);
  return bare && (url.protocol === 'http:' || url.protocol === 'https:') ? url.origin : null;
}

function fail(context: z.RefinementCtx): never {
  context.addIssue({ code: 'custom' });
  return z.NEVER;
}

/** The language of the user's session; Chinese where the environment says nothing of use. */
function systemLanguage(env: Environment): Language {
  const locale = env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '';
  return /^en([_.-]|$)/i.test(locale) ? 'en' : 'zh';
}

type Options =
  | {
      readonly ok: true;
      readonly switches: ReadonlySet<string>;
      readonly values: ReadonlyMap<string, string>;
    }
  | { readonly ok: false; readonly option: string; readonly lacksValue: boolean };

function readOptions(argv: readonly string[]): Options {
  // Lenient parsing with tokens: the strict mode's errors are in English only.
  const { tokens } = parseArgs({
    args: [...argv],
    options: { ...OPTIONS, ...SWITCHES },
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string>();
  const switches = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') return { ok: false, option: token.value, lacksValue: false };
    const { name, rawName, value } = token;
    if (Object.hasOwn(SWITCHES, name)) switches.add(name);
    else if (!Object.hasOwn(OPTIONS, name))
      return { ok: false, option: rawName, lacksValue: false };
    else if (value === undefined || value.startsWith('--'))
      return { ok: false, option: rawName, lacksValue: true };
    else {
      const before = MANY.has(name) ? values.get(name) : undefined;
      values.set(name, before === undefined ? value : `${before},${value}`);
    }
  }
  return { ok: true, switches, values };
}
