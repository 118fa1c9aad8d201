// A meeting with all that makes a workbook awkward: trims, a group below the floor, one without ballots, ties, a unit that
// withdrew, one that was scored twice, a scoring that nobody has revealed, and names that programs stumble over.
import type { Choice } from '../shared/ballots/ballot.ts';
import type { RoundId, SubjectId } from '../shared/ids.ts';
import type { StaffCommand } from '../shared/meeting/commands.ts';
import type { Item } from '../shared/meeting/agenda/item.ts';
import type { Seat } from '../shared/meeting/people.ts';
import type { Meeting } from '../shared/meeting/state.ts';
import { lastAttempt } from '../shared/meeting/rounds.ts';
import { subjectsOf } from '../shared/meeting/agenda/participation.ts';
import {
  ABSTAIN,
  NONCE,
  SALT,
  created,
  itemId,
  reviewerId,
  roundId,
  scores,
  subjectId,
  type Play,
} from './builders.ts';

/** The rules alone play it, without a server. */
export async function exportedPlay(hidden?: number): Promise<Play> {
  const play = created();
  await playExported(
    {
      meeting: () => play.meeting,
      give: async (command) => void play.staff(command),
      checkIn: async (reviewer) => void play.claim(reviewer),
      async cast({ id, claim }, to, choice) {
        const by = { type: 'CastBallot', seat: id, claim, nonce: NONCE, salt: SALT } as const;
        const decision = play.decideSeat({ ...by, ...to, choice });
        if (!decision.ok) throw new Error(`cast: ${decision.refusal.code}`);
        play.commit(decision, { kind: 'server' });
      },
    },
    hidden,
  );
  return play;
}

/** Whatever plays it: the rules alone, or a server. */
export interface Stage {
  meeting(): Meeting;
  give(command: StaffCommand): Promise<void>;
  checkIn(reviewer: string): Promise<void>;
  cast(seat: Seat, to: CastTo, choice: Choice): Promise<void>;
}

export interface CastTo {
  readonly round: RoundId;
  readonly attempt: number;
  readonly subject: SubjectId;
  readonly rev: number;
}

const UNITS = 30;
export const GROUPS = { 甲: 9, 乙: 7, 丙: 6, 丁: 4, constructor: 5 } as const;
/** The last one has no weight, 丁 fewer seats than the floor. */
const WEIGHTS = [3, 2, 1, 1, 0];
export const FLOOR = 5;

/** Of units from U1; what is left of them is called by its number. */
export const NAMES: readonly string[] = [
  ...[
    'constructor',
    '__proto__',
    '=SUM(1)',
    '+86',
    '-2',
    '@SUM(A1:A9)',
    '＝1+1',
    '＋1',
    '－1',
    '＠a',
  ],
  ...['长'.repeat(120), '说"引号"，和\'撇号\'', '🗳️ 单位 😀', '<b>&amp;</b> & "x"', '_x0041_ 局'],
  ...['0012', '3-4', 'TRUE', '1e5', 'a,b;c'],
];
const CATEGORIES = ['区级部门', '乡镇', '*', 'toString'];
export const nameOfUnit = (n: number) => NAMES[n - 1] ?? `第${String(n)}单位`;

/** Plays it to its end. `hidden`: what is given in the scoring that is closed and not revealed. */
export async function playExported(stage: Stage, hidden = 7): Promise<void> {
  const { give, meeting } = stage;
  const ids = Array.from({ length: UNITS }, (_, n) => `U${String(n + 1)}`);
  await give({
    type: 'ImportSubjects',
    source: 'units.csv',
    entries: ids.map((id, n) => ({
      ...{ id: subjectId(id), kind: 'unit', name: nameOfUnit(n + 1) },
      category: CATEGORIES[n % CATEGORIES.length] ?? '',
    })),
  });
  const groups = Object.entries(GROUPS).flatMap(([name, size]) =>
    Array.from({ length: size }, () => name),
  );
  const people = groups.map((_, n) => reviewerId(`R${String(n + 1)}`));
  await give({
    type: 'ImportReviewers',
    source: 'reviewers.csv',
    entries: groups.map((group, n) => ({
      ...{ id: reviewerId(`R${String(n + 1)}`), name: n === 0 ? '=cmd' : `代表${String(n)}` },
      ...{ group, attributes: {}, recusals: n === 1 ? [subjectId('U20')] : [] },
    })),
  });
  const weights = meeting().groups.map(({ id }, n) => ({ group: id, weight: WEIGHTS[n] ?? 1 }));
  await give({ type: 'SetWeights', weights });
  const scheme = { spread: { kind: 'trim', t: 1 }, belowFloor: 'count', centre: 'mean' } as const;
  const rest = { emptyGroup: 'rescale', floor: FLOOR, step: 3 } as const;
  await give({ type: 'AdoptScheme', scheme: { id: 'usual', ...scheme, ...rest } });
  await give({ type: 'IssueTickets', reviewers: people });
  await give({ type: 'FillSeats', reviewers: people });
  for (const one of people.slice(0, -1)) await stage.checkIn(one);
  const turn = (item: string, unit: string): Item => ({
    ...{ id: itemId(item), kind: 'score', subjects: [subjectId(unit)], secrecy: 'named' },
    ...{ sheet: 'live', disclosure: 'hidden', seconds: 60 },
  });
  await give({
    type: 'SetAgenda',
    items: [
      turn('first', 'U1'),
      turn('hidden', 'U2'),
      {
        id: itemId('rest'),
        kind: 'written',
        subjects: 'rest',
        sheet: 'live',
        disclosure: 'hidden',
      },
    ],
  });
  await score(stage, 'first', (seat) => withoutFew(seat, 1));
  await give({ type: 'RevealRound', round: roundId('first') });
  await give({ type: 'RepeatRound', round: roundId('first'), reason: '计时出错' });
  await castAll(stage, 'first', (seat) => withoutFew(seat, 40));
  await give({ type: 'CloseRound', round: roundId('first') });
  await give({ type: 'RevealRound', round: roundId('first') });
  await score(stage, 'rest', choiceOf);
  await give({ type: 'RevealRound', round: roundId('rest') });
  await give({ type: 'WithdrawSubject', subject: subjectId('U13'), reason: '另有任务' });
  const combined = { into: subjectId('U15'), from: subjectId('U14'), reason: '机构合并' };
  await give({ type: 'CombineSubjects', ...combined });
  await score(stage, 'hidden', (seat) => usual(seat, hidden));
}

async function score(
  stage: Stage,
  item: string,
  choice: (seat: Seat, unit: number) => Choice | null,
): Promise<void> {
  await stage.give({ type: 'EnterItem', item: itemId(item) });
  await stage.give({ type: 'OpenRound', item: itemId(item) });
  await castAll(stage, item, choice);
  await stage.give({ type: 'CloseRound', round: roundId(item) });
}

async function castAll(
  { meeting, cast }: Stage,
  item: string,
  choice: (seat: Seat, unit: number) => Choice | null,
): Promise<void> {
  const round = meeting().rounds.get(roundId(item));
  if (!round) throw new Error(`no round of ${item}`);
  for (const subject of subjectsOf(meeting(), round))
    for (const seat of meeting().seats.values()) {
      const chosen = seat.present ? choice(seat, Number(subject.slice(1))) : null;
      const isRecused = seat.holder.id === 'R2' && subject === 'U20';
      const to = { round: round.id, attempt: lastAttempt(round).n, subject, rev: 1 };
      if (chosen && !isRecused) await cast(seat, to, chosen);
    }
}

const place = ({ id }: Seat) => Number(id.slice(1));

/** Those of 丁, the last but five of all seats. */
function isFew(seat: Seat): boolean {
  return place(seat) > 22 && place(seat) <= 26;
}

/** 丁 abstains, and shows as a group without ballots. */
function withoutFew(seat: Seat, unit: number): Choice {
  return isFew(seat) ? ABSTAIN : usual(seat, unit);
}

function usual(seat: Seat, unit: number): Choice {
  const n = place(seat) * 7 + unit * 11;
  return scores(20 + (n % 21), 8 + (n % 13), 10 + ((n * 3) % 16), 5 + (n % 11));
}

/** What a seat gives in the written round. */
function choiceOf(seat: Seat, unit: number): Choice | null {
  const small = isFew(seat);
  switch (unit) {
    case 3:
      // All of 丁, fewer than the floor: no group of it is shown.
      return usual(seat, unit);
    case 4:
      // As U3: two scores that are shown in decimals only, and tie.
      return usual(seat, 3);
    case 5:
      return small ? null : usual(seat, unit);
    case 6:
      return place(seat) <= 3 ? usual(seat, unit) : null;
    case 7:
      return ABSTAIN;
    case 8:
    case 9:
      return small ? ABSTAIN : scores(33, 15, 20, 12);
    case 10:
      return small ? ABSTAIN : scores(33, 15, 20, place(seat) === 4 ? 13 : 12);
    default:
      return withoutFew(seat, unit);
  }
}
