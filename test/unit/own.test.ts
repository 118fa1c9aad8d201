// Names that are code in the pure rules: nothing that is inherited is ever found, nothing that is given is ever lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDirectoryEntry } from '../../server/store/stored-rows.ts';
import { canonical } from '../../shared/draw/canonical.ts';
import { cellsOf, takenFrom } from '../../shared/draw/cells.ts';
import { firstFalseReplacement } from '../../shared/draw/replacement.ts';
import { evolve } from '../../shared/meeting/evolve.ts';
import type { Recorded } from '../../shared/meeting/events.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { own } from '../../shared/own.ts';
import { toDecimal } from '../../shared/scoring/rational.ts';
import { checkScores, ballotTotal } from '../../shared/scoring/check-scores.ts';
import type { Form } from '../../shared/scoring/form.ts';
import { flatForm } from '../flat-sheet.ts';
import { refusalSentence, refusalText } from '../../shared/text/refusals.ts';
import { MESSAGES } from '../../shared/wire.ts';
import { recordOf } from '../../shared/wire-record.ts';
import { scoresOn, scored, type OnDevice } from '../../client/phone/slips/slips.ts';
import { missing, shownTotal } from '../../client/phone/score/totals.ts';
import { choiceOf } from '../../client/console/desk/paper-choice.ts';
import { matterOf, type Target } from '../../client/phone/slips/matter.ts';
import { CODE_WORDS, hostileScores, unit } from '../hostile-names.ts';
import { Play, voting } from '../builders.ts';

const word = fc.constantFrom(...CODE_WORDS);
const words = fc.uniqueArray(word, { minLength: 1 });

/** As it comes over a wire or out of a file. */
function parsed<T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  const members = entries.map(
    ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  return JSON.parse(`{${members.join(',')}}`) as Record<string, T>;
}

function sheetOf(ids: readonly string[]): Form {
  const criteria = ids.map((id) => ({ id, name: id, max: 10, step: 1, weight: 10 }));
  return flatForm({ id: 'constructor', name: 'toString', criteria });
}

describe('names that are code', () => {
  it('are found where they were put, and nowhere else', () => {
    fc.assert(
      fc.property(words, word, (names, asked) => {
        const record = parsed(names.map((name, n) => [name, n]));
        expect(own(record, asked)).toBe(names.includes(asked) ? names.indexOf(asked) : undefined);
      }),
    );
  });

  it('[R8] as criteria: a sheet counts what was given in it, here and in the client, and misses what was not', () => {
    fc.assert(
      fc.property(words, fc.nat(10), fc.nat(), (ids, score, at) => {
        const sheet = sheetOf(ids);
        const whole = parsed(ids.map((id) => [id, score]));
        expect(checkScores(sheet, whole)).toBe(null);
        expect(toDecimal(ballotTotal(sheet, whole), 2)).toBe((score * 10).toFixed(2));
        expect(missing(sheet, whole)).toBe(0);
        const left = ids[at % ids.length];
        const part = parsed(ids.flatMap((id) => (id === left ? [] : [[id, score] as const])));
        expect(checkScores(sheet, part)).toBe('incomplete');
        expect(() => ballotTotal(sheet, part)).toThrow(RangeError);
        expect(missing(sheet, part)).toBe(1);
        expect(Number(shownTotal(sheet, part))).toBeCloseTo(
          (score * 10 * (ids.length - 1)) / ids.length,
          1,
        );
        expect(choiceOf(sheet, { abstain: false, scores: part })).toEqual({ missing: 1 });
        expect(choiceOf(sheet, { abstain: false, scores: whole })).toEqual({
          choice: { kind: 'scores', scores: whole },
        });
      }),
    );
  });

  it('as criteria on a phone: each score comes back as it was given', () => {
    const target: Target = {
      ...{ round: '__proto__', attempt: 1, ordinal: null, sheet: sheetOf(CODE_WORDS) },
      subject: { id: unit('constructor'), name: 'toString' },
    } as unknown as Target;
    let device: OnDevice = { slips: new Map(), editing: null };
    expect(scoresOn(device, [], '__proto__')).toEqual({});
    expect(scoresOn(device, [], 'constructor')).toEqual({});
    for (const [n, id] of CODE_WORDS.entries()) device = scored(device, [], target, id, n);
    const scores = scoresOn(device, [], matterOf(target));
    expect(CODE_WORDS.map((id) => own(scores, id))).toEqual(CODE_WORDS.map((_, n) => n));
  });

  it('pass the wire and a stored row with none left out', () => {
    const message = {
      round: 'r-then',
      attempt: 1,
      subject: '__proto__',
      rev: 1,
      choice: hostileScores(2),
    };
    const read = MESSAGES.cast.parse(JSON.parse(JSON.stringify(message)));
    expect(JSON.stringify(read)).toBe(JSON.stringify(message));
    expect(
      MESSAGES.cast.safeParse({
        ...message,
        choice: { kind: 'scores', scores: parsed([['__proto__', -1]]) },
      }).success,
    ).toBe(false);
    const attributes = JSON.stringify(parsed(CODE_WORDS.map((name) => [name, name])));
    const row = {
      kind: 'reviewer',
      id: '__proto__',
      name: 'x',
      salt: 's',
      attributes,
      formerly: null,
    };
    expect(JSON.stringify(readDirectoryEntry(row).attributes)).toBe(attributes);
    for (const no of [[], null, 'x', new Date(0), parsed([['', 1]]), parsed([['__proto__', '1']])])
      expect(recordOf(z.string().min(1), z.number()).safeParse(no).success).toBe(false);
  });

  it('as cells of a draw: who is in one is drawn from it, whatever it inherits', () => {
    fc.assert(
      fc.property(words, word, (cells, asked) => {
        const pool = cells.map((value, n) => ({
          id: `P${String(n)}`,
          a: parsed([['__proto__', value]]),
        }));
        expect([...cellsOf(pool, ['__proto__']).keys()].sort()).toEqual([...cells].sort());
        expect(() => cellsOf(pool, ['constructor'])).toThrow(RangeError);
        expect(takenFrom(parsed(cells.map((cell) => [cell, 2])), asked)).toBe(
          cells.includes(asked) ? 2 : 0,
        );
        expect(JSON.parse(canonical(parsed(cells.map((cell) => [cell, cell]))))).toEqual(
          parsed(cells.map((cell) => [cell, cell])),
        );
        const vacancy = {
          prev: 'a'.repeat(64),
          lock_hash: 'b'.repeat(64),
          out: 'P0',
          in: '',
          why: 'no-show',
          skipped: [],
        };
        expect(firstFalseReplacement(vacancy.prev, () => asked, {}, [vacancy])).toBe(null);
      }),
    );
  });

  it('[R2] as an event type stop the fold like any other that is not known', () => {
    const play: Play = voting('hidden');
    for (const type of CODE_WORDS) {
      const recorded = {
        seq: play.meeting.seq + 1,
        at: play.now,
        by: { kind: 'server' },
        v: 1,
        event: { type },
      };
      expect(() => evolve(play.meeting, recorded as unknown as Recorded)).toThrow(/unknown type/);
    }
  });

  it('as a refusal that this page does not know, get the general sentence', () => {
    for (const code of CODE_WORDS)
      for (const language of ['zh', 'en'] as const) {
        const refusal = { code } as unknown as Refusal;
        expect(refusalSentence(language, refusal)).toBe(
          refusalSentence(language, { code: 'malformed' }),
        );
      }
  });

  it('as a refusal kept by another version, have a sentence whatever details are missing', () => {
    for (const code of Object.keys(refusalText.zh))
      for (const language of ['zh', 'en'] as const)
        expect(refusalSentence(language, { code } as unknown as Refusal)).toMatch(/[。.]$/);
  });
});
