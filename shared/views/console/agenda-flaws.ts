// What an agenda lacks, and which of its items could not be carried out: found before the day instead of on stage.
import { choicesOf } from '../../meeting/agenda/kind.ts';
import { isUsed } from '../../meeting/agenda/items.ts';
import { kindOf } from '../../meeting/agenda/kinds.ts';
import { showsLive } from '../../meeting/agenda/live.ts';
import { subjectOf } from '../../meeting/agenda/turn.ts';
import { PURPOSES } from '../../meeting/draws/purposes.ts';
import { bandCalled } from '../../meeting/draws/bands.ts';
import { cellName, type Named as Names } from '../../meeting/draws/cell-names.ts';
import { rankingShown } from '../../meeting/draws/ranking.ts';
import { drawTerms, termsFlaws } from '../../meeting/draws/terms.ts';
import { inPlay, subjectsAhead } from '../../meeting/agenda/participation.ts';
import { ratingGroups, ringOrders } from '../../meeting/raters.ts';
import { subjectsIn } from '../../meeting/subjects.ts';
import { whoFlaws } from '../../meeting/who-flaws.ts';
import { shownFrom } from '../../scoring/floor.ts';
import { drawOfItem } from '../../meeting/draws/standing.ts';
import { newestVersion } from '../../meeting/versions.ts';
import type { ItemOf } from '../../meeting/agenda/item.ts';
import type { Meeting } from '../../meeting/state.ts';
import { noLivePlanned } from '../../scoring/no-live.ts';
import { viewOf } from '../kinds.ts';
import type { AgendaLack } from '../kinds/kind.ts';
import type { AgendaFlaw } from '../slices/readiness-lines.ts';
import { planned } from './planned-draws.ts';
import { plannedSeats } from './planned-seats.ts';

/** What groups and values are looked up in. */
type Named = Names & { readonly meeting: Meeting };

const LACKS: readonly AgendaLack[] = ['no-check-in', 'no-scoring', 'no-board'];

/** Everything that keeps the agenda from being carried out as it stands. */
export function agendaFlaws({ meeting, directory }: Named): readonly AgendaFlaw[] {
  const items = inPlay(meeting);
  const flaws: AgendaFlaw[] = [];
  const filled = new Set(items.map((item) => viewOf(item).fills(item)));
  for (const kind of LACKS) if (!filled.has(kind)) flaws.push({ kind });
  const lost = items.filter((item) => {
    const ids = subjectOf(item) === undefined ? [] : kindOf(item).subjects(item);
    return ids.some((id) => !meeting.subjects.has(id) || meeting.out.has(id));
  }).length;
  if (lost > 0) flaws.push({ kind: 'no-subject', items: lost });
  const sheetless = items.filter((item) => {
    const plan = kindOf(item).sheet(item);
    return (
      plan !== null && choicesOf(plan).some(({ sheet }) => !newestVersion(meeting.sheets, sheet))
    );
  }).length;
  if (sheetless > 0) flaws.push({ kind: 'no-sheet', items: sheetless });
  return [
    ...flaws,
    ...liveFlaws(meeting),
    ...mutualFlaws(meeting),
    ...drawFlaws({ meeting, directory }),
  ];
}

/** Scorings to come that shall be shown live, where the groups or the scheme do not let them (R6). */
function liveFlaws(meeting: Meeting): readonly AgendaFlaw[] {
  const items = inPlay(meeting).filter((item) => showsLive(item) && !isUsed(meeting, item));
  const scheme = meeting.schemes.at(-1);
  if (items.length === 0 || !scheme) return [];
  const seats = plannedSeats(meeting);
  // Who rates the first of them: it is about the groups that are in it.
  const who = items.flatMap((item) => kindOf(item).scoring(item)?.who ?? [])[0];
  const groups = ratingGroups(meeting, who).map(({ id, name, weight }) => ({
    ...{ name, weight },
    seats: seats?.get(id) ?? 0,
  }));
  const why = noLivePlanned(groups, scheme);
  return why ? [{ kind: 'not-live', items: items.length, why }] : [];
}

/** Rounds of units to come: a ring that nothing will have drawn by then, or that is too short, and scores that stay closed. */
function mutualFlaws(meeting: Meeting): readonly AgendaFlaw[] {
  const scheme = meeting.schemes.at(-1);
  const flaws: AgendaFlaw[] = [];
  let drawn = ringOrders(meeting).size > 0;
  for (const item of inPlay(meeting)) {
    const draw = kindOf(item).drawing(item);
    if (draw && PURPOSES[draw.purpose].rings) drawn = true;
    const scoring = kindOf(item).scoring(item);
    if (!scoring?.who || !scheme || isUsed(meeting, item)) continue;
    if (scoring.who.kind === 'ring' && !drawn) flaws.push({ kind: 'ring-not-planned' });
    const about = new Set(
      subjectsAhead(meeting, scoring).map((id) => meeting.subjects.get(id)?.category),
    );
    const categories = meeting.categories.flatMap(({ id, name }) => {
      const of = subjectsIn(meeting).filter((one) => meeting.subjects.get(one)?.category === id);
      return about.has(id) && of.length > 0 ? [{ name, count: of.length }] : [];
    });
    for (const flaw of whoFlaws(scoring.who, categories, scheme))
      flaws.push(
        flaw.kind === 'too-few'
          ? { kind: 'ring-too-few', name: flaw.name, units: flaw.units }
          : {
              kind: 'stays-closed',
              name: flaw.name,
              ballots: flaw.ballots,
              floor: shownFrom(scheme),
            },
      );
  }
  return flaws;
}

/** What {@link drawFlaws} reads, with the answer: a phone that checks in changes none of it. */
interface KnownFlaws {
  readonly of: readonly unknown[];
  readonly flaws: readonly AgendaFlaw[];
}
const known = new WeakMap<Meeting['agenda'], KnownFlaws>();

/** Draws that could not be locked as things stand, were everyone with a seat in the hall. */
function drawFlaws({ meeting, directory }: Named): readonly AgendaFlaw[] {
  const { agenda, skipped, subjects, out, categories, groups, pool, seats } = meeting;
  const { draws, replacements, boards, rounds } = meeting;
  const lists = [skipped, subjects, out, categories, groups, pool, seats.size];
  const of: readonly unknown[] = [...lists, draws, replacements, boards, rounds, directory];
  const before = known.get(agenda);
  if (before?.of.every((one, n) => one === of[n])) return before.flaws;
  const present = new Map([...seats].map(([id, seat]) => [id, { ...seat, present: true }]));
  const full: Meeting = { ...meeting, seats: present };
  const flaws = planned(meeting).flatMap((item) => flawsOfDraw({ meeting: full, directory }, item));
  known.set(agenda, { of, flaws });
  return flaws;
}

function flawsOfDraw(named: Named, item: ItemOf<'draw'>): readonly AgendaFlaw[] {
  const { meeting } = named;
  const { purpose, rule } = item;
  // A locked draw has its pool; and whom it chooses from may not be known yet.
  if (drawOfItem(meeting, item.id)?.phase === 'locked' || !PURPOSES[purpose].known(meeting))
    return [];
  if (rule?.kind === 'bands' && !rankingShown(meeting, rule)) return [];
  return termsFlaws(item, drawTerms(meeting, item)).map(({ cell, have, want, sum }): AgendaFlaw => {
    const about = { purpose, take: want, of: have };
    if (cell === null) return { kind: 'draw-too-large', cell: '', ...about };
    const band = rule?.kind === 'bands' ? bandCalled(cell) : null;
    if (band) return { kind: 'band-too-small', band, ...about };
    const name = cellName(named, cell);
    if (sum)
      return {
        kind: sum === 'min' ? 'minima-too-large' : 'maxima-too-small',
        cell: name,
        ...about,
      };
    return name === cell
      ? { kind: 'cell-gone', cell: '', ...about }
      : { kind: 'cell-too-small', cell: name, ...about };
  });
}
