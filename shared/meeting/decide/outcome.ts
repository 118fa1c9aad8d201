// From a computed result to a final one: checked by a second person, approved by a body, published. What has changed in
// between stops each step (R1: nothing is signed but what is there).
import type { Refusal } from '../refusals.ts';
import type { Outcome } from '../result/outcome.ts';
import { changedSince, computedNow, isCurrent } from '../result/outcomes.ts';
import { meetingResult } from '../result/meeting-result.ts';
import { planOf } from '../result/plans.ts';
import { allResults } from '../results.ts';
import { lastAttempt } from '../rounds.ts';
import type { Meeting } from '../state.ts';
import { accept, refuse, type World } from '../world.ts';

/** Whether nothing of the result changes any more. */
export function isFinal({ outcome }: Pick<Meeting, 'outcome'>): boolean {
  return outcome !== null && outcome.final !== null;
}

interface OfHash {
  readonly hash: string;
}

interface ByStaff {
  readonly by: { readonly kind: string; readonly id?: string };
}

export const outcomeDeciders = {
  /** What it comes to now, put on record. Starts the chain again: earlier signatures were for another result. */
  ComputeResult: ({ meeting }: World) => {
    if (isFinal(meeting)) return refuse({ code: 'result-final' });
    const flaw = unready(meeting);
    if (flaw) return refuse(flaw);
    const now = computedNow(meeting);
    if (!now) return refuse(contradiction(meeting));
    if (meeting.outcome?.hash === now.hash) return refuse({ code: 'result-same' });
    const { plan, hash, rows, consequences } = now;
    const n = meeting.outcomes + 1;
    return accept([{ type: 'ResultComputed', n, plan, hash, rows, consequences }]);
  },

  /** Another person than the one who computed it has looked at it. */
  CheckResult: ({ meeting }: World, { hash }: OfHash, { by }: ByStaff) => {
    const found = standing(meeting, hash);
    if ('code' in found) return refuse(found);
    if (found.checked) return refuse({ code: 'result-done' });
    if (by.id === found.computed.by) return refuse({ code: 'second-person' });
    return accept([{ type: 'ResultChecked', n: found.n }]);
  },

  /** A body's word, 审核 before 审定: which body, on which day, by which document. */
  ApproveResult: (
    { meeting }: World,
    {
      hash,
      stage,
      body,
      date,
      document,
    }: OfHash & {
      readonly stage: 'reviewed' | 'settled';
      readonly body: string;
      readonly date: string;
      readonly document: string;
    },
  ) => {
    const found = standing(meeting, hash);
    if ('code' in found) return refuse(found);
    if (!found.checked) return refuse({ code: 'result-step', wants: 'checked' });
    if (stage === 'settled' && !found.reviewed)
      return refuse({ code: 'result-step', wants: 'reviewed' });
    if (found[stage]) return refuse({ code: 'result-done' });
    return accept([{ type: 'ResultApproved', n: found.n, stage, body, date, document }]);
  },

  /** Only now anybody but staff sees totals, places and grades. */
  PublishResult: ({ meeting }: World, { hash, days }: OfHash & { readonly days: number }) => {
    const found = standing(meeting, hash);
    if ('code' in found) return refuse(found);
    if (!found.settled) return refuse({ code: 'result-step', wants: 'settled' });
    if (found.published) return refuse({ code: 'result-done' });
    return accept([{ type: 'ResultPublished', n: found.n, days }]);
  },

  FinishResult: ({ meeting }: World, { hash }: OfHash) => {
    const found = standing(meeting, hash);
    if ('code' in found) return refuse(found);
    if (!found.published) return refuse({ code: 'result-step', wants: 'published' });
    return accept([{ type: 'ResultFinished', n: found.n }]);
  },

  /** Sent back before anybody saw it; what was published is corrected by another result. */
  ReturnResult: ({ meeting }: World, { hash, reason }: OfHash & { readonly reason: string }) => {
    const { outcome } = meeting;
    if (!outcome) return refuse({ code: 'result-none' });
    if (outcome.hash !== hash) return refuse({ code: 'stale' });
    if (outcome.published) return refuse({ code: 'result-published' });
    if (reason.trim() === '') return refuse({ code: 'reason-missing' });
    return accept([{ type: 'ResultReturned', n: outcome.n, reason: reason.trim() }]);
  },
};

/** The result that the page showed, where it is still what the meeting comes to. */
function standing(meeting: Meeting, hash: string): Outcome | Refusal {
  const { outcome } = meeting;
  if (!outcome) return { code: 'result-none' };
  if (outcome.hash !== hash) return { code: 'stale' };
  if (outcome.final) return { code: 'result-final' };
  if (!isCurrent(meeting, outcome))
    return { code: 'result-changed', n: changedSince(meeting).length };
  return outcome;
}

/** What is still to come before it can be computed. */
function unready(meeting: Meeting): Refusal | null {
  if (!planOf(meeting)) return { code: 'no-plan' };
  const running = [...meeting.rounds.values()].filter(
    (round) => lastAttempt(round).phase !== 'revealed',
  ).length;
  const waiting = allResults(meeting).filter(({ shown }) => shown === null).length;
  if (running > 0 || waiting > 0) return { code: 'rounds-unrevealed', rounds: running, waiting };
  const entries = [...meeting.adjustments.values()];
  const declared = entries.filter(
    ({ state, subject }) => state === 'declared' && !meeting.out.has(subject),
  ).length;
  return declared > 0 ? { code: 'adjustments-waiting', n: declared } : null;
}

function contradiction(meeting: Meeting): Refusal {
  const made = meetingResult(meeting);
  return made && !made.ok
    ? { code: 'plan-invalid', flaw: made.flaw, name: made.at }
    : { code: 'no-plan' };
}
