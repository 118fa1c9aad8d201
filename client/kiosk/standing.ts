// How a person's affairs stand at the tablet: what would be lost by handing it back now, and what is done. Pure.
import type { Ordinal } from '../../shared/views/cards.ts';
import type { SeatView } from '../../shared/views/panel-slices.ts';
import type { OnDevice } from '../phone/slips/device.ts';
import type { Refused, Waiting } from '../phone/slips/outbox.ts';
import { doneOf } from '../phone/written/done-of.ts';
import { keyOf, openTargets, sameChoice } from '../phone/slips/target.ts';

export interface Standing {
  /** Submitted; the server has not answered yet. */
  readonly unsent: readonly Waiting[];
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
  view: Pick<SeatView, 'stage' | 'written' | 'me'> | null,
  device: OnDevice | null,
  word: Standing['word'] = null,
): Standing {
  if (!view || !device) return NOTHING;
  const { waiting: unsent, refused } = device.outbox;
  const [written] = view.written;
  const { recusals } = view.me;
  const open = new Set(
    openTargets([...view.stage.open, ...view.written])
      .filter(({ subject }) => !recusals.includes(subject.id))
      .map(keyOf),
  );
  const drafts = Object.entries(device.drafts).filter(
    ([key, { scores }]) =>
      open.has(key) &&
      Object.keys(scores).length > 0 &&
      // What was submitted stays a draft until it is counted.
      !unsent.some(
        ({ target, choice }) =>
          keyOf(target) === key && sameChoice(choice, { kind: 'scores', scores }),
      ),
  ).length;
  return {
    unsent,
    refused,
    drafts,
    word,
    written: written ? doneOf(written, recusals, [...view.me.ballots, ...device.receipts]) : null,
  };
}
