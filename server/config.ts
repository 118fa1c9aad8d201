// What the server is told at start: options before environment, all of it checked, one sentence where something is off.
import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { serverText } from '../shared/text/server.ts';

export type Language = keyof typeof serverText;

export interface Config {
  /** 0 lets the system choose. */
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  /** The data folder, as given. */
  readonly data: string;
  /** Origin that phones open, without a slash at the end; null where it is chosen from the machine's addresses. */
  readonly publicUrl: string | null;
  /** The terminal's language. */
  readonly language: Language;
}

export type ConfigReading =
  | { readonly ok: true; readonly config: Config }
  /** `help` where the sentence is what was asked for and no error. */
  | { readonly ok: false; readonly sentence: string; readonly help: boolean };

type Environment = Readonly<Record<string, string | undefined>>;

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  'public-url': { type: 'string' },
  language: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** Reads `argv` (without node and script) and the environment. Refuses what it does not know. */
export function readConfig(argv: readonly string[], env: Environment): ConfigReading {
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
  const raw = {
    port: given['port'] ?? env['KLEROTERION_PORT'] ?? env['PORT'] ?? '8080',
    host: given['host'] ?? env['KLEROTERION_HOST'] ?? '0.0.0.0',
    data: given['data'] ?? env['KLEROTERION_DATA'] ?? './kleroterion-data',
    publicUrl: given['public-url'] ?? env['KLEROTERION_PUBLIC_URL'] ?? null,
    language: given['language'] ?? env['KLEROTERION_LANGUAGE'] ?? systemLanguage(env),
  };
  if (options.help) {
    const language = schema.shape.language.safeParse(raw.language);
    const { help } = language.success ? serverText[language.data] : text;
    return { ok: false, sentence: help, help: true };
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { ok: true, config: parsed.data };
  switch (parsed.error.issues[0]?.path[0]) {
    case 'port':
      return refuse(text.badPort(raw.port));
    case 'host':
      return refuse(text.badHost(raw.host));
    case 'data':
      return refuse(text.badData);
    case 'publicUrl':
      return refuse(text.badPublicUrl(raw.publicUrl ?? ''));
    default:
      return refuse(text.badLanguage(raw.language));
  }
}

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
  data: z.string().refine((data) => data.trim() !== '' && !data.includes('\0')),
  publicUrl: z
    .string()
    .transform((value, context) => originOf(value) ?? fail(context))
    .nullable(),
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
      readonly help: boolean;
      readonly values: Readonly<Record<string, string | undefined>>;
    }
  | { readonly ok: false; readonly option: string; readonly lacksValue: boolean };

function readOptions(argv: readonly string[]): Options {
  // Lenient parsing with tokens: the strict mode's errors are in English only.
  const { tokens } = parseArgs({ args: [...argv], options: OPTIONS, strict: false, tokens: true });
  const values: Record<string, string> = {};
  let help = false;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') return { ok: false, option: token.value, lacksValue: false };
    const { name, rawName, value } = token;
    if (!Object.hasOwn(OPTIONS, name)) return { ok: false, option: rawName, lacksValue: false };
    if (name === 'help') help = true;
    else if (value === undefined || value.startsWith('--'))
      return { ok: false, option: rawName, lacksValue: true };
    else values[name] = value;
  }
  return { ok: true, help, values };
}
