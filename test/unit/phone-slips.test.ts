// Any life of a seat's slips on two tabs: nothing typed is lost, what is shown as counted is what the server holds, and what
// the server did not take is told (R1, R5).
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { matterOf } from '../../client/phone/slips/matter.ts';
import { scoresOn } from '../../client/phone/slips/slips.ts';
import { sameChoice } from '../../client/phone/slips/matter.ts';
import { about, matterText, type Choice } from '../../shared/ballots/ballot.ts';
import { subjectId } from '../builders.ts';
import { draftsOf } from './phone-builders.ts';
import {
  begin,
  box,
  browser,
  freshBrowsers,
  page,
  play,
  ROUND,
  SEAT,
  settled,
  turn,
  type Page,
} from './phone-pages.ts';
import { repetitions, seed } from '../repetitions.ts';

freshBrowsers();

const UNITS = ['U1', 'U2', 'U3'];
const CRITERIA = ['c1', 'c2', 'c3', 'c4'];
/** The most that a phone's revision may stand above the newest that is stored. */
const LEAP = 100;

type Last = { readonly given: Choice } | { readonly typed: Readonly<Record<string, number>> };

const act = fc.record({
  page: fc.nat(1),
  do: fc.constantFrom(
    ...['type', 'type', 'type', 'back', 'submit', 'submit', 'abstain', 'on', 'off', 'deaf'],
    ...['restart', 'turn', 'hear', 'clear', 'clock', 'news', 'many'],
  ),
  unit: fc.constantFrom(...UNITS),
  criterion: fc.constantFrom(...CRITERIA),
  value: fc.nat(15),
  clock: fc.integer({ min: -3_600_000, max: 3_600_000 }),
});

const shown = (one: Page, unit: string) => {
  const inView = one.store.getState().view?.me.ballots ?? [];
  return scoresOn(one.outbox.store.getState(), inView, matterOf(one.target(unit)));
};
const choiceOf = (last: Last | undefined) => (last && 'given' in last ? last.given : null);

/** What holds at any time, whatever a page has heard. */
function check(pages: readonly Page[]): void {
  for (const one of pages)
    for (const unit of UNITS) {
      const ballot = one.ballot(unit);
      if (!ballot) continue;
      const key = { round: ROUND, attempt: 1, matter: about(subjectId(unit)), seat: SEAT };
      expect(play.box.revision(key, ballot.rev)?.ballot.choice).toEqual(ballot.choice);
    }
}

/** Shows what the person would do: a sheet is handed in as it stands on the page. */
function submit(one: Page, unit: string, value: number, anew = false): Choice {
  if (anew) one.outbox.score(one.target(unit), 'c1', value);
  for (const id of CRITERIA)
    if (shown(one, unit)[id] === undefined) one.outbox.score(one.target(unit), id, value);
  const choice: Choice = { kind: 'scores', scores: shown(one, unit) };
  one.tap(unit, choice);
  return choice;
}

describe('[R1][R5] any history of taps, answers, silences, views, tabs and restarts', () => {
  test.each([false, true])('with the round closed at the end: %s', async (closes) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { maxLength: 50, size: 'max' }),
        fc.boolean(),
        async (acts, prompt) => {
          begin();
          browser.prompt = prompt;
          const pages = [page(), page()];
          const last = new Map<string, Last>();
          for (const { page: which, do: what, unit, criterion, value, clock } of acts) {
            const one = pages[which]!;
            switch (what) {
              case 'type':
              case 'back': {
                const given = what === 'type' ? value : undefined;
                one.outbox.score(one.target(unit), criterion, given);
                const before = last.get(unit);
                const choice = choiceOf(before);
                const base =
                  before && 'typed' in before
                    ? before.typed
                    : choice?.kind === 'scores'
                      ? choice.scores
                      : {};
                const { [criterion]: _, ...others } = base;
                const typed = given === undefined ? others : { ...others, [criterion]: given };
                expect(shown(one, unit)).toEqual(typed);
                last.set(unit, { typed });
                break;
              }
              case 'submit':
                // Whoever hands a sheet in has seen what stands on it.
                browser.deliver();
                last.set(unit, { given: submit(one, unit, value) });
                break;
              case 'abstain':
                one.tap(unit, { kind: 'abstain' });
                last.set(unit, { given: { kind: 'abstain' } });
                break;
              case 'many':
                // As long as there is no network, the person goes on changing their mind.
                if (one.store.getState().status === 'online') break;
                browser.deliver();
                for (let n = 0; n <= LEAP; n++)
                  last.set(unit, { given: submit(one, unit, n % 15, true) });
                break;
              case 'on':
                one.online();
                break;
              case 'off':
                one.offline();
                break;
              case 'deaf':
                one.deaf = !one.deaf;
                break;
              case 'restart':
                one.kill();
                pages[which] = page();
                break;
              case 'turn':
                vi.advanceTimersByTime(6000);
                break;
              case 'hear':
                browser.deliver();
                break;
              case 'clock':
                one.store.setState({ clockOffset: clock });
                break;
              case 'news':
                if (one.store.getState().status === 'online') one.online();
                break;
              case 'clear':
                browser.clear();
                browser.deliver();
                await turn();
                break;
              default:
                throw new Error(what);
            }
            await settled();
            check(pages);
          }
          if (closes) play.staff({ type: 'CloseRound', round: ROUND });
          browser.prompt = true;
          for (const one of pages) one.deaf = false;
          for (let times = 0; times < 3; times++) {
            for (const one of pages) one.online();
            browser.deliver();
            await turn();
          }
          pages.push(page());
          await turn();
          check(pages);
          for (const one of pages) {
            expect(one.waiting).toEqual({});
            const { slips } = one.outbox.store.getState();
            for (const [unit, was] of last) {
              const slip = [...slips.values()].find(({ target }) => target.subject.id === unit)!;
              const counted = one.counted(unit);
              expect(counted).toEqual(box(play, unit)?.choice);
              const given = choiceOf(was) ?? { kind: 'scores' as const, scores: shownOf(was) };
              const isCounted = counted !== undefined && sameChoice(counted, given);
              if (isCounted) continue;
              // Not counted: told with what was given, or still on the sheet.
              if ('typed' in was)
                expect(draftsOf({ slips })).toMatchObject({ [matterOf(slip.target)]: was.typed });
              else {
                expect(closes).toBe(true);
                expect(slip).toMatchObject({ phase: 'refused', choice: was.given });
              }
            }
          }
          for (const unit of UNITS) {
            const kept = play.box
              .kept(ROUND, 1)
              .filter(({ ballot }) => matterText(ballot.matter) === unit);
            const revs = kept.map(({ ballot }) => ballot.rev).sort((a, b) => a - b);
            for (const [n, rev] of revs.entries())
              expect(rev - (revs[n - 1] ?? 0)).toBeLessThanOrEqual(LEAP);
          }
        },
      ),
      { seed: seed(9), numRuns: repetitions(30, 20 * 60) },
    );
  });
});

function shownOf(last: Last) {
  return 'typed' in last ? last.typed : {};
}
