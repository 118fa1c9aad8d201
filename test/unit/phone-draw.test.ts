// A draw on the phone: when it calls the person away from a long sheet, and when it waits above it.
import { describe, expect, test } from 'vitest';
import { focusOf, drawnIn } from '../../client/phone/focus.ts';
import type { DrawId } from '../../shared/ids.ts';
import type { RunningDraw } from '../../shared/views/slices/draw-slices.ts';
import type { PanelStageSlice } from '../../shared/views/slices/panel-slices.ts';
import { me, nothing, stage, target } from './phone-builders.ts';

const D1 = 'D1' as DrawId;

const draw: RunningDraw = {
  id: D1,
  purpose: 'questioner',
  take: 1,
  of: 97,
  chance: '1/97',
  cells: [],
  sources: [{ type: 'phones', count: 1, read: false, wanted: false, digits: null }],
  words: { sent: null, of: 97, closed: false, hash: null, list: null },
  dice: null,
  lots: null,
  beacon: null,
  seal: null,
  pace: 'name',
  assurance: 'public',
  phase: 'locked',
  lockHash: '0'.repeat(64),
  lockedAt: '2026-11-21T06:00:00Z',
  shown: [],
  why: null,
  asked: null,
  visits: [],
  standing: [],
  taken: [],
  ...{ byQuotas: false, lottery: null },
  replacements: [],
  ...{ ranking: null, leftOut: [], thrower: null },
};

function drawing(change: Partial<RunningDraw> = {}): PanelStageSlice {
  return {
    ...stage('revealed', []),
    open: [],
    body: { kind: 'draw', draw: { ...draw, ...change }, countdown: null, seconds: 0 },
  };
}

/** A written round that the person has gone to. */
const [written] = stage().open;

function focus(view: PanelStageSlice, mine = me(), over: readonly string[] | null = []) {
  if (!written) throw new Error('no round');
  return focusOf(view, mine, [], nothing, [written], over).kind;
}

describe('a person is at the written sheet while a draw is on stage', () => {
  test('which stays in focus while the draw wants nothing of this seat', () => {
    expect(target.round).toBe(written?.round);
    expect(focus(drawing({ words: null }))).toBe('written');
    expect(focus(drawing({ phase: 'showing' }))).toBe('written');
    expect(focus(drawing({ phase: 'done' }))).toBe('written');
  });

  test('a word is asked for: the draw comes to the front until it is in, or the list is closed', () => {
    expect(focus(drawing())).toBe('stage');
    expect(focus(drawing(), { ...me(), words: [D1] })).toBe('written');
    const words = { sent: 40, of: 97, closed: true, hash: '1'.repeat(64), list: null };
    expect(focus(drawing({ words }))).toBe('written');
  });

  test('“you are drawn” waits above the sheet, whatever came of it, and not for another draw', () => {
    const drawn = { ...me(), drawn: [D1] };
    for (const takes of [[], [D1]]) {
      const view = drawing({ phase: 'done' });
      expect(focus(view, { ...drawn, takes })).toBe('written');
      expect(drawnIn(view.body, drawn)).toMatchObject({ id: D1 });
      expect(drawnIn(view.body, { drawn: ['D0' as DrawId] })).toBeNull();
    }
    expect(drawnIn(drawing({ phase: 'showing' }).body, drawn)).toBeNull();
  });
});

test('“you are drawn” comes to the front of whoever has not gone to the written sheet', () => {
  expect(focus(drawing({ phase: 'done' }), { ...me(), drawn: [D1] }, null)).toBe('stage');
});
