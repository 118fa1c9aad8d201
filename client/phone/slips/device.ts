// What lies on this device for one seat, and how acts and answers change it. Pure.
import type { Choice } from '../../../shared/ballots/ballot.ts';
import type { CastAnswer, Receipt } from '../../../shared/protocol.ts';
import type { Scores } from '../../../shared/scoring/sheet.ts';
import type { MyBallot } from '../../../shared/views/panel-slices.ts';
import { acknowledge, type AllAcknowledged } from './acknowledged.ts';
import {
  answered,
  dismiss,
  isCounted,
  isLater,
  put,
  settle,
  underClaim,
  waitingFor,
  type Outbox,
  type Tap,
  type Waiting,
} from './outbox.ts';
import { ballotFor, keyOf, sameChoice, type Target } from './target.ts';
import { own } from '../../../shared/own.ts';

/** Scores that were not submitted yet. */
export interface Draft {
  readonly target: Target;
  readonly scores: Scores;
}

export interface OnDevice {
  readonly outbox: Outbox;
  /** By key of what they are about. */
  readonly drafts: Readonly<Record<string, Draft>>;
  /** Key of the counted ballot that the person is changing. */
  readonly editing: string | null;
  /** Of this page's casts, as long as the view does not hold the same ballots. */
  readonly receipts: readonly MyBallot[];
  /** What servers have acknowledged, to be handed in again where one goes on from a copy. */
  readonly acknowledged: AllAcknowledged;
}

/** The scores that stand on the sheet: the draft's, else those on their way, else those counted. */
export function scoresOn(device: OnDevice, held: readonly MyBallot[], key: string): Scores {
  const given = waitingFor(device.outbox, key)?.choice ?? ballotFor(held, key)?.choice;
  return own(device.drafts, key)?.scores ?? (given?.kind === 'scores' ? given.scores : {});
}

/** `undefined` takes the score back. */
export function scored(
  device: OnDevice,
  held: readonly MyBallot[],
  target: Target,
  criterion: string,
  value: number | undefined,
): OnDevice {
  const key = keyOf(target);
  const others = Object.entries(scoresOn(device, held, key)).filter(([id]) => id !== criterion);
  const given = value === undefined ? [] : ([[criterion, value]] as const);
  const draft = { target, scores: Object.fromEntries([...others, ...given]) };
  return { ...device, drafts: { ...device.drafts, [key]: draft } };
}

export function submitted(
  device: OnDevice,
  held: readonly MyBallot[],
  target: Target,
  choice: Choice,
  tap: Omit<Tap, 'over'>,
): OnDevice {
  const key = keyOf(target);
  // A clock that was set back makes no tap earlier than the one before.
  const at = Math.max(tap.at, (own(device.acknowledged, key)?.tap.at ?? 0) + 1);
  return {
    ...device,
    outbox: put(device.outbox, target, choice, held, { ...tap, at }),
    // Whoever abstains has let go of the scores.
    drafts: choice.kind === 'abstain' ? omit(device.drafts, key) : device.drafts,
  };
}

/**
 * @param held what the view holds; the receipt is added here
 * @param alone see {@link answered}
 */
export function answerCame(
  device: OnDevice,
  held: readonly MyBallot[],
  sent: Waiting,
  answer: CastAnswer | null,
  epoch = sent.tap.epoch,
  alone = false,
): OnDevice {
  const about = keyOf(sent.target);
  const receipt = answer?.ok ? toBallot(sent, answer.receipt) : null;
  const receipts = receipt ? [...device.receipts, receipt] : device.receipts;
  const acknowledged = receipt
    ? acknowledge(device.acknowledged, about, { ...receipt, tap: { ...sent.tap, epoch } })
    : device.acknowledged;
  const known = [...receipts, ...held];
  const outbox = answered(device.outbox, sent, answer, known, alone);
  return tidied({ ...device, receipts, acknowledged }, outbox, known, epoch);
}

/** A view came: lets go of what the server is known to hold. */
export function viewCame(device: OnDevice, held: readonly MyBallot[], epoch: number): OnDevice {
  const receipts = device.receipts.filter(
    (receipt) => (ballotFor(held, keyOf(receipt))?.rev ?? 0) < receipt.rev,
  );
  const known = [...receipts, ...held];
  const same = receipts.length === device.receipts.length;
  const outbox = settle(device.outbox, known);
  return tidied(same ? device : { ...device, receipts }, outbox, known, epoch);
}

/** A view under a claim that may be another than before; see {@link underClaim}. */
export function claimCame(device: OnDevice, held: readonly MyBallot[], claim: number): OnDevice {
  const outbox = underClaim(device.outbox, claim, held);
  if (outbox === device.outbox) return device;
  // What the person is asked about is theirs to cast again.
  const acknowledged = outbox.refused.reduce(
    (all, { target, tap }) =>
      own(all, keyOf(target))?.tap.id === tap.id ? acknowledge(all, keyOf(target), null) : all,
    device.acknowledged,
  );
  return { ...device, outbox, acknowledged };
}

/** Ballots that the server turned out not to hold are on their way again, and count no longer until it answers. */
export function resent(device: OnDevice, entries: readonly Waiting[]): OnDevice {
  const keys = new Set(entries.map(({ target }) => keyOf(target)));
  const { outbox } = device;
  const fresh = entries.filter(({ target, tap }) => {
    const waits = waitingFor(outbox, keyOf(target));
    return !waits || isLater(tap, waits.tap);
  });
  const gone = new Set(fresh.map(({ target }) => keyOf(target)));
  if (gone.size === 0) return device;
  const waiting = outbox.waiting.filter(({ target }) => !gone.has(keyOf(target)));
  return {
    ...device,
    outbox: { ...outbox, waiting: [...waiting, ...fresh] },
    receipts: device.receipts.filter((receipt) => !keys.has(keyOf(receipt))),
  };
}

/** Back to what is counted, or on after "not counted": the draft and the refused ballot go. */
export function letGo(device: OnDevice, key: string): OnDevice {
  return {
    ...device,
    outbox: dismiss(device.outbox, key),
    drafts: omit(device.drafts, key),
    editing: device.editing === key ? null : device.editing,
  };
}

/** Back to the sheet with what the server refused, while the round still takes ballots. */
export function backToSheet(device: OnDevice, key: string): OnDevice {
  return { ...device, outbox: dismiss(device.outbox, key), editing: key };
}

function tidied(
  device: OnDevice,
  outbox: Outbox,
  known: readonly MyBallot[],
  epoch: number,
): OnDevice {
  const drafts = Object.entries(device.drafts).filter(([key, { scores }]) => {
    const ballot = ballotFor(known, key);
    return !ballot || !sameChoice(ballot.choice, { kind: 'scores', scores });
  });
  const pending = new Set(drafts.map(([key]) => key));
  let { editing, acknowledged } = device;
  for (const entry of device.outbox.waiting) {
    const key = keyOf(entry.target);
    const held = ballotFor(known, key);
    if (waitingFor(outbox, key) || !held) continue;
    // Its answer was lost: other pages of this device learn here that it came.
    if (isCounted(entry, known) && own(acknowledged, key)?.code !== held.code)
      acknowledged = acknowledge(acknowledged, key, { ...held, tap: { ...entry.tap, epoch } });
    // Counted. What was changed since stays on the sheet; else the sheet is done.
    if (pending.has(key)) editing ??= key;
    else if (editing === key) editing = null;
  }
  const unchanged =
    outbox === device.outbox &&
    editing === device.editing &&
    acknowledged === device.acknowledged &&
    drafts.length === Object.keys(device.drafts).length;
  if (unchanged) return device;
  return { ...device, outbox, editing, acknowledged, drafts: Object.fromEntries(drafts) };
}

function toBallot({ target, choice }: Waiting, receipt: Receipt): MyBallot {
  const { round, attempt, rev, total, code } = receipt;
  return { round, attempt, subject: target.subject, rev, choice, total, code };
}

function omit<T>(from: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(from).filter(([other]) => other !== key));
}
