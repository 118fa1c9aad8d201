// Whether a page is one of ours, by the address that its browser names: what a page of another address is told, and the terminal.
import type { IncomingMessage } from 'node:http';
import { plainOrigin } from '../../shared/address-option.ts';
import type { RefusalOf } from '../../shared/meeting/refusals.ts';
import { canonicalOrigin } from '../addresses.ts';
import type { HttpDeps } from './deps.ts';

/**
 * Whether pages of this origin are ours: one of the machine's, or the one under which a trusted proxy answers. The Host
 * that was asked for is no proof: any name in the world can be made to lead here.
 */
export function isOurOrigin(
  origin: string,
  request: IncomingMessage,
  { reach, forwardedOrigin }: Pick<HttpDeps, 'reach' | 'forwardedOrigin'>,
): boolean {
  const canonical = canonicalOrigin(origin);
  if (canonical === null) return false;
  if (reach().origins.has(canonical)) return true;
  const forwarded = forwardedOrigin?.(request) ?? null;
  return forwarded !== null && canonicalOrigin(forwarded) === canonical;
}

/** What a page of another address is told; whoever runs the machine is told as well. */
export function noteForeign(
  named: string,
  { reach, onForeignOrigin }: Pick<HttpDeps, 'reach' | 'onForeignOrigin'>,
): RefusalOf<'foreign-origin'> {
  const open = reach().openAt.slice(0, MOST_OPEN);
  // Whatever a stranger's browser names is shown only where it is an address and nothing else.
  const origin = plainOrigin(canonicalOrigin(named) ?? '');
  if (origin !== '') onForeignOrigin?.(origin, open);
  return { code: 'foreign-origin', origin, open };
}

/** More addresses would help nobody to choose. */
const MOST_OPEN = 4;
/** Origins that are told of; whoever makes up more of them fills no terminal. */
const MOST_TOLD = 20;

/** Lets each origin through once, and a few of them at most. */
export function onceEach(
  tell: (origin: string, open: readonly string[]) => void,
): (origin: string, open: readonly string[]) => void {
  const told = new Set<string>();
  return (origin, open) => {
    if (told.size >= MOST_TOLD || told.has(origin)) return;
    told.add(origin);
    tell(origin, open);
  };
}
