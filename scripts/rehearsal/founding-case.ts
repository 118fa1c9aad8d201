// The whole founding case, led over the wire as a moderator would: from two lists to the board, the units to visit and the
// team that visits them.
import { setTimeout as wait } from 'node:timers/promises';
import type { ItemId, ReviewerId, RoundId, SeatId, SubjectId } from '../../shared/ids.ts';
import type { DrawPurpose } from '../../shared/meeting/agenda/item.ts';
import { roundIdOf } from '../../shared/meeting/rounds.ts';
import { rehearsalText } from '../../shared/text/rehearsal.ts';
import type { RehearseText } from '../../shared/text/rehearse.ts';
import type { PersonRow } from '../../shared/views/slices/desk-slices.ts';
import { readDice } from '../read-dice.ts';
import type { StaffClient } from '../staff-client.ts';
import { CASE, caseAgenda, SHEETS } from './agenda.ts';
import type { Chance } from '../../server/rehearsal/chance.ts';
import type { ShownDraw } from './check-draws.ts';
import type { Crowd } from '../../server/rehearsal/crowd.ts';
import { examplePeople, exampleUnits } from './example-people.ts';

export interface CaseOptions {
  readonly staff: StaffClient;
  readonly chance: Chance;
  /** Seats of the panel: as many phones take part. */
  readonly seats: number;
  /** Milliseconds within which people score one unit. */
  readonly paceMs: number;
  /** Milliseconds for which a name, a speaker or a result stays on the screen. */
  readonly restMs: number;
  readonly text: RehearseText;
  readonly tell: (sentence: string) => void;
  /** Makes the crowd for the meeting, once that has its code. */
  readonly crowdFor: (meeting: string) => Crowd;
}

/** What came of it, for whoever checks the board and the draws afterwards. */
export interface CaseOutcome {
  readonly crowd: Crowd;
  /** Units that must be on the board, each with the sheet it was scored by. */
  readonly judged: ReadonlyMap<SubjectId, string>;
  /** All that were drawn, in the order of their locks. */
  readonly draws: readonly ShownDraw[];
}

/** Some of the reserve come to the hall: one of them in every twenty. */
const RESERVE_SHARE = 20;
/** Whoever is drawn to ask has answered by then. */
const ANSWER_MS = 15_000;
const ROUND_LIMIT_MS = 120_000;

/** Carries the case out; throws a StaffRefused where somebody else has taken over. */
export async function foundingCase(options: CaseOptions): Promise<CaseOutcome> {
  const { staff, text, tell, seats } = options;
  const pool = await prepare(options);
  tell(text.prepared(staff.meeting, staff.view.setup.subjects, pool));
  const crowd = options.crowdFor(staff.meeting);
  await crowd.watch();
  for (const { reviewer, url } of await staff.tickets('pool'))
    crowd.expect(reviewer, new URL(url).hash.slice(1));

  const draws: ShownDraw[] = [];
  await enter(staff, 'panel');
  draws.push(await draw(options, 'panel', seats));
  tell(text.panelDrawn(seats, pool));
  await enter(staff, 'check-in');
  await checkIn(options, crowd);

  await enter(staff, 'presenters');
  draws.push(await draw(options, 'presenters', 1));
  const presenters = staff.view.agenda.flatMap(({ item }) =>
    item.kind === 'presentation' ? [item.subject] : [],
  );
  tell(text.presentersDrawn(presenters.length));
  await alternate(staff);

  await enter(staff, 'written');
  const written = await open(staff, crowd, 'written');
  tell(text.writtenOpen);
  const { withdrawn, left, asked } = await theReports(options, crowd, presenters);
  draws.push(...asked);
  await enter(staff, 'written');
  await closeWhenDone(options, crowd, written, ROUND_LIMIT_MS);
  await staff.run({ type: 'RevealRound', round: written });
  tell(text.writtenDone);
  await wait(options.restMs);

  await enter(staff, 'board');
  await wait(options.restMs * 2);
  await openBoard(options);
  await enter(staff, 'verification');
  draws.push(await draw(options, 'verification', CASE.verified));
  tell(text.verificationDrawn(CASE.verified));
  await enter(staff, 'team');
  draws.push(await drawTeam(options, left));
  await enter(staff, 'board');
  const judged = new Map(
    staff.view.subjects.map(({ id }) => [
      id,
      presenters.includes(id) ? SHEETS.live : SHEETS.written,
    ]),
  );
  judged.delete(withdrawn);
  return { crowd, judged, draws };
}

async function prepare({ staff, seats, text }: CaseOptions): Promise<number> {
  const words = rehearsalText[text.language];
  await staff.create(words.mark + words.exampleTitle, {
    ...{ rehearsal: true, template: 'double-random', language: text.language },
  });
  await staff.importRoster('subjects', 'units-77.csv', exampleUnits());
  const people = examplePeople(Math.ceil(seats * 1.15) + 20);
  await staff.importRoster('reviewers', 'reviewers.csv', people.bytes);
  await staff.run({
    type: 'SetWeights',
    weights: staff.view.setup.groups.map(({ id }, n) => ({
      group: id,
      weight: CASE.weights[n] ?? 25,
    })),
  });
  await staff.run({ type: 'SetAgenda', items: caseAgenda(seats) });
  return people.count;
}

/** Everyone drawn comes but one; some of the reserve come as well, and one of them takes the empty seat. */
async function checkIn(options: CaseOptions, crowd: Crowd): Promise<void> {
  const { staff, chance, seats, paceMs, text, tell } = options;
  await staff.until(({ people }) => people.some(({ seat }) => seat !== null));
  const seated = new Map(
    staff.view.people.flatMap((row) =>
      row.seat === null ? [] : [[row.reviewer, { ...row, seat: row.seat }]],
    ),
  );
  const noShow = [...seated.values()][chance.below(seated.size)];
  if (!noShow) throw new Error('a panel without seats');
  const reserve = staff.view.people.filter(
    (row) => row.reviewer !== null && !seated.has(row.reviewer),
  );
  const waiting = new Set(
    reserve
      .filter((row, n) => n % RESERVE_SHARE === 0 || row === sameGroup(reserve, noShow))
      .map(({ reviewer }) => reviewer),
  );
  const comes = (id: ReviewerId) => waiting.has(id) || (seated.has(id) && id !== noShow.reviewer);
  await crowd.comeIn(seats + waiting.size, Math.max(paceMs, seats * 12), (id) =>
    comes(id as ReviewerId),
  );
  tell(text.checkedIn(crowd.people.length, seats));
  // A sheet without a seat told the desk who of the reserve is in the house.
  await staff.run({
    type: 'ReplaceSeat',
    seat: noShow.seat,
    why: 'no-show',
    reason: text.reasons.noShow,
    vacant: false,
  });
  await staff.until(({ people }) =>
    people.some(({ reviewer, seat }) => seat !== null && waiting.has(reviewer)),
  );
  const taken = staff.view.people.find(({ reviewer, seat }) => seat && waiting.has(reviewer));
  await crowd.comeIn(seats, 0, (id) => id === taken?.reviewer);
  tell(text.replaced(noShow.name, taken?.name ?? ''));
  await wait(options.restMs);
}

function sameGroup(rows: readonly PersonRow[], one: PersonRow): PersonRow | undefined {
  return rows.find(({ group }) => group === one.group);
}

/** Twelve units report and are scored; in between a question, a withdrawal and somebody who leaves early. */
async function theReports(
  options: CaseOptions,
  crowd: Crowd,
  presenters: readonly SubjectId[],
): Promise<{
  readonly withdrawn: SubjectId;
  readonly left: SeatId | null;
  readonly asked: readonly ShownDraw[];
}> {
  const { staff, chance, text, tell, restMs, paceMs } = options;
  let withdrawn = '' as SubjectId;
  let left: SeatId | null = null;
  const asked: ShownDraw[] = [];
  for (const [n, subject] of presenters.entries()) {
    const [stage, item] = turnOf(staff, subject);
    await enter(staff, stage);
    await staff.run({ type: 'StartCountdown', item: stage });
    await wait(restMs);
    if (n === 2) asked.push(await ask(options, stage));
    await enter(staff, item);
    const round = await open(staff, crowd, item);
    if (n === 4) {
      withdrawn = await withdraw(options, presenters);
      tell(text.withdrawn);
    }
    if (n === 6) {
      const early = crowd.people.find(({ seat }) => seat !== null);
      await wait(paceMs / 2);
      if (early?.seat) {
        left = early.seat;
        early.leave();
        await staff.run({ type: 'LeaveSeat', seat: left, reason: text.reasons.left });
        tell(text.leftEarly);
      }
    }
    await closeWhenDone(options, crowd, round, Math.max(2 * paceMs, 5000));
    await wait(restMs / 2);
    await staff.reveal(restMs / 4);
    tell(text.reported(n + 1, presenters.length));
    await wait(restMs * chance.between(0.8, 1.2));
  }
  return { withdrawn, left, asked };
}

async function ask(options: CaseOptions, after: string): Promise<ShownDraw> {
  const { staff, text, tell } = options;
  const id = 'question' as ItemId;
  await staff.run({
    type: 'AddItems',
    after: after as ItemId,
    items: [
      {
        ...{ id, kind: 'draw', purpose: 'questioner', take: 1 },
        ...{ sources: ['phones', 'salt'], seconds: 60 },
      },
    ],
  });
  await enter(staff, id);
  // Locked as it was entered; words come from phones while people look up from them.
  const locked = drawOnStage(staff);
  await wait(Math.max(500, options.paceMs / 2));
  await staff.run({ type: 'DrawAtOnce', draw: locked.id });
  // Their phones may pass it on; who has said yes does not.
  for (let waited = 0; drawOnStage(staff).taken.length === 0 && waited < ANSWER_MS; waited += 50)
    await wait(50);
  await staff.run({ type: 'StartCountdown', item: id });
  const { names } = drawOnStage(staff);
  tell(text.questionerDrawn);
  await wait(options.restMs);
  return { id: locked.id, purpose: 'questioner', lockHash: locked.lockHash, names };
}

/** The panel's team for the visits; where its early leaver is drawn, the next of the reserve goes. */
async function drawTeam(options: CaseOptions, left: SeatId | null): Promise<ShownDraw> {
  const { staff, text, tell } = options;
  const drawn = await draw(options, 'team', 1);
  const out = staff.view.people.find(({ seat }) => seat !== null && seat === left)?.reviewer;
  if (out && drawn.names.includes(out))
    await staff.run({ type: 'ReplaceDrawn', draw: drawn.id, out, reason: text.reasons.left });
  tell(text.teamDrawn(drawn.names.length));
  return drawn;
}

/** From the bottom by tens, the first three one by one, then each category once, and the list of all. */
async function openBoard({ staff, restMs }: CaseOptions): Promise<void> {
  for (;;) {
    const { next } = staff.view.control;
    if (next.act !== 'show-row' && next.act !== 'turn-page') break;
    await staff.run((next.act === 'show-row' ? next.ten?.command : null) ?? next.command);
    await wait(restMs);
  }
  await staff.run({ type: 'TurnBoard', category: 'all' });
  await wait(restMs);
}

async function withdraw(
  { staff, text }: CaseOptions,
  presenters: readonly SubjectId[],
): Promise<SubjectId> {
  const subject = staff.view.subjects.find(({ id }) => !presenters.includes(id))?.id;
  if (subject === undefined) throw new Error('every unit presents');
  await staff.run({ type: 'WithdrawSubject', subject, reason: text.reasons.withdrawn });
  return subject;
}

/** Every second one of the drawn units is scored hidden until its reveal. */
async function alternate(staff: StaffClient): Promise<void> {
  const items = staff.view.agenda.flatMap(({ item }) => (item.kind === 'score' ? [item] : []));
  for (const [n, item] of items.entries())
    if (n % 2 === 1)
      await staff.run({ type: 'ChangeItem', item: { ...item, disclosure: 'hidden' } });
}

/** A drawn unit's presentation and its scoring. */
function turnOf({ view }: StaffClient, subject: SubjectId): readonly [ItemId, ItemId] {
  const parts = view.agenda.filter((row) => row.drawn && row.subject?.id === subject);
  const [stage, score] = parts.map(({ item }) => item.id);
  if (!stage || !score) throw new Error(`no turn was drawn for ${subject}`);
  return [stage, score];
}

async function enter(staff: StaffClient, item: string): Promise<void> {
  await staff.run({ type: 'EnterItem', item: item as ItemId });
}

async function open(staff: StaffClient, crowd: Crowd, item: string): Promise<RoundId> {
  const round = roundIdOf(item as ItemId);
  crowd.opening(`${round}/1`);
  await staff.run({ type: 'OpenRound', item: item as ItemId });
  return round;
}

async function closeWhenDone(
  { staff, tell, text }: CaseOptions,
  crowd: Crowd,
  round: RoundId,
  timeoutMs: number,
): Promise<void> {
  if (!(await crowd.finish(round, 1, timeoutMs))) tell(text.closedEarly);
  await staff.run({ type: 'CloseRound', round });
}

/** Locks, types the dice, and shows the names: a few one by one, many at once. */
async function draw(
  options: CaseOptions,
  purpose: DrawPurpose,
  atOnce: number,
): Promise<ShownDraw> {
  const { staff, chance, restMs } = options;
  const item = staff.view.control.stage.item?.id;
  if (item === undefined) throw new Error(`no item on stage for the draw: ${purpose}`);
  await staff.run({ type: 'LockDraw', item });
  await wait(restMs);
  const locked = drawOnStage(staff);
  await readDice(staff, locked.id, chance.dice('dice10'));
  const { take } = drawOnStage(staff);
  for (let shown = 0; shown < take;) {
    shown = Math.min(take, shown + (restMs === 0 ? take : atOnce));
    await staff.run({ type: 'ShowNames', draw: locked.id, shown });
    await wait(shown < take ? restMs / 2 : restMs);
  }
  const { names } = drawOnStage(staff);
  return { id: locked.id, purpose, lockHash: locked.lockHash, names };
}

function drawOnStage(staff: StaffClient) {
  const { body } = staff.view.control.stage;
  if (body.kind !== 'draw' || body.draw.id === null) throw new Error('no draw is on stage');
  const { id, take, lockHash, shown, taken } = body.draw;
  return { id, take, lockHash, taken, names: shown.map((name) => name.id) };
}
