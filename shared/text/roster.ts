// What is wrong with a roster file, where, and what to do; and what was understood in a way worth saying.
import type { Note, Problem } from '../roster/problem.ts';
import { en } from './roster/en.ts';
import type { RosterText } from './roster/words.ts';
import { zh } from './roster/zh.ts';

export const rosterText = { zh, en } satisfies Record<'zh' | 'en', RosterText>;

/** The whole sentence about a problem, its place first. */
export function problemSentence(language: keyof typeof rosterText, problem: Problem): string {
  const text = rosterText[language];
  const say = text.problems[problem.code] as (problem: Problem) => string;
  return placed(language, text.place(problem), say(problem));
}

/** The whole sentence about a note, its place first. */
export function noteSentence(language: keyof typeof rosterText, note: Note): string {
  const text = rosterText[language];
  const say = text.notes[note.code] as (note: Note) => string;
  return placed(language, text.place(note), say(note));
}

function placed(language: keyof typeof rosterText, place: string, sentence: string): string {
  if (place === '') return sentence;
  return language === 'zh' ? `${place}：${sentence}` : `${place}: ${sentence}`;
}
