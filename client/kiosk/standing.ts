// How a person's affairs stand at the tablet: what would be lost by handing it back now, and what is done. Pure.
import type { Ordinal } from '../../shared/views/slices/shown.ts';
import { rated } from '../../shared/views/rated.ts';
import type { SeatView } from '../../shared/views/slices/panel-slices.ts';
import { ballotsOf, refusedIn, sendingIn, typedIn, type OnDevice } from '../phone/slips/slips.ts';
import type { Refused, Sending } from '../phone/slips/phases.ts';
import { doneOf } from '../phone/written/done-of.ts';
import { matterOf, openTargets, sameChoice } from '../phone/slips/matter.ts';

export interface Standing {
  /** Submitted; the server has not answered yet. */
  readonly unsent: readonly Sending[];
  /** Submitted and not counted; nobody has put it away. */
  readonly refused: readonly Refused[];
  /** Units with scores that were not submitted and still could be. */
  readonly drafts: number;
  /** A word for the draw on stage: typed and not given, or given and not answered. */
  readonly word: 'typed' | 'waiting' | null;
  /** How far the open written round is; null where none is open. */
  readonly written: Ordinal | null;
}

const NOTHING: Standing = { unsent: [], refused: [], drafts: 0, word: null, written: null };

/** @param device null as long as the person is being greeted */
export function standingOf(
  all: SeatView | null,
  device: OnDevice | null,
  word: Standing['word'] = null,
): Standing {
  if (!all || !device) return NOTHING;
  const view = rated(all);
  const [written] = view.written;
  const { groupId, recusals } = view.me;
  const open = new Set(
    openTargets([...view.stage.open, ...view.written], groupId)
      .filter(({ subject }) => !recusals.includes(subject.id))
      .map(matterOf),
  );
  const drafts = typedIn(device.slips).filter(
    (slip) =>
      open.has(matterOf(slip.target)) &&
      Object.keys(slip.scores).length > 0 &&
      // What was submitted stays a draft until it is counted.
      !(
        slip.phase === 'sending' && sameChoice(slip.choice, { kind: 'scores', scores: slip.scores })
      ),
  ).length;
  return {
    unsent: sendingIn(device.slips),
    refused: refusedIn(device.slips),
    drafts,
    word,
    written: written ? doneOf(written, view.me, ballotsOf(device.slips, view.me.ballots)) : null,
  };
}
