// What a person does on the written page: opens a unit, gives it its mark, goes on. A unit is handed in as it is left.
import { useEffect, useRef, useState } from 'react';

import { entryOf, type Entry } from '../../../shared/scoring/entry.ts';
import { writtenText } from '../../../shared/text/written.ts';
import type { MyBallot, OpenRound, SeatView } from '../../../shared/views/slices/panel-slices.ts';
import { useText } from '../../ui/language.ts';
import type { OutboxState } from '../slips/outbox.ts';
import { missing } from '../score/totals.ts';
import { useSeat } from '../seat-context.ts';
import { hasTopMark, leftNow, rowLimit } from './row-limit.ts';
import { useFixedPlace, type Anchor } from './use-place.ts';
import { useNumber } from './use-number.ts';
import type { Choosing } from './WrittenFilters.tsx';
import { above, filtered, nextOpen, rowsOf, type Row } from './written-rows.ts';

interface Place extends Choosing {
  /** Key and name of the unit that is open. */
  readonly open: { readonly key: string; readonly name: string } | null;
}

const EVERYTHING: Choosing = { filter: 'all', category: null, query: '' };

/** Where the person was when a live round called them away, by seat, round and attempt. */
const left = new Map<string, Place>();

/** Where the open unit lies: above three rows and a bit, above one and a keypad, or from the upper edge on. */
const ANCHORS: { readonly [E in Entry]: Anchor } = {
  grades: { rem: 10.2, share: 0.34 },
  number: { rem: 4.1, share: 0.17 },
  criteria: 'top',
};

export interface WrittenProps {
  readonly view: SeatView;
  readonly round: OpenRound;
  readonly ballots: readonly MyBallot[];
  readonly device: OutboxState;
}

export function useWritten({ view, round, ballots, device }: WrittenProps) {
  const { outbox } = useSeat();
  const text = useText(writtenText);
  const { me } = view;
  const id = `${me.seat}/${round.round}/${round.attempt}`;
  const rows = rowsOf(round, me, ballots, device);
  const [place, setPlace] = useState<Place>(
    () => left.get(id) ?? { ...EVERYTHING, open: placeOf(nextOpen(rows, null)) },
  );
  useEffect(() => {
    left.set(id, place);
  }, [id, place]);
  /** What the last tap gave, for the chip that took it and for those who hear the page. */
  const [given, setGiven] = useState<{ readonly mark: number; readonly said: string } | null>(null);
  /** Asking for what is seldom needed of the open unit. */
  const [more, setMore] = useState(false);
  const [seeking, setSeeking] = useState(false);

  const isTop = (row: Row) => hasTopMark(round, row);
  const at = rows.find(({ key }) => key === place.open?.key) ?? null;
  const open = at?.state === 'recused' ? null : at;
  const visible = filtered(rows, place, open?.key ?? null, isTop);
  const entry = open && entryOf(open.target.sheet);
  const limit = open && rowLimit(round, me, rows, open);
  const next =
    nextOpen(visible, place.open?.key ?? null) ?? nextOpen(rows, place.open?.key ?? null);
  const back = above(visible, open?.key ?? null);
  const fixed = useFixedPlace(
    open?.key ?? null,
    visible.map(({ key }) => key),
    ANCHORS[entry ?? 'grades'],
  );
  /** The finger came down while the list moved. */
  const early = useRef(false);
  /** Of the chip that was pressed: a keyboard finds it again in the next unit. */
  const chip = useRef<number | null>(null);

  const key = open?.key ?? null;
  const was = useRef(key);
  useEffect(() => {
    const moved = was.current !== key && key !== null;
    was.current = key;
    const { activeElement } = document;
    // The key that was pressed is gone with its unit: a keyboard, and whoever hears the page, goes on from the same one.
    if (!moved || (activeElement && activeElement !== document.body)) return;
    const unit = fixed.list.current?.querySelector<HTMLElement>('[data-open]');
    const chips = unit?.querySelectorAll<HTMLElement>('[role="group"] button');
    const same = chip.current === null ? null : chips?.[chip.current];
    (same ?? unit)?.focus({ preventScroll: true });
  }, [key, fixed.list]);

  const turnTo = (row: Row | null, just: typeof given = null) => {
    fixed.remember();
    const shows = row === null || filtered([row], place, null, isTop).length > 0;
    setPlace({ ...(shows ? place : EVERYTHING), open: placeOf(row) });
    setGiven(just);
    setMore(false);
  };
  const wasGiven = (mark: number, word: string) => ({
    mark,
    said: text.given(open?.target.subject.name ?? '', word, next?.target.subject.name ?? null),
  });
  const number = useNumber(open, limit, (mark) => {
    turnTo(next, wasGiven(mark, String(mark)));
  });
  /** Hands in what is whole; says whether the unit can be gone on from. */
  const leave = (): boolean => {
    if (number) return number.hand();
    if (open && entry === 'criteria' && open.state === 'draft' && !limit?.broken) {
      const { target, scores } = open;
      if (missing(target.sheet, scores) === 0) outbox.submit(target, { kind: 'scores', scores });
    }
    return true;
  };

  const page = {
    ...{
      rows,
      visible,
      open,
      entry,
      limit,
      next,
      number,
      given,
      more,
      seeking,
      isTop,
    },
    choosing: place satisfies Choosing,
    left: leftNow(round, me, rows, open),
    /** The name of the unit that was open and is in the round no more. */
    vanished: place.open !== null && at === null ? place.open.name : null,
    hasBack: back !== null,
    /** For the list: fingers that came down while it moved do nothing. */
    onPointerDown: () => {
      early.current = fixed.isMoving();
    },
    onKeyDown: () => {
      early.current = false;
    },
    openRow: (key: string) => {
      if (early.current || fixed.isMoving()) return;
      leave();
      turnTo(rows.find((row) => row.key === key) ?? null);
    },
    give: (mark: number, name: string, n: number) => {
      if (!open || early.current || fixed.isMoving()) return;
      const [line] = open.target.sheet.lines;
      if (!line) return;
      chip.current = n;
      outbox.submit(open.target, { kind: 'scores', scores: { [line.id]: mark } });
      turnTo(next, wasGiven(mark, name));
    },
    goOn: () => {
      const isWhole = open !== null && missing(open.target.sheet, open.scores) === 0;
      const skips = open !== null && !(number ? number.touched : isWhole);
      // The second tap of the key that led here.
      if (skips && fixed.isMoving()) return;
      if (leave()) turnTo(next);
    },
    goBack: () => {
      leave();
      if (back) turnTo(back);
    },
    abstain: () => {
      if (!open) return;
      outbox.submit(open.target, { kind: 'abstain' });
      turnTo(next, wasGiven(NaN, text.states.abstained));
    },
    leave,
    close: () => {
      turnTo(null);
    },
    choose: (choosing: Choosing) => {
      fixed.remember();
      setPlace({ ...choosing, open: place.open });
    },
    wide: fixed.wide,
    setMore,
    setSeeking,
  };
  return { page, list: fixed.list };
}

export type WrittenActs = ReturnType<typeof useWritten>['page'];

function placeOf(row: Row | null): Place['open'] {
  return row && { key: row.key, name: row.target.subject.name };
}
