// What a page tells the server of an exception: where it happened and of what kind, and nothing that anybody wrote.

/** The pages, as the server counts them. */
export const FAULT_PAGES = [
  'home',
  'phone',
  'kiosk',
  'console',
  'minutes',
  'paper',
  'screen',
  'watch',
] as const;
export type FaultPage = (typeof FAULT_PAGES)[number];

export interface Fault {
  readonly page: FaultPage;
  /** The part of it: lower-case letters and hyphens. */
  readonly part: string;
  readonly message: string;
  /** Files of ours with line and column, innermost first: `seat-a1b2.js:1:2345`. */
  readonly stack: readonly string[];
  readonly language: 'zh' | 'en';
  /** The page's own script, whose name changes with every version. */
  readonly version: string;
}

export const MOST_FRAMES = 8;
export const MESSAGE_CHARACTERS = 160;
export const FRAME_PATTERN = /^[\w.-]{1,80}:\d{1,7}:\d{1,7}$/;
export const PART_PATTERN = /^[a-z-]{1,32}$/;

/** The page that stands at a path of ours. */
export function faultPageOf(path: string): FaultPage {
  const [, , , page = '', rest = ''] = /^\/m\//.test(path)
    ? path.split('/')
    : ['', '', '', ...path.slice(1).split('/')];
  if (page === 'j') return 'phone';
  const name = page === 'console' && rest !== '' ? rest : page;
  return FAULT_PAGES.find((one) => one === name) ?? (page === 'console' ? 'console' : 'home');
}

/**
 * An error's message without what may be somebody's: whatever follows a quotation mark but for the name of a property, addresses, numbers,
 * long words, and every letter beyond ASCII. Of text that was parsed nothing is left, as its errors quote it.
 */
export function redacted(name: string, message: string): string {
  if (name === 'SyntaxError') return 'SyntaxError';
  const plain = message
    .replace(/\b[a-z][a-z+.-]*:\/\/\S*/gi, '…')
    // Firefox's own words; any other apostrophe begins or ends what somebody may have written.
    .replace(/^can't\b/, 'cannot')
    .replace(
      /((?:reading|setting) ')([A-Za-z_$]{1,30})(?='\))|'\)$|["'`“”‘’].*/gs,
      (whole, lead?: string) => (lead === undefined && whole !== "')" ? '…' : whole),
    )
    .replace(/[^ -~…]+/g, '…')
    .replace(/[\w-]{31,}|\b(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{6,}/gi, '…')
    .replace(/\d+/g, '#');
  return `${name}: ${plain}`.slice(0, MESSAGE_CHARACTERS);
}

/** The places in an error's stack, as browsers of any make write them, without addresses and queries. */
export function framesOf(stack: string): readonly string[] {
  const frames = stack.matchAll(/([\w.-]{1,80}\.[jt]sx?)(?:\?[^\s:)]*)?:(\d{1,7}):(\d{1,7})/g);
  return Array.from(
    frames,
    ([, file = '', line = '', column = '']) => `${file}:${line}:${column}`,
  ).slice(0, MOST_FRAMES);
}
