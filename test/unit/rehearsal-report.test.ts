// The rehearsal's report: the result first, and refusals in the words that phones showed.
import { expect, it } from 'vitest';
import { Books } from '../../server/rehearsal/books.ts';
import { report, type Findings } from '../../shared/rehearsal/report.ts';
import type { RehearsalReportText } from '../../shared/text/rehearsal-report.ts';
import { refusalSentence } from '../../shared/text/refusals.ts';
import { rehearseText } from '../../shared/text/rehearse.ts';

const FINDINGS: Findings = {
  present: 3,
  asked: 4,
  lost: [],
  board: null,
  draws: null,
  led: false,
};

/** As the terminal writes it. */
function written(books: Books, findings: Findings, words: RehearsalReportText) {
  const { lines, ok } = report(books.figures, findings, words);
  return { text: lines.join('\n'), ok };
}

it('says refusals in sentences, the most frequent first, and no codes', () => {
  for (const language of ['zh', 'en'] as const) {
    const books = new Books();
    books.turnedAway.add({ code: 'ticket-revoked' });
    for (const newest of [1, 2]) books.refused.add({ code: 'older-revision', newest });
    books.refused.add({ code: 'round-closed' });
    for (let n = 0; n < 3; n += 1) books.refused.add({ code: 'round-closed' });
    const { text, ok } = written(books, FINDINGS, rehearseText[language]);
    expect(ok).toBe(true);
    expect(text).not.toMatch(/round-closed|ticket-revoked|older-revision|undefined/);
    const closed = text.indexOf(refusalSentence(language, { code: 'round-closed' }));
    expect(closed).toBeGreaterThan(0);
    expect(
      text.indexOf(refusalSentence(language, { code: 'older-revision', newest: 2 })),
    ).toBeGreaterThan(closed);
    expect(text).toContain(refusalSentence(language, { code: 'ticket-revoked' }));
    expect(text.trim().split('\n')[0]).toContain(rehearseText[language].good);
  }
});

it('names what is lost, and its first line says that something is wrong', () => {
  const { text, ok } = written(
    new Books(),
    { ...FINDINGS, lost: ['r-1 A01 S1 2'] },
    rehearseText.en,
  );
  expect(ok).toBe(false);
  expect(text.trim().split('\n')[0]).toContain(rehearseText.en.bad);
  expect(text).toContain('r-1 A01 S1 2');
});

it('is not well where a draw differs, and names which', () => {
  const draws = { draws: 5, replacements: 1, differences: ['team: result-differs'] };
  const { text, ok } = written(new Books(), { ...FINDINGS, draws }, rehearseText.en);
  expect(ok).toBe(false);
  expect(text).toContain('team: result-differs');
  const well = written(
    new Books(),
    { ...FINDINGS, draws: { ...draws, differences: [] } },
    rehearseText.en,
  );
  expect(well.ok).toBe(true);
  expect(well.text).toContain(rehearseText.en.draws(5, 1));
});

it('is not well where a phone ran into an error, and leaves out what nobody may know', () => {
  for (const language of ['zh', 'en'] as const) {
    const words = rehearseText[language];
    const books = new Books();
    books.mishaps = 2;
    const { text, ok } = written(books, FINDINGS, words);
    expect(ok).toBe(false);
    expect(text).toContain(words.mishaps(2));
    const hidden = report({ ...books.figures, abstentions: null }, FINDINGS, words);
    expect(text).toMatch(/弃权|abstention/);
    expect(hidden.lines.join()).not.toMatch(/弃权|abstention|null/);
  }
});
