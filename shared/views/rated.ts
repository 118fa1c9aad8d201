// What one phone shows of the open rounds: those in which its seat rates, each with the units that it rates. Pure.
import type { MeSlice, OpenRound, SeatView } from './slices/panel-slices.ts';

/** All phones get the same rounds; a seat's own slice says what of them is its own. */
export function rated<V extends SeatView>(view: V): V {
  const own = (rounds: readonly OpenRound[]) => ratedBy(view.me, rounds);
  return {
    ...view,
    stage: { ...view.stage, open: own(view.stage.open) },
    written: own(view.written),
  };
}

export function ratedBy(
  { rates }: Pick<MeSlice, 'rates'>,
  rounds: readonly OpenRound[],
): readonly OpenRound[] {
  return rounds.flatMap((open) => {
    if (!open.ofUnits) return rates ? [] : open;
    const mine = rates?.find(({ round }) => round === open.round)?.subjects ?? [];
    const isMine = ({ id }: { readonly id: OpenRound['subjects'][number]['id'] }) =>
      mine.includes(id);
    const subjects = open.subjects.filter(isMine);
    const limits = open.limits && { ...open.limits, began: open.limits.began.filter(isMine) };
    return subjects.length > 0 ? { ...open, subjects, limits } : [];
  });
}
