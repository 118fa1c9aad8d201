// The console's stage, kind by kind: whom the roll counts, what can be done to what is on, and what turns the hall's picture.
import { createElement, type ComponentProps } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { ConsoleContext } from '../../client/console/parts/console-context.ts';
import { newDrafts } from '../../client/console/parts/drafts.ts';
import { OnStage } from '../../client/console/stage/kinds.ts';
import { roll } from '../../client/console/stage/roll.ts';
import type { LiveState } from '../../client/live/view-store.ts';
import type { StaffView } from '../../shared/views/slices/staff-slices.ts';
import { itemId, roundId, seated, type Play } from '../builders.ts';
import {
  asking,
  BOARD,
  card,
  enter,
  open,
  present,
  score,
  staffViewOf,
  vote,
  WRITTEN,
} from './meeting/agenda-builders.ts';

// The page's language is asked of the browser as the first part of a page is loaded.
vi.hoisted(() => {
  vi.stubGlobal('location', { search: '?lang=en' });
  vi.stubGlobal('document', { documentElement: {} });
});

/** Twelve seats, nine of them taken; nothing is on yet. */
function opened(): Play {
  const items = [{ id: itemId('in'), kind: 'check-in' } as const, present('U1'), score('U1')];
  return seated({ units: 3 }, 9).staff({
    type: 'SetAgenda',
    items: [...items, asking('q'), WRITTEN, BOARD, card('tea')],
  });
}
const on = (item: string, play = opened()) => play.staff(enter(item));
const opening = (item: string, play = opened()) => on(item, play).staff(open(item));
const close = (item: string, play: Play) =>
  play.staff({ type: 'CloseRound', round: roundId(item) });
const reveal = (item: string, play: Play) =>
  play.staff({ type: 'RevealRound', round: roundId(item) });
// Locked as it was entered.
const locked = () => on('q');

describe('the roll', () => {
  const counted = (play: Play) => {
    const { counts, count, of } = roll(staffViewOf(play));
    return { counts, count, of };
  };
  const voted = (unit: string, item: string, play: Play) => {
    for (const seat of ['S001', 'S002']) vote(play, seat, unit, item);
    return play;
  };

  it('counts the seats that are still empty while people check in', () => {
    expect(counted(on('in'))).toEqual({ counts: 'seats', count: 3, of: 12 });
  });

  it('counts the ballots that are still owed from the moment that a scoring opens', () => {
    expect(counted(on('s-U1'))).toEqual({ counts: 'present', count: 9, of: 12 });
    const play = voted('U1', 's-U1', opening('s-U1'));
    expect(counted(play)).toEqual({ counts: 'ballots', count: 7, of: 9 });
    expect(counted(close('s-U1', play)).counts).toBe('ballots');
  });

  it('counts who has not finished the batch from the moment that a written round opens', () => {
    expect(counted(on('w'))).toEqual({ counts: 'present', count: 9, of: 12 });
    const play = opening('w');
    const about = play.about('w');
    expect(about).toHaveLength(2);
    // Half of the batch is not all of it.
    vote(play, 'S001', about[0] ?? '', 'w');
    for (const unit of about) vote(play, 'S002', unit, 'w');
    expect(counted(play)).toEqual({ counts: 'batch', count: 8, of: 9 });
  });

  it.each(['p-U1', 'q', 'end', 'tea'])('counts those present while %s is on', (item) => {
    expect(counted(on(item))).toEqual({ counts: 'present', count: 9, of: 12 });
  });
});

/** What stands there for a moderator, as text. */
function shown(play: Play, part: ComponentProps<typeof OnStage>['part']): string {
  const view = staffViewOf(play);
  const store = createStore<LiveState<StaffView>>(() => ({
    ...{ status: 'online', ended: null, held: null, view, clockOffset: 0 },
  }));
  const nothing = () => undefined;
  const live = {
    ...{ store, request: () => Promise.resolve(null) },
    ...{ retryNow: nothing, reopen: nothing, close: nothing },
  };
  const staff = { id: 'm', name: 'M', role: 'moderator' } as const;
  const value = { code: 'hall1', staff, live, drafts: newDrafts() };
  const { body } = view.control.stage;
  return renderToStaticMarkup(
    createElement(ConsoleContext, { value }, createElement(OnStage, { part, body })),
  ).replaceAll(/<[^>]*>/g, ' ');
}

describe('what can be done to what is on', () => {
  it.each([
    ['who asks is drawn while a unit presents', () => on('p-U1'), 'Draw a questioner'],
    ['a draw is void once it is locked', locked, 'Void this draw'],
    ['a closed scoring opens again', () => close('s-U1', opening('s-U1')), 'Reopen'],
    [
      'a revealed scoring is repeated',
      () => reveal('s-U1', close('s-U1', opening('s-U1'))),
      'Repeat',
    ],
    ['a closed written round opens again', () => close('w', opening('w')), 'Reopen'],
    ['a revealed written round is repeated', () => reveal('w', close('w', opening('w'))), 'Repeat'],
  ])('%s', (_, played, label) => {
    expect(shown(played(), 'Acts')).toContain(label);
  });

  it.each(['in', 's-U1', 'w', 'end', 'tea'])('nothing more while %s is on', (item) => {
    expect(shown(on(item), 'Acts')).toBe('');
  });
});

describe('beside the hall’s picture', () => {
  it('the board is turned to a category', () => {
    const text = shown(on('end'), 'Side');
    for (const category of ['区级部门', '乡镇']) expect(text).toContain(category);
  });

  it.each(['in', 'p-U1', 's-U1', 'q', 'w', 'tea'])('nothing while %s is on', (item) => {
    expect(shown(on(item), 'Side')).toBe('');
  });
});
