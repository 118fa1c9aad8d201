// The keys of the stage: one for each act, and none that a clicker sends by accident.
import { describe, expect, it } from 'vitest';
import { meaningOf, type Focus, type Pressed } from '../../client/console/parts/keys.ts';
import { BOUNCE_MS, countsAsPress } from '../../client/parts/bounce.ts';

const press = (key: string, with_: Partial<Pressed> = {}): Pressed => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  ...with_,
});
const FOCUSES: readonly Focus[] = ['none', 'arrows', 'text'];

describe('a key on stage', () => {
  it.each(FOCUSES)('PageDown goes on and PageUp back, focus %s', (focus) => {
    expect(meaningOf(press('PageDown'), focus)).toBe('next');
    expect(meaningOf(press('PageUp'), focus)).toBe('back');
  });

  it('arrows are a clicker’s keys, unless a control moves by them', () => {
    expect(meaningOf(press('ArrowRight'), 'none')).toBe('next');
    expect(meaningOf(press('ArrowLeft'), 'none')).toBe('back');
    for (const focus of ['arrows', 'text'] as const)
      for (const key of ['ArrowRight', 'ArrowLeft'])
        expect(meaningOf(press(key), focus)).toBeNull();
  });

  it('the other keys of a clicker do no harm', () => {
    for (const focus of FOCUSES)
      for (const key of [
        'b',
        'B',
        '.',
        'F5',
        'Escape',
        ' ',
        'Enter',
        'Tab',
        'ArrowUp',
        'ArrowDown',
      ])
        expect(meaningOf(press(key), focus)).toBeNull();
  });

  it('one that is held down acts once', () => {
    for (const key of ['PageDown', 'PageUp', 'ArrowRight', 'r'])
      expect(meaningOf(press(key, { repeat: true }), 'none')).toBeNull();
  });

  it('a bounce is no second press', () => {
    expect(countsAsPress(null, 0)).toBe(true);
    expect(countsAsPress(1000, 1000 + BOUNCE_MS - 1)).toBe(false);
    expect(countsAsPress(1000, 1000 + BOUNCE_MS)).toBe(true);
  });

  it('the bell is R and undo Ctrl+Z or Cmd+Z, but not while something is typed', () => {
    expect(meaningOf(press('r'), 'none')).toBe('bell');
    expect(meaningOf(press('r'), 'text')).toBeNull();
    for (const modifier of [{ ctrlKey: true }, { metaKey: true }]) {
      expect(meaningOf(press('z', modifier), 'none')).toBe('undo');
      expect(meaningOf(press('z', modifier), 'text')).toBeNull();
      expect(meaningOf(press('z', { ...modifier, shiftKey: true }), 'none')).toBeNull();
      expect(meaningOf(press('r', modifier), 'none')).toBeNull();
      expect(meaningOf(press('PageDown', modifier), 'none')).toBeNull();
    }
  });
});
