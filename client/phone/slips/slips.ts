// All slips of one seat on this device, by matter, and how acts and answers change them. Pure.
import type { Choice } from '../../../shared/ballots/ballot.ts';
import type { CastAnswer } from '../../../shared/protocol.ts';
import type { Scores } from '../../../shared/scoring/form.ts';
import type { MyBallot } from '../../../shared/views/slices/panel-slices.ts';
import { joined, textOf } from './join.ts';
import { ballotFor, matterOf, newestOf, type Target } from './matter.ts';
import * as slip from './slip.ts';
import type { Refused, Sending, Slip, Tap } from './phases.ts';

/** By matter: {@link matterOf}. */
export type Slips = ReadonlyMap<string, Slip>;

export interface OnDevice {
  readonly slips: Slips;
  /** The matter whose counted ballot the person is changing. */
  readonly editing: string | null;
}

/** A whole meeting's, with room to spare: what a copy lacks may also be of a round that its original had closed. */
const MOST = 300;

export function sendingIn(slips: Slips): readonly Sending[] {
  return [...slips.values()].flatMap((one) => (one.phase === 'sending' ? [one] : []));
}

export function refusedIn(slips: Slips): readonly Refused[] {
  return [...slips.values()].flatMap((one) => (one.phase === 'refused' ? [one] : []));
}

/** Those with scores on their sheet that are not counted as they stand. */
export function typedIn(slips: Slips): readonly (Slip & { readonly scores: Scores })[] {
  return [...slips.values()].flatMap((one) =>
    one.typed?.scores ? [{ ...one, scores: one.typed.scores }] : [],
  );
}

/** What counts for this seat: the view's ballots, and what the server has acknowledged since. */
export function ballotsOf(slips: Slips, inView: readonly MyBallot[]): readonly MyBallot[] {
  const newest = newestOf(inView);
  const since = [...slips].flatMap(([matter, one]) => {
    const before = newest.get(matter) ?? null;
    const held = slip.heldOf(one, before);
    return held && held !== before ? [held] : [];
  });
  return since.length === 0 ? inView : [...inView, ...since];
}

/** The scores that stand on the sheet. */
export function scoresOn({ slips }: OnDevice, held: readonly MyBallot[], matter: string): Scores {
  return slip.scoresOf(slips.get(matter), heldFor(slips, held, matter));
}

/** @param value `undefined` takes the score back */
export function scored(
  device: OnDevice,
  held: readonly MyBallot[],
  target: Target,
  criterion: string,
  value: number | undefined,
): OnDevice {
  return acted(device, held, target, (one, before) => slip.scored(one, before, criterion, value));
}

export function submitted(
  device: OnDevice,
  held: readonly MyBallot[],
  target: Target,
  choice: Choice,
  tap: Omit<Tap, 'over' | 'again'>,
): OnDevice {
  return acted(device, held, target, (one, before) => slip.cast(one, before, choice, tap));
}

/** See {@link slip.answered}. */
export function answerCame(
  device: OnDevice,
  inView: readonly MyBallot[],
  sent: Sending,
  answer: CastAnswer | null,
  epoch?: number,
  alone?: boolean,
): OnDevice {
  const matter = matterOf(sent.target);
  const held = ballotFor(inView, matter);
  const before = device.slips.get(matter) ?? slip.blankSlip(sent.target);
  return put(device, slip.answered(before, sent, answer, held, epoch, alone));
}

/** See {@link slip.seen}. */
export function viewCame(
  device: OnDevice,
  inView: readonly MyBallot[],
  epoch: number,
  isNews = true,
): OnDevice {
  return all(device, inView, (one, held) => slip.seen(one, held, epoch, isNews));
}

/** A view under a claim that may be another than before; see {@link slip.underClaim}. */
export function claimCame(device: OnDevice, inView: readonly MyBallot[], claim: number): OnDevice {
  return all(device, inView, (one, held) => slip.underClaim(one, claim, slip.heldOf(one, held)));
}

/**
 * Hands in again what the server turned out to lack: where a round takes ballots, always; elsewhere when the server goes on
 * from a copy, so that its answer tells the person what became of the ballot.
 *
 * @param epoch the server's
 * @param isNews false: it was asked about the closed ones already
 */
export function lackingSent(
  device: OnDevice,
  open: readonly Target[],
  epoch: number,
  isNews: boolean,
): OnDevice {
  const targets = new Map(open.map((target) => [matterOf(target), target]));
  return all(device, [], (one) => {
    if (one.phase !== 'counted' || one.counted.held) return one;
    const isAsked = isNews && one.counted.tap.epoch < epoch;
    const target = targets.get(matterOf(one.target)) ?? (isAsked ? one.target : null);
    return target ? slip.resent(one, target, epoch) : one;
  });
}

/** After a reload: changes to a counted ballot that were not submitted are taken up again. */
export function resumed(device: OnDevice, inView: readonly MyBallot[]): OnDevice {
  const changed = typedIn(device.slips).find(
    (one) => heldFor(device.slips, inView, matterOf(one.target)) !== null,
  );
  return changed ? { ...device, editing: matterOf(changed.target) } : device;
}

/** Back to what is counted, or on after "not counted". */
export function letGo(device: OnDevice, matter: string): OnDevice {
  const { editing } = device;
  const now = at(device, matter, slip.letGo);
  return editing === matter ? { ...now, editing: null } : now;
}

/** Back to the sheet with what the server refused, while the round still takes ballots. */
export function backToSheet(device: OnDevice, matter: string): OnDevice {
  return { ...at(device, matter, slip.backOnSheet), editing: matter };
}

/**
 * What a page has and what others have, as one.
 *
 * @param epoch of the server that this page is connected to: what another page had acknowledged by it counts here as well
 */
export function united(mine: Slips, others: Slips, epoch: number | null = null): Slips {
  const slips = new Map(mine);
  for (const [matter, other] of others) {
    const before = mine.get(matter);
    const now = before ? joined(before, other) : other;
    const { counted } = now;
    const isNews = counted !== null && counted !== before?.counted;
    const held = counted?.tap.epoch === epoch && counted.code !== '';
    slips.set(matter, isNews ? { ...now, counted: { ...counted, held } } : now);
  }
  return bounded(slips);
}

/** Whether there is nothing in one that the other has not. */
export function isSame(a: Slips, b: Slips): boolean {
  return (
    a.size === b.size &&
    [...a].every(([matter, one]) => {
      const other = b.get(matter);
      return other && textOf(one) === textOf(other);
    })
  );
}

/** @param target as the page knows it now */
function acted(
  device: OnDevice,
  inView: readonly MyBallot[],
  target: Target,
  act: (one: Slip, held: MyBallot | null) => Slip,
): OnDevice {
  const matter = matterOf(target);
  const before = device.slips.get(matter) ?? slip.blankSlip(target);
  const now = act(before, heldFor(device.slips, inView, matter));
  return now === before ? device : put(device, { ...now, target });
}

function heldFor(slips: Slips, inView: readonly MyBallot[], matter: string): MyBallot | null {
  return slip.heldOf(slips.get(matter), ballotFor(inView, matter));
}

function at(device: OnDevice, matter: string, act: (one: Slip) => Slip): OnDevice {
  const before = device.slips.get(matter);
  return before ? put(device, act(before)) : device;
}

function all(
  device: OnDevice,
  inView: readonly MyBallot[],
  act: (one: Slip, held: MyBallot | null) => Slip,
): OnDevice {
  const newest = newestOf(inView);
  let now = device;
  for (const [matter, one] of device.slips) now = put(now, act(one, newest.get(matter) ?? null));
  return now;
}

function put(device: OnDevice, now: Slip): OnDevice {
  const matter = matterOf(now.target);
  const before = device.slips.get(matter);
  if (before === now) return device;
  const slips = bounded(new Map([...device.slips, [matter, now]]));
  return { ...device, slips, editing: editingAfter(device.editing, matter, before, now) };
}

/** Counted. What was changed since stays on the sheet; else the sheet is done. */
function editingAfter(
  editing: string | null,
  matter: string,
  before: Slip | undefined,
  now: Slip,
): string | null {
  if (before?.phase !== 'sending' || now.phase !== 'counted') return editing;
  if (now.typed?.scores) return editing ?? matter;
  return editing === matter ? null : editing;
}

function bounded(slips: Map<string, Slip>): Slips {
  for (const [matter, { phase, typed }] of slips) {
    if (slips.size <= MOST) break;
    if ((phase === 'counted' || phase === 'draft') && !typed?.scores) slips.delete(matter);
  }
  return slips;
}
