// One after the other: what was opened comes onto the screen in its turn, however fast the keys were pressed.
import { useEffect, useState } from 'react';
import type { BoardClimb } from '../../../shared/views/slices/number-slices.ts';
import { ticks } from '../../live/clock.ts';
import { after } from '../../live/until-ended.ts';
import { calm } from '../motion.ts';
import { APART_MS, CLIMB_MS, MOST_IN_TURN } from './climb-times.ts';
import { PICTURE_MS } from './Picture.tsx';

type Open = BoardClimb['opened'][number];

/** A row that is first drawn so long after its turn came has been shown before, and stands. */
const JUST_NOW_MS = 300;

export interface Played {
  /** How many of the opened rows are on the screen. */
  readonly played: number;
  /** Whether this row comes just now, so that its motion is played. */
  readonly began: (subject: string) => boolean;
}

/**
 * @param held the screen shows another page meanwhile: what is opened then stands without motion
 * @param pageOf the page of a row: the next page waits until the last row has its rank
 * @param rankOf who share a place of the podium come together
 */
export function usePlayed(
  opened: readonly Open[],
  held: boolean,
  pageOf: (one: Open) => string,
  rankOf: (one: Open) => number | null,
): Played {
  const [{ played, begun }, setTurn] = useState<{
    readonly played: number;
    readonly begun: { readonly subjects: readonly string[]; readonly at: number } | null;
  }>({ played: opened.length, begun: null });
  useEffect(() => {
    const left = opened.length - played;
    if (left === 0) return;
    if (held || left < 0 || left > MOST_IN_TURN || calm())
      return after(0, () => {
        setTurn({ played: opened.length, begun: null });
      });
    const [next, other] = opened.slice(played);
    const last = opened[played - 1];
    if (!next) return;
    const isPair = next.podium && other?.podium === true && rankOf(next) === rankOf(other);
    const coming = isPair ? [next.subject, other.subject] : [next.subject];
    const rest = last && begun ? begun.at + gapBetween(last, next, pageOf) - ticks() : 0;
    return after(Math.max(0, rest), () => {
      setTurn({ played: played + coming.length, begun: { subjects: coming, at: ticks() } });
    });
  });
  return {
    played: Math.min(played, opened.length),
    began: (subject) =>
      begun !== null && begun.subjects.includes(subject) && ticks() - begun.at < JUST_NOW_MS,
  };
}

function gapBetween(last: Open, next: Open, pageOf: (one: Open) => string): number {
  if (last.podium) return PICTURE_MS;
  return pageOf(last) === pageOf(next) ? APART_MS : CLIMB_MS;
}
