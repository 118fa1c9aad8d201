// What lies in a browser's storage is anybody's: pages read it as such.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lostIn } from '../../client/kiosk/leaving.ts';
import { keep, recall } from '../../client/live/storage.ts';
import { readAcknowledged } from '../../client/phone/acknowledged.ts';
import { isOlder } from '../../client/phone/epoch.ts';
import { readKept, writeKept, type Kept } from '../../client/phone/kept.ts';
import { keptSecret } from '../../client/phone/waiting-secret.ts';
import { hostileScores } from '../hostile-names.ts';
import { must } from '../with-server.ts';

const EMPTY: Kept = { outbox: { waiting: [], refused: [] }, drafts: {}, sheets: {} };
const holding = (value: unknown) => () => ({
  getItem: () => (typeof value === 'string' ? value : JSON.stringify(value)),
});
const refusing = () => {
  throw new DOMException('refused', 'SecurityError');
};

const sheet = {
  ...{ id: '__proto__', version: 1, name: 'x' },
  criteria: [{ id: 'constructor', name: 'y', max: 10, step: 1, weight: 10 }],
};
const subject = {
  ...{ id: 'then', name: 'z', out: null, documents: [] },
  category: { id: 'K1', name: 'k', mark: 'k', hue: 0 },
};
const target = { round: 'r-a', attempt: 1, subject, sheet, ordinal: null };
const choice = hostileScores(1);
const whole = {
  outbox: {
    waiting: [{ target, rev: 1, choice, renumbered: false }],
    refused: [{ target, choice: { kind: 'abstain' }, refusal: { code: 'round-closed' } }],
  },
  drafts: { '__proto__/1/then': { target, scores: {} } },
  sheets: { 'r-a/1': sheet },
} as unknown as Kept;

describe('what a browser keeps', () => {
  it('comes back as it was written', () => {
    let text = '';
    writeKept('k', whole, () => ({ setItem: (_, value) => (text = value) }));
    expect(readKept('k', holding(text))).toEqual(whole);
  });

  it('is nothing where it is no JSON, another shape, or refused', () => {
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '1',
      '"x"',
      '{"v":1}',
      '{"v":1,"outbox":[],"drafts":[],"sheets":1}',
    ])
      expect(readKept('k', holding(text))).toEqual(EMPTY);
    expect(readKept('k', refusing)).toEqual(EMPTY);
    expect(readKept('k', () => null as unknown as Storage)).toEqual(EMPTY);
    expect(readAcknowledged('k', holding('{"length":1}'))).toEqual([]);
    expect(readAcknowledged('k', holding([null, 1, {}, { rev: 1 }]))).toEqual([]);
    for (const kept of [{ ticket: 1 }, [], 'x', { __proto__: { ticket: 'x' } }])
      expect(keptSecret('m', holding(kept))).toBe(null);
    for (const kept of [
      null,
      1,
      [],
      {},
      { name: 1 },
      { name: 'x', units: 'y' },
      { name: 'x', units: [1], why: null },
    ])
      expect(lostIn(kept)).toBe(null);
  });

  it('loses one damaged entry and no other', () => {
    const { outbox, drafts, sheets } = whole;
    const [waits] = outbox.waiting;
    for (const damage of [
      null,
      1,
      {},
      { ...waits, rev: '1' },
      { ...waits, choice: { kind: 'scores', scores: { c1: 'x' } } },
      { ...waits, choice: { kind: 'toString' } },
      { ...waits, target: { ...target, sheet: null } },
      { ...waits, target: { ...target, sheet: { ...sheet, criteria: {} } } },
      { ...waits, target: { ...target, subject: { ...subject, category: null } } },
    ]) {
      const kept = { v: 1, outbox: { ...outbox, waiting: [damage, must(waits)] }, drafts, sheets };
      expect(readKept('k', holding(kept))).toEqual(whole);
    }
    const kept = {
      v: 1,
      outbox,
      drafts: { ...drafts, bad: { target } },
      sheets: { ...sheets, bad: {} },
    };
    expect(readKept('k', holding(kept))).toEqual(whole);
  });

  it('is read without an exception, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('outbox', 'drafts', 'sheets'), (value, name) => {
        readKept('k', holding({ ...whole, v: 1, [name]: value }));
        readAcknowledged('k', holding(value));
        lostIn(value);
      }),
    );
  });

  it('shuts no phone out for ever by a number that is none', () => {
    for (const [n, text] of ['Infinity', 'x', '1e999', '-1', ''].entries())
      expect(
        isOlder(`m${String(n)}`, 1, () => ({ getItem: () => text, setItem: () => undefined })),
      ).toBe(false);
  });

  it('says whether it keeps, where the browser refuses', () => {
    expect(keep('k', 'v', refusing)).toBe(false);
    expect(keep('k', null, refusing)).toBe(false);
    expect(recall('k', refusing)).toBe(null);
    const nowhere = () => null as unknown as Storage;
    expect(keep('k', 'v', nowhere)).toBe(false);
    expect(recall('k', nowhere)).toBe(null);
    // No storage at all, as in this process.
    expect(recall('k')).toBe(null);
    expect(keep('k', 'v')).toBe(false);
  });
});
