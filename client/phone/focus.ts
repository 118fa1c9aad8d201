// Which one thing a panel member's page shows now, from the view and from what lies on this device. Pure.
import type { Choice } from '../../shared/ballots/ballot.ts';
import type { DrawId } from '../../shared/ids.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import type { Scores } from '../../shared/scoring/form.ts';
import type { RunningDraw } from '../../shared/views/slices/draw-slices.ts';
import type { ShownSubject } from '../../shared/views/slices/shown.ts';
import type {
  MeSlice,
  MyBallot,
  OpenRound,
  PanelStageSlice,
} from '../../shared/views/slices/panel-slices.ts';
import type { StageBody } from '../../shared/views/slices/stage-slices.ts';
import { factsOf } from '../live/kinds.ts';
import { refusedIn, scoresOn, sendingIn, typedIn, type OnDevice } from './slips/slips.ts';
import type { Sending, Slip } from './slips/phases.ts';
import { ballotFor, matterOf, openTargets, sameChoice, type Target } from './slips/matter.ts';

export type Focus =
  | {
      readonly kind: 'sheet';
      readonly target: Target;
      readonly scores: Scores;
      readonly waiting: Sending | null;
      /** What is counted already, while it is being changed. */
      readonly ballot: MyBallot | null;
    }
  | {
      readonly kind: 'late';
      readonly target: Target;
      readonly choice: Choice;
      /** null where it was never submitted, or where its fate is not known yet. */
      readonly refusal: Refusal | null;
      readonly waiting: boolean;
      /** The round still takes ballots: the person may go back to the sheet. */
      readonly open: boolean;
      readonly ballot: MyBallot | null;
      /** What became of others of the same round in the same way: a batch is read and let go at once. */
      readonly more: readonly Target[];
    }
  | { readonly kind: 'counted'; readonly ballot: MyBallot; readonly open: boolean }
  | { readonly kind: 'written'; readonly round: OpenRound }
  | { readonly kind: 'recused'; readonly subject: ShownSubject }
  | { readonly kind: 'stage'; readonly body: StageBody };

/**
 * A live sheet comes before everything, then the word that a draw asks for; the written round is in focus while it is on
 * stage, or while the person has gone to it, and "you are drawn" waits above it. What lies on the device for an open written
 * round is that page's own.
 *
 * @param over keys of the live sheets that were open when the person went to the written round; null: has not gone
 */
export function focusOf(
  stage: PanelStageSlice,
  me: MeSlice,
  ballots: readonly MyBallot[],
  all: OnDevice,
  written: readonly OpenRound[] = [],
  over: readonly string[] | null = null,
): Focus {
  const { body } = stage;
  const device = apartFrom(all, written);
  const { subject, round, batch } = factsOf(body);
  const onStage = round?.round ?? null;
  const targets = openTargets(stage.open, me.groupId).filter(
    (target) => !me.recusals.includes(target.subject.id),
  );
  const byKey = new Map(targets.map((target) => [matterOf(target), target]));

  const [refused, ...others] = refusedIn(device.slips);
  if (refused) {
    const { target, choice, refusal } = refused;
    const ballot = ballotFor(ballots, matterOf(target));
    const open = byKey.has(matterOf(target));
    const more = open ? [] : sameBatch(others, refused);
    return { kind: 'late', target, choice, refusal, waiting: false, open, ballot, more };
  }

  const edited = byKey.get(device.editing ?? '');
  if (edited) return sheetFor(edited, ballots, device);

  const late = lateOne(device, ballots, (key) => byKey.has(key), me);
  if (late) return late;

  const open = targets.filter((target) => !ballotFor(ballots, matterOf(target)));
  const untouched = open.filter((target) => !sendingOf(device, target));
  const changing = targets.filter((target) => sendingOf(device, target));
  const next = preferred(untouched, onStage) ?? preferred(changing, onStage);
  if (next) return sheetFor(next, ballots, device);

  if (asksWord(body, me) !== null) return { kind: 'stage', body };

  const [first] = written;
  if (
    first &&
    (batch !== undefined || (over && targets.every((one) => over.includes(matterOf(one)))))
  )
    return {
      kind: 'written',
      round: written.find((one) => one.round === onStage) ?? first,
    };

  if (drawnIn(body, me)) return { kind: 'stage', body };

  const done = preferred([...targets].reverse(), onStage);
  const counted = done && ballotFor(ballots, matterOf(done));
  if (counted) return { kind: 'counted', ballot: counted, open: true };

  // Once it is revealed the result comes first; what one gave stands below it.
  if (subject && round && round.phase !== 'revealed') {
    if (me.recusals.includes(subject.id)) return { kind: 'recused', subject };
    const mine = onStage && ballotFor(ballots, matterOf({ ...round, round: onStage, subject }));
    if (mine) return { kind: 'counted', ballot: mine, open: false };
  }
  return { kind: 'stage', body };
}

/** The draw on stage, where it has drawn the seat's holder. */
export function drawnIn(body: StageBody, { drawn }: Pick<MeSlice, 'drawn'>): RunningDraw | null {
  const { draw } = factsOf(body);
  return draw?.phase === 'done' && drawn.includes(draw.id) ? draw : null;
}

/** The draw on stage, where it takes a word of this person that the server does not hold. */
export function asksWord(body: StageBody, { words: sent }: Pick<MeSlice, 'words'>): DrawId | null {
  const { draw } = factsOf(body);
  const takes = draw?.phase === 'locked' && draw.words?.closed === false;
  return takes && !sent.includes(draw.id) ? draw.id : null;
}

function sheetFor(target: Target, ballots: readonly MyBallot[], device: OnDevice): Focus {
  const key = matterOf(target);
  return {
    kind: 'sheet',
    target,
    scores: scoresOn(device, ballots, key),
    waiting: sendingOf(device, target),
    ballot: ballotFor(ballots, key),
  };
}

function sendingOf({ slips }: OnDevice, target: Target): Sending | null {
  const slip = slips.get(matterOf(target));
  return slip?.phase === 'sending' ? slip : null;
}

/** Something the person filled in whose round no longer takes it: never dropped in silence. */
function lateOne(
  { slips }: OnDevice,
  ballots: readonly MyBallot[],
  isOpen: (key: string) => boolean,
  me: MeSlice,
): Focus | null {
  const leftOver = [
    ...sendingIn(slips).map(({ target, choice }) => ({ target, choice, waiting: true })),
    ...typedIn(slips).map(({ target, scores }) => ({
      target,
      choice: { kind: 'scores' as const, scores },
      waiting: false,
    })),
  ];
  const late = leftOver.filter(({ target, choice }) => {
    const key = matterOf(target);
    const ballot = ballotFor(ballots, key);
    if (isOpen(key) || me.recusals.includes(target.subject.id)) return false;
    return !ballot || !sameChoice(ballot.choice, choice);
  });
  const [one, ...others] = late;
  if (!one) return null;
  return {
    kind: 'late',
    ...one,
    refusal: null,
    open: false,
    ballot: ballotFor(ballots, matterOf(one.target)),
    more: sameBatch(
      others.filter(({ waiting }) => waiting === one.waiting),
      one,
    ),
  };
}

/** Those of the same round and attempt. */
function sameBatch(
  others: readonly { readonly target: Target }[],
  { target: { round, attempt } }: { readonly target: Target },
): readonly Target[] {
  return others.flatMap(({ target }) =>
    target.round === round && target.attempt === attempt ? [target] : [],
  );
}

/** Without what belongs to a written round that is open. */
function apartFrom(device: OnDevice, written: readonly OpenRound[]): OnDevice {
  if (written.length === 0) return device;
  const isIn = ({ target }: Slip) =>
    written.some(({ round, attempt }) => round === target.round && attempt === target.attempt);
  return { ...device, slips: new Map([...device.slips].filter(([, slip]) => !isIn(slip))) };
}

function preferred(targets: readonly Target[], round: string | null): Target | undefined {
  return targets.find((target) => target.round === round) ?? targets[0];
}
