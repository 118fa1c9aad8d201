// What the tests of the phone's pure parts are made of.
import type { Choice } from '../../shared/ballots/ballot.ts';
import type { CategoryId, RoundId, SeatId, SubjectId } from '../../shared/ids.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import type { CastAnswer } from '../../shared/protocol.ts';
import type { GroupId } from '../../shared/ids.ts';
import type { Form } from '../../shared/scoring/form.ts';
import { flatForm } from '../flat-sheet.ts';
import type { ShownSubject } from '../../shared/views/slices/shown.ts';
import type { MeSlice, MyBallot, PanelStageSlice } from '../../shared/views/slices/panel-slices.ts';
import type { ScoreStage } from '../../shared/views/slices/stage-slices.ts';
import type { CountedSlip, Slip, Tap } from '../../client/phone/slips/phases.ts';
import { blankSlip } from '../../client/phone/slips/slip.ts';
import { refusedIn, sendingIn, type OnDevice, type Slips } from '../../client/phone/slips/slips.ts';
import { matterOf, type Target } from '../../client/phone/slips/matter.ts';

const category = { id: 'dept' as CategoryId, name: '区级部门', mark: '部', hue: 0 };
const subject: ShownSubject = {
  id: 'u5' as SubjectId,
  name: '区交通局',
  category,
  out: null,
  documents: [],
};
export const sheet: Form = flatForm({
  id: 's',
  name: '评分表',
  criteria: [
    { id: 'work', name: '重点工作', max: 60, step: 1, weight: 60 },
    { id: 'law', name: '依法履职', max: 40, step: 1, weight: 40 },
  ],
});
export const group = 'npc' as GroupId;
/** Everyone's of the group fills in this form about these categories. */
export const formsOf = (form: Form, categories: readonly CategoryId[] = [category.id]) => ({
  forms: [form],
  of: categories.map((one) => ({ group, category: one, form: 0 })),
});
export const target: Target = {
  round: 'R' as RoundId,
  attempt: 1,
  subject,
  sheet,
  ordinal: { n: 5, of: 12 },
};
export const key = matterOf(target);

export const scores = (work: number, law: number): Choice => ({
  kind: 'scores',
  scores: { work, law },
});

export const counted = (rev: number, choice: Choice): MyBallot => ({
  round: target.round,
  attempt: 1,
  subject,
  rev,
  choice,
  total: choice.kind === 'abstain' ? null : '55.00',
  code: '7K3F-Q2MD',
});

export const refused = (refusal: Refusal): CastAnswer => ({ ok: false, refusal });

let taps = 0;
/** One more act of the person, later than all before it. */
export const tap = (claim = 1): Omit<Tap, 'over'> => {
  taps += 1;
  return { id: `tap-${String(taps)}`, at: taps, claim, epoch: 1 };
};

/** The storage of one browser, with as many pages as call on it. */
export class Disk implements Pick<
  Storage,
  'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'
> {
  readonly items: Map<string, string>;

  constructor(start: Readonly<Record<string, string>> = {}) {
    this.items = new Map(Object.entries(start));
  }

  get length(): number {
    return this.items.size;
  }

  key(n: number): string | null {
    return [...this.items.keys()][n] ?? null;
  }

  getItem(name: string): string | null {
    return this.items.get(name) ?? null;
  }

  setItem(name: string, text: string): void {
    this.items.set(name, text);
  }

  removeItem(name: string): void {
    this.items.delete(name);
  }
}

export const nothing: OnDevice = { slips: new Map(), editing: null };

export const all = (...slips: readonly Slip[]): Slips =>
  new Map(slips.map((slip) => [matterOf(slip.target), slip]));

/** A slip that a server has acknowledged, and perhaps is known to hold now. */
export function acknowledged(
  { rev, choice, total, code, subject }: MyBallot,
  tap: Tap,
  held = false,
): CountedSlip {
  const counted = { rev, choice, total, code, tap, held };
  return { ...blankSlip({ ...target, subject }), phase: 'counted', tap, counted };
}

/** What of a seat is under way, and what was refused. */
export const outboxOf = ({ slips }: Pick<OnDevice, 'slips'>) => ({
  waiting: sendingIn(slips),
  refused: refusedIn(slips),
});

/** The typed scores, by matter. */
export const draftsOf = ({ slips }: Pick<OnDevice, 'slips'>) =>
  Object.fromEntries(
    [...slips].flatMap(([key, { typed }]) => (typed?.scores ? [[key, typed.scores]] : [])),
  );

export const me = (recusals: readonly SubjectId[] = []): MeSlice => ({
  seat: 'seat-1' as SeatId,
  claim: 1,
  left: false,
  name: '人大代表001',
  group: '人大代表',
  groupId: group,
  recusals,
  ballots: [],
  words: [],
  drawn: [],
  takes: [],
  holder: 'reviewer/R001',
});

/** The stage while this subject's round is in the given phase; `open` tells whether it takes ballots. */
export function stage(phase: ScoreStage['phase'] = 'open', targets = [target]): PanelStageSlice {
  const { round, attempt, ordinal } = target;
  return {
    meeting: {
      code: 'demo',
      title: '评议会',
      zone: 'Asia/Shanghai',
      rehearsal: false,
      epoch: 1,
    },
    body: {
      kind: 'score',
      round,
      attempt,
      subject,
      ordinal,
      phase,
      disclosure: 'live',
      countdown: null,
      closesItself: false,
      moves: false,
      opened: null,
    },
    open:
      phase === 'open'
        ? targets.map((one) => ({
            round: one.round,
            attempt: one.attempt,
            subjects: [one.subject],
            ...formsOf(one.sheet),
            limits: null,
            countdown: null,
            ordinal: one.ordinal,
            disclosure: 'live',
          }))
        : [],
  };
}
