// Computes a draw from its public record alone and compares it with the lock and the names that were shown.
import { showsTheDrawn } from '../../shared/draw/shown-names.ts';
import { verifyDraw, type DrawClaim, type DrawFinding } from '../../shared/draw/verify.ts';
import type { PublishedDraw } from '../../shared/views/draws/draw-record.ts';
import type { PublishedSeals } from '../../shared/views/draws/seals.ts';

export type Recount = 'checking' | 'same' | 'differs' | 'unknown';

/**
 * @param shownLockHash what this device was shown before there was any entropy
 * @param order the ids of the names that were shown
 * @param shownWordsHash what fixed the phones' list when this device first saw it closed; null where it saw none
 */
export async function recount(
  code: string,
  id: string,
  shownLockHash: string,
  order: readonly string[],
  shownWordsHash: string | null,
): Promise<Recount> {
  const answer = await fetch(`/m/${encodeURIComponent(code)}/api/draws/${encodeURIComponent(id)}`);
  if (!answer.ok) return 'unknown';
  const draw = (await answer.json()) as PublishedDraw;
  if (draw.status !== 'result') return 'unknown';
  const { lock, entropy, proofs, assurance, keeper, closedAt } = draw;
  const reserve = Object.fromEntries(draw.reserve.map(({ cell, ids }) => [cell, ids]));
  const claim: DrawClaim = {
    lock,
    ...(draw.panels ? { panels: draw.panels } : {}),
    shownLockHash,
    entropy,
    proofs,
    ...(shownWordsHash === null ? {} : { shownWordsHash }),
    closedAt,
    ...(await checkerFor(draw)),
    ...(await sealFor(code, draw)),
    assurance: { claimed: assurance, saltKeptApart: keeper !== undefined },
    claimed: { order: draw.order, reserve },
  };
  const findings = await (draw.panels ? verifiedApart(claim) : verifyDraw(claim));
  return findings.length === 0 && showsTheDrawn(lock.draw, draw.order, order) ? 'same' : 'differs';
}

/** In a thread of its own; where the browser gives none, here. */
function verifiedApart(claim: DrawClaim): Promise<readonly DrawFinding[]> {
  return new Promise((resolve) => {
    const here = () => {
      resolve(verifyDraw(claim));
    };
    try {
      const worker = new Worker(new URL('./verify-worker.ts', import.meta.url));
      worker.addEventListener('error', here);
      worker.addEventListener('message', ({ data }: MessageEvent<readonly DrawFinding[]>) => {
        worker.terminate();
        resolve(data);
      });
      worker.postMessage(claim);
    } catch {
      here();
    }
  });
}

/** The pool that the lock says was sealed before: a lock that names one which nobody has is not right. */
async function sealFor(
  code: string,
  { lock: { sealed } }: PublishedDraw,
): Promise<Pick<DrawClaim, 'sealed'>> {
  if (sealed === undefined) return {};
  const answer = await fetch(`/m/${encodeURIComponent(code)}/api/seals`);
  const { seals } = (await answer.json()) as PublishedSeals;
  return { sealed: seals.find((one) => one.sealed === sealed)?.pool ?? null };
}

/** Large, so it is fetched only where a beacon is among the sources. */
async function checkerFor({ lock }: PublishedDraw): Promise<Pick<DrawClaim, 'isSigned'>> {
  if (!lock.entropy.some(({ type }) => type === 'drand')) return {};
  const { isSigned } = await import('../../shared/draw/beacon-signature.ts');
  return { isSigned };
}
