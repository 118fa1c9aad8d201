// Which one thing a panel member's page shows now, from the view and from what lies on this device. Pure.
import type { Choice } from '../../shared/ballots/ballot.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import type { Scores } from '../../shared/scoring/sheet.ts';
import type {
  MeSlice,
  MyBallot,
  PanelStageSlice,
  StageBody,
  SubjectCard,
} from '../../shared/views/slices.ts';
import { scoresOn, type OnDevice } from './device.ts';
import { waitingFor, type Waiting } from './outbox.ts';
import { ballotFor, keyOf, openTargets, sameChoice, type Target } from './target.ts';

export type Focus =
  | {
      readonly kind: 'sheet';
      readonly target: Target;
      readonly scores: Scores;
      readonly waiting: Waiting | null;
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
    }
  | { readonly kind: 'counted'; readonly ballot: MyBallot; readonly open: boolean }
  | { readonly kind: 'recused'; readonly subject: SubjectCard }
  | { readonly kind: 'stage'; readonly body: StageBody };

export function focusOf(
  stage: PanelStageSlice,
  me: MeSlice,
  ballots: readonly MyBallot[],
  device: OnDevice,
): Focus {
  const { body } = stage;
  const onStage = body.kind === 'score' ? body.round : null;
  const targets = openTargets(stage).filter(({ subject }) => !me.recusals.includes(subject.id));
  const byKey = new Map(targets.map((target) => [keyOf(target), target]));

  const refused = device.outbox.refused[0];
  if (refused) {
    const key = keyOf(refused.target);
    const ballot = ballotFor(ballots, key);
    return { kind: 'late', ...refused, waiting: false, open: byKey.has(key), ballot };
  }

  const edited = device.editing === null ? undefined : byKey.get(device.editing);
  if (edited) return sheetFor(edited, ballots, device);

  const late = lateOne(device, ballots, (key) => byKey.has(key), me);
  if (late) return late;

  const open = targets.filter((target) => !ballotFor(ballots, keyOf(target)));
  const untouched = open.filter((target) => !waitingFor(device.outbox, keyOf(target)));
  const changing = targets.filter((target) => waitingFor(device.outbox, keyOf(target)));
  const next = preferred(untouched, onStage) ?? preferred(changing, onStage);
  if (next) return sheetFor(next, ballots, device);

  const done = preferred([...targets].reverse(), onStage);
  const counted = done && ballotFor(ballots, keyOf(done));
  if (counted) return { kind: 'counted', ballot: counted, open: true };

  if (body.kind === 'score') {
    if (me.recusals.includes(body.subject.id)) return { kind: 'recused', subject: body.subject };
    const mine =
      body.round === null
        ? null
        : ballotFor(ballots, keyOf({ ...body, round: body.round, subject: body.subject }));
    if (mine) return { kind: 'counted', ballot: mine, open: false };
  }
  return { kind: 'stage', body };
}

function sheetFor(target: Target, ballots: readonly MyBallot[], device: OnDevice): Focus {
  const key = keyOf(target);
  return {
    kind: 'sheet',
    target,
    scores: scoresOn(device, ballots, key),
    waiting: waitingFor(device.outbox, key),
    ballot: ballotFor(ballots, key),
  };
}

/** Something the person filled in whose round no longer takes it: never dropped in silence. */
function lateOne(
  { outbox, drafts }: OnDevice,
  ballots: readonly MyBallot[],
  isOpen: (key: string) => boolean,
  me: MeSlice,
): Focus | null {
  const leftOver = [
    ...outbox.waiting.map(({ target, choice }) => ({ target, choice, waiting: true })),
    ...Object.values(drafts).map(({ target, scores }) => ({
      target,
      choice: { kind: 'scores' as const, scores },
      waiting: false,
    })),
  ];
  for (const { target, choice, waiting } of leftOver) {
    const key = keyOf(target);
    const ballot = ballotFor(ballots, key);
    if (isOpen(key) || me.recusals.includes(target.subject.id)) continue;
    if (ballot && sameChoice(ballot.choice, choice)) continue;
    return { kind: 'late', target, choice, refusal: null, waiting, open: false, ballot };
  }
  return null;
}

function preferred(targets: readonly Target[], round: string | null): Target | undefined {
  return targets.find((target) => target.round === round) ?? targets[0];
}
