// Tells the server of an exception: each kind once for every load of the page, and a few at the most.
import { faultPageOf, framesOf, redacted, type Fault } from '../../shared/fault.ts';
import { call } from '../live/http.ts';

const MOST_REPORTS = 10;
const RETRY_MS = 15_000;
const MOST_TRIES = 20;

const told = new Set<string>();

export function report(part: string, error: unknown): void {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(typeof error);
  const fault: Fault = {
    page: faultPageOf(location.pathname),
    part,
    message: redacted(name, message),
    stack: framesOf(stack),
    language: document.documentElement.lang.startsWith('zh') ? 'zh' : 'en',
    version: scriptName(),
  };
  const kind = [part, fault.message, fault.stack[0]].join(' ');
  if (told.has(kind) || told.size >= MOST_REPORTS) return;
  told.add(kind);
  void send(fault, 1);
}

/** Until the server has answered, whatever it says: the network may be what is gone. */
async function send(fault: Fault, tries: number): Promise<void> {
  const answer = await call('/api/fault', fault);
  if ('unreachable' in answer && tries < MOST_TRIES)
    setTimeout(() => void send(fault, tries + 1), RETRY_MS);
}

/** The page's own script, whose name is another in every version. */
export function scriptName(): string {
  const script = document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? '';
  return /[\w.-]{1,80}$/.exec(script)?.[0] ?? 'unknown';
}
