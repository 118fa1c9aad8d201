// The hall's pictures: what is one and the same, so that its motion goes on, and what begins anew.
import { describe, expect, it, vi } from 'vitest';
import { Picture } from '../../client/screen/kinds.ts';
import { screenView } from '../../shared/views/audiences/screen.ts';
import { roundId, type Play } from '../builders.ts';
import { enter, open, planned } from './meeting/agenda-builders.ts';

// The page's language is asked of the browser as the first part of a page is loaded.
vi.hoisted(() => {
  vi.stubGlobal('location', { search: '?lang=en' });
  vi.stubGlobal('document', { documentElement: {} });
});

/** React keeps a picture with the same key, and shows one with another key from its beginning. */
const pictureOf = (play: Play) => Picture({ view: screenView(play) }).key;
const round = roundId('s-U1');

describe('the hall’s picture', () => {
  it('is the same from the opening to the reveal, which is staged in it', () => {
    const play = planned().staff(enter('s-U1'));
    const opened = pictureOf(play.staff(open('s-U1')));
    expect(pictureOf(play.staff({ type: 'CloseRound', round }))).toBe(opened);
    expect(pictureOf(play.staff({ type: 'RevealRound', round }))).toBe(opened);
  });

  it('is another one for a repeated round, which has its own reveal', () => {
    const play = planned().staff(enter('s-U1')).staff(open('s-U1'));
    play.staff({ type: 'CloseRound', round }).staff({ type: 'RevealRound', round });
    const first = pictureOf(play);
    play.staff({ type: 'RepeatRound', round, reason: '系统故障' });
    expect(pictureOf(play)).not.toBe(first);
  });

  it('is another one for each category that the board is turned to, from its first page', () => {
    const play = planned().staff(enter('end'));
    const categories = ['all', ...play.meeting.categories.map(({ id }) => id)] as const;
    const pictures = categories.map((category) =>
      pictureOf(play.staff({ type: 'TurnBoard', category })),
    );
    expect(new Set(pictures).size).toBe(3);
  });

  it('is another one for each item, also of the same kind', () => {
    const items = ['in', 'p-U1', 'p-U2', 's-U1', 's-U2', 'w', 'end'];
    const play = planned();
    const pictures = items.map((item) => pictureOf(play.staff(enter(item))));
    expect(new Set(pictures).size).toBe(items.length);
  });
});
