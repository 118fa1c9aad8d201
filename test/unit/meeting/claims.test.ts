// A ticket that others held as well: whoever had it for a second is not out of its owner's reach, and no device of the
// owner's overtakes another of which the person did not know there (BALLOTS.md §3, R5).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerCame,
  claimCame,
  sendingIn,
  submitted,
  viewCame,
  type OnDevice,
} from '../../../client/phone/slips/slips.ts';
import type { Sending } from '../../../client/phone/slips/phases.ts';
import { blankSlip, toMessage } from '../../../client/phone/slips/slip.ts';
import type { Target } from '../../../client/phone/slips/matter.ts';
import { about, type Choice } from '../../../shared/ballots/ballot.ts';
import { keep } from '../../../shared/ballots/box-index.ts';
import type { CastAnswer, CastMessage } from '../../../shared/protocol.ts';
import { meSlice, panelStage, receiptOf } from '../../../shared/views/audiences/panel.ts';
import { MESSAGES } from '../../../shared/wire.ts';
import {
  NONCE,
  SALT,
  SECOND_CLERK,
  reviewerId,
  roundId,
  scores,
  seatId,
  subjectId,
  voting,
  type Play,
} from '../../builders.ts';
import { all, nothing, outboxOf } from '../phone-builders.ts';
import { confirm, confirming, enter, entering } from './paper-builders.ts';
import { repetitions, seed } from '../../repetitions.ts';

const KEY = {
  round: roundId('score'),
  attempt: 1,
  matter: about(subjectId('U1')),
  seat: seatId('S003'),
};
const THEIRS = scores(1, 1, 1, 1);
const OWN = scores(30, 15, 20, 10);

const cast = (play: Play, claim: number, message: CastMessage) =>
  play.decideSeat({
    type: 'CastBallot',
    seat: KEY.seat,
    claim,
    ...message,
    nonce: NONCE,
    salt: SALT,
  });
const claimOf = (play: Play) => play.meeting.seats.get(KEY.seat)!.claim;
const message = (rev: number, choice: Choice): CastMessage => {
  const { round, attempt } = KEY;
  const subject = subjectId('U1');
  return { round, attempt, subject, rev, choice };
};
const counted = (play: Play) => play.box.newest(KEY)?.ballot;
const reissue = (play: Play) => play.staff({ type: 'IssueTickets', reviewers: [reviewerId('R3')] });
/** As a version without the bound has stored it. */
const stored = (play: Play, rev: number) => {
  play.box.add(keep({ ...KEY, rev, choice: THEIRS, nonce: NONCE, salt: SALT }));
  return play;
};

describe('[R5] a phone’s revision', () => {
  it.each([
    [0, [101, 1000, 100_000, Number.MAX_SAFE_INTEGER]],
    [7, [108, 5000]],
    [100_000, [100_101]],
  ])('over a stored %i is refused from 101 above, and told where to go on', (newest, leaps) => {
    const play = newest === 0 ? voting('live') : stored(voting('live'), newest);
    for (const rev of leaps)
      expect(play.decideCast('S003', 'score', rev, OWN)).toEqual({
        ok: false,
        refusal: { code: 'revision-leaps', newest },
      });
    expect(play.cast('S003', 'score', newest + 100, OWN).box.newest(KEY)?.ballot.choice).toEqual(
      OWN,
    );
  });

  it('that is stored may be sent again, however far it stands from the newest', () => {
    const play = stored(stored(voting('live'), 5000), 1);
    expect(play.decideCast('S003', 'score', 1, THEIRS)).toMatchObject({ ok: true, ballots: [] });
    expect(play.decideCast('S003', 'score', 5000, THEIRS)).toMatchObject({ ok: true, ballots: [] });
  });

  it.each([100_000, 101_000, 10_000_000, Number.MAX_SAFE_INTEGER - 1])(
    'outranks %i that an earlier version stored, by phone and then by paper',
    (newest) => {
      const play = stored(voting('live'), newest);
      expect(MESSAGES.cast.safeParse(message(newest + 1, OWN)).success).toBe(true);
      const paper = enter(stored(voting('live'), newest), 'S003', OWN);
      expect(counted(confirm(paper, OWN))?.choice).toEqual(OWN);
      play.cast('S003', 'score', newest + 1, OWN);
      expect(counted(play)?.choice).toEqual(OWN);
    },
  );

  it('at the very end of numbers nothing throws and nothing is stored twice', () => {
    const play = stored(voting('live'), Number.MAX_SAFE_INTEGER);
    const next = MESSAGES.cast.safeParse(message(Number.MAX_SAFE_INTEGER + 1, OWN));
    expect(next.success).toBe(false);
    enter(play, 'S003', OWN);
    const decision = play.decide(confirming(play, OWN), undefined, SECOND_CLERK);
    expect(decision).toMatchObject({ refusal: { code: 'paper-overtaken' } });
  });

  it('goes on from a paper that leapt', () => {
    const play = confirm(enter(voting('live'), 'S003', THEIRS), THEIRS);
    const paper = counted(play)!.rev;
    expect(play.decideCast('S003', 'score', paper + 101, OWN)).toMatchObject({
      refusal: { code: 'revision-leaps', newest: paper },
    });
    expect(counted(play.cast('S003', 'score', paper + 1, OWN))?.choice).toEqual(OWN);
  });
});

describe('[R5] a phone whose storage holds a revision above a paper that it did not know of', () => {
  const target: Target = {
    ...{ round: KEY.round, attempt: 1, ordinal: null },
    subject: { id: subjectId('U1') } as Target['subject'],
    sheet: {} as Target['sheet'],
  };

  it.each([1001, 1050, 5000])('%i: asks its person', (rev) => {
    const play = voting('live').claim('R3');
    const claim = claimOf(play);
    const tap = { id: 'far', at: 1, claim, epoch: 1, over: null };
    const far: Sending = {
      ...blankSlip(target),
      ...{ phase: 'sending', rev, choice: THEIRS, tap, renumbered: 0 },
    };
    confirm(enter(play, 'S003', OWN), OWN);
    const held = heldOf(play);
    const device = { ...nothing, slips: all(far) };
    const asked = claimCame(viewCame(device, held, 1), held, claim);
    expect(outboxOf(asked)).toMatchObject({
      waiting: [],
      refused: [{ refusal: { code: 'paper-counted' } }],
    });
  });

  it('that it did know of is followed', () => {
    const play = voting('live').claim('R3');
    confirm(enter(play, 'S003', OWN), OWN);
    const held = heldOf(play);
    const claim = claimOf(play);
    const tap = { id: 'next', at: 1, claim, epoch: 1 };
    const device = submitted(nothing, held, target, THEIRS, tap);
    expect(claimCame(device, held, claim)).toBe(device);
  });
});

describe('[R5] a stolen ticket', () => {
  it('its thief is refused after the re-issue, also with what was stored, and the owner has the last word', () => {
    const play = voting('live');
    play.claim('R3');
    const thief = claimOf(play);
    let rev = 0;
    for (let n = 0; n < 50; n++) {
      const decision = cast(play, thief, message((rev += 100), scores(n % 40, 0, 0, 0)));
      if (!decision.ok) throw new Error(decision.refusal.code);
      play.commit(decision, { kind: 'server' });
    }
    const last = counted(play)!;
    reissue(play);
    for (const sent of [message(rev, last.choice), message(rev + 1, THEIRS)])
      expect(cast(play, thief, sent)).toMatchObject({ refusal: { code: 'replaced' } });
    play.claim('R3');
    expect(cast(play, thief, message(rev + 2, THEIRS))).toMatchObject({ ok: false });
    // The new claim numbers on from what is stored, whoever stored it.
    const known = meSlice(play, KEY.seat)!.ballots[0]!.rev;
    expect(known).toBe(rev);
    expect(cast(play, claimOf(play), message(known + 1, OWN))).toMatchObject({ ok: true });
  });
});

/** One phone with its page: what it knows is what it last saw. */
interface Phone {
  readonly name: string;
  device: OnDevice;
  claim: number | null;
  view: ReturnType<typeof heldOf>;
  /** Choices that its person has seen counted here, or has given here, by the time of each tap. */
  readonly seen: Set<string>;
  readonly sawAt: Map<string, ReadonlySet<string>>;
}

const heldOf = (play: Play) => meSlice(play, KEY.seat)?.ballots ?? [];
const text = (choice: Choice | undefined) => JSON.stringify(choice ?? null);

describe('[R5] any history of owner, thief, desk and network', () => {
  const act = fc.record({
    who: fc.constantFrom('a' as const, 'b' as const, 'thief' as const),
    do: fc.constantFrom(
      'tap',
      'tap',
      'send',
      'send',
      'lost',
      'look',
      'scan',
      'reissue',
      'enter',
      'confirm',
    ),
  });

  it('ends with the owner’s last ballot, and no device overtakes what its person did not know of', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 80, size: 'max' }), (acts) => {
        const play = voting('hidden');
        let n = 0;
        let paper: Choice | null = null;
        /** Whose hands the sheet that works now has been in. */
        let stolen = true;
        const phones = Object.fromEntries(
          (['a', 'b', 'thief'] as const).map((name): [string, Phone] => [
            name,
            { name, device: nothing, claim: null, view: [], seen: new Set(), sawAt: new Map() },
          ]),
        ) as Record<'a' | 'b' | 'thief', Phone>;

        const look = (phone: Phone) => {
          if (phone.claim !== claimOf(play)) return;
          phone.view = heldOf(play);
          for (const { choice } of phone.view) phone.seen.add(text(choice));
          phone.device = viewCame(phone.device, phone.view, 1);
          phone.device = claimCame(phone.device, phone.view, phone.claim);
        };
        const scan = (phone: Phone) => {
          if (phone === phones.thief && !stolen) return;
          play.now += 11 * 60_000;
          play.claim('R3');
          phone.claim = claimOf(play);
          look(phone);
        };
        const tap = (phone: Phone) => {
          if (phone.claim === null) return;
          const choice = scores(n % 40, n % 20, 0, n % 15);
          const by = {
            id: `${phone.name}${String((n += 1))}`,
            at: n,
            claim: phone.claim,
            epoch: 1,
          };
          phone.sawAt.set(text(choice), new Set(phone.seen));
          phone.seen.add(text(choice));
          phone.device = submitted(phone.device, phone.view, targetOf(play), choice, by);
        };
        const send = (phone: Phone, isLost: boolean) => {
          const [waiting] = sendingIn(phone.device.slips);
          if (!waiting || phone.claim === null) return;
          const answer = arrive(phone, waiting);
          if (!isLost) phone.device = answerCame(phone.device, phone.view, waiting, answer);
        };
        const arrive = (phone: Phone, waiting: Sending): CastAnswer => {
          const before = counted(play)?.choice;
          const decision = cast(play, phone.claim!, toMessage(waiting));
          if (!decision.ok) return decision;
          play.commit(decision, { kind: 'server' });
          if (decision.ballots.length > 0 && before) {
            const saw = phone.sawAt.get(text(waiting.choice))!;
            expect([...saw, ...own(phone)]).toContain(text(before));
          }
          const kept = play.box.revision(KEY, waiting.rev)!;
          return { ok: true, receipt: receiptOf(play.meeting, kept) };
        };
        /** What this phone itself has given, whether it has heard of it or not. */
        const own = (phone: Phone) => phone.sawAt.keys();

        for (const { who, do: what } of acts) {
          const phone = phones[who];
          switch (what) {
            case 'tap':
              tap(phone);
              break;
            case 'send':
            case 'lost':
              send(phone, what === 'lost');
              break;
            case 'look':
              look(phone);
              break;
            case 'scan':
              scan(phone);
              break;
            case 'reissue':
              reissue(play);
              stolen = n % 2 === 0;
              break;
            case 'enter':
              paper = scores(40, 20, 25, n % 15);
              if (play.decide(entering('S003', paper)).ok) enter(play, 'S003', paper);
              break;
            case 'confirm': {
              if (!paper) break;
              const decision = play.decide(confirming(play, paper), undefined, SECOND_CLERK);
              if (decision.ok) play.commit(decision, SECOND_CLERK);
            }
          }
        }

        // The desk issues anew, and its owner gives one more ballot.
        reissue(play);
        stolen = false;
        scan(phones.a);
        for (let turn = 0; turn < 12; turn++) send(phones.a, false);
        tap(phones.a);
        const last = sendingIn(phones.a.device.slips)[0]?.choice;
        for (let turn = 0; turn < 12; turn++) {
          send(phones.thief, false);
          send(phones.a, false);
        }
        expect(last).toBeDefined();
        expect(counted(play)?.choice).toEqual(last);
        expect(outboxOf(phones.a.device)).toEqual({ waiting: [], refused: [] });
      }),
      { seed: seed(6), numRuns: repetitions(400, 20 * 400) },
    );
  });
});

function targetOf(play: Play): Target {
  const open = panelStage(play).open[0]!;
  const { round, attempt, forms } = open;
  return { round, attempt, subject: open.subjects[0]!, sheet: forms[0]!, ordinal: null };
}
