// Options and language of the two programs, read the same way.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { RehearseText } from '../../shared/text/rehearse.ts';
import { readWhole } from '../../shared/typed-number.ts';
import { Stopped } from './stopped.ts';

/** `--language` before the environment; Chinese where neither says anything of use. */
export function terminalLanguage(argv: readonly string[], env: NodeJS.ProcessEnv): 'zh' | 'en' {
  const at = argv.findIndex((one) => /^--language(=|$)/.test(one));
  const given = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  const locale = env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '';
  return /^en([_.-]|$)/i.test(given ?? env['KLEROTERION_LANGUAGE'] ?? locale) ? 'en' : 'zh';
}

/** @throws Stopped with a sentence and the help where an option is not known */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(
  options: T,
  help: string,
  text: RehearseText,
) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    const option = /'([^']+)'/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw new Stopped(`${text.wrongOption(option)}\n\n${help}`);
  }
}

/** @throws Stopped with a sentence and the help where it is no whole number within these bounds */
export function wholeNumber(
  name: string,
  given: string,
  [least, most]: readonly [number, number],
  help: string,
  text: RehearseText,
): number {
  const value = readWhole(given);
  if (value === null || value < least || value > most)
    throw new Stopped(`${text.wrongNumber(`--${name}`, given, least, most)}\n\n${help}`);
  return value;
}
