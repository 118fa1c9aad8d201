// Texts that people type: no hidden character comes in, whichever command or form carries it.
import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { refusalSentence } from '../../shared/text/refusals.ts';
import { lineField, linesField, nameField, refusalOfIssues } from '../../shared/wire-text.ts';
import { staffCommand } from '../../shared/wire.ts';

/** Bidi override and mark, bell, NUL, tab, zero-width space, separators, a lone surrogate. */
const HIDDEN = ['\u202e', '\u200f', '\u0007', '\0', '\t', '\u200b', '\u2028', '\u2029', '\ud800'];

const commands = (text: string): readonly object[] => [
  { type: 'SkipItem', item: 'turn', reason: text },
  { type: 'VoidDraw', draw: 'D1', why: text },
  { type: 'WithdrawSubject', subject: 'U001', reason: text },
  { type: 'ReplaceAbsent', reason: text },
  { type: 'ReopenRound', round: 'r-turn', reason: text },
  { type: 'ChangeMeeting', title: text, zone: 'UTC', retainUntil: '2026-12-31' },
  { type: 'ChangeItem', item: { id: 'card', kind: 'card', title: text, text: '' } },
  { type: 'ChangeItem', item: { id: 'card', kind: 'card', title: '休息', text } },
  { type: 'SetAgenda', items: [{ id: 'card', kind: 'card', title: '休息', text }] },
  { type: 'AdoptSheet', sheet: { id: 'live', name: text, children: [criterion('实绩')] } },
  { type: 'AdoptSheet', sheet: { id: 'live', name: '评分表', children: [criterion(text)] } },
];

describe('[R10] a typed text', () => {
  it('is refused for a hidden character in every command that carries one, by its name', () => {
    for (const hidden of HIDDEN)
      for (const command of commands(`暂${hidden}停`)) {
        const digits = hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
        expect(refusalOf(command), JSON.stringify(command)).toEqual({
          code: 'hidden-character',
          character: `U+${digits}`,
        });
      }
    for (const command of commands('暂停'))
      expect(staffCommand.safeParse(command).success, JSON.stringify(command)).toBe(true);
  });

  it('has several lines only where there is room for them', () => {
    expect(linesField(20).parse('第一行\r\n第二行\n')).toBe('第一行\n第二行\n');
    expect(lineField(20).safeParse('第一行\n第二行').success).toBe(false);
    expect(nameField.safeParse('第一\n行').success).toBe(false);
  });

  it('is kept in NFC, as canonical JSON takes it', () => {
    for (const field of [nameField, lineField(9), linesField(9)])
      expect(field.parse('cafe\u0301')).toBe('caf\u00e9');
    expect(nameField.safeParse('  ').success).toBe(false);
  });

  it('that is too long is refused with how long it may be', () => {
    const long = staffCommand.safeParse({ type: 'ReplaceAbsent', reason: '长'.repeat(401) });
    expect(long.error && refusalOfIssues(long.error.issues)).toEqual({
      code: 'text-too-long',
      max: 400,
    });
    expect(refusalSentence('zh', { code: 'text-too-long', max: 400 })).toContain('400');
    expect(refusalSentence('en', { code: 'hidden-character', character: 'U+202E' })).toContain(
      'U+202E',
    );
  });

  it('stands beside how a drawn unit’s round closes, which travels with the draw', () => {
    const score = { sheet: 'live', disclosure: 'live', seconds: 90, closes: 'itself' };
    const item = { id: 'draw', kind: 'draw', purpose: 'presenters', take: 2, sources: ['dice10'] };
    const follow = { presentationSeconds: 60, score };
    const read = staffCommand.parse({ type: 'ChangeItem', item: { ...item, follow } });
    expect(read).toEqual({ type: 'ChangeItem', item: { ...item, follow } });
  });

  it('a message of the wrong form is what it was', () => {
    expect(refusalOf({ type: 'EnterItem' })).toEqual({ code: 'malformed' });
    expect(refusalOf(null)).toEqual({ code: 'malformed' });
  });
});

function criterion(name: string) {
  return { id: 'c1', name, max: '10', step: '1', weight: '1' };
}

function refusalOf(command: unknown): Refusal | null {
  const { error } = staffCommand.safeParse(command);
  return error ? refusalOfIssues(error.issues) : null;
}
