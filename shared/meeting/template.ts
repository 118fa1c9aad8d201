// What a new meeting starts with: sheets, a scheme and an agenda for each way of holding it (RULES.md §3).
import { unreachable } from '../ids.ts';
import type { ItemId } from '../ids.ts';
import { SCHEME_DEFAULTS, type Scheme } from '../scoring/scheme.ts';
import type { Sheet } from '../scoring/sheet.ts';
import type { Item, Who } from './agenda/item.ts';

export const TEMPLATES = ['double-random', 'satisfaction', 'ballot', 'mutual'] as const;
export type TemplateName = (typeof TEMPLATES)[number];

export interface Template {
  readonly sheet: Omit<Sheet, 'version' | 'reason'>;
  /** Sheets beside the first one. */
  readonly furtherSheets?: readonly Omit<Sheet, 'version' | 'reason'>[];
  readonly scheme: Omit<Scheme, 'version'>;
  readonly agenda: readonly Item[];
}

/** What a template calls its sheets and criteria, in the meeting's language; as many criteria as its maxima. */
export interface TemplateNames {
  readonly sheet: string;
  readonly criteria: readonly [string, string, string, string];
  readonly written: NamedSheet;
  readonly satisfaction: NamedSheet;
  readonly ballot: NamedSheet;
  readonly mutual: NamedSheet;
  /** The card with which it ends. */
  readonly closing: { readonly title: string; readonly text: string };
}

interface NamedSheet {
  readonly sheet: string;
  readonly criteria: readonly string[];
}

const MAXIMA = [40, 20, 25, 15];
const WRITTEN_MAXIMA = [40, 30, 30];
const SATISFACTION_MAXIMA = [10];
const BALLOT_MAXIMA = [20, 20, 20, 20, 20];
const MUTUAL_MAXIMA = [40, 30, 30];
const MUTUAL: Who = { kind: 'units', within: 'category' };
const MINUTE = 60;
const PANEL = 50;
const VISITS = 8;

/** A new meeting's beginning. Numbers in it are usual ones: staff change them at will. */
export function templateOf(name: TemplateName, names: TemplateNames): Template {
  switch (name) {
    case 'double-random':
      return wholeReview(names);
    case 'satisfaction':
      return batch('satisfaction', names, SATISFACTION_MAXIMA, 'progress');
    case 'ballot':
      return batch('ballot', names, BALLOT_MAXIMA, 'hidden');
    case 'mutual':
      return batch('mutual', names, MUTUAL_MAXIMA, 'hidden', MUTUAL);
    default:
      return unreachable(name);
  }
}

/** Both draws, the live turns, written reports of all the others, the board, and the units to be visited. */
function wholeReview(names: TemplateNames): Template {
  const { sheet, scheme, agenda } = doubleRandomReview(names);
  const [checkIn, presenters, board] = agenda;
  if (!checkIn || !presenters || !board)
    throw new Error('the double-random review has three items');
  return {
    sheet,
    furtherSheets: [sheetOf('written', names.written, WRITTEN_MAXIMA)],
    scheme,
    agenda: [
      {
        id: 'panel' as ItemId,
        kind: 'draw',
        purpose: 'panel',
        take: PANEL,
        rule: { kind: 'proportional' },
        sources: ['dice10'],
      },
      checkIn,
      presenters,
      {
        id: 'written' as ItemId,
        kind: 'written',
        subjects: 'rest',
        sheet: 'written',
        disclosure: 'hidden',
      },
      board,
      {
        id: 'verification' as ItemId,
        kind: 'draw',
        purpose: 'verification',
        take: VISITS,
        sources: ['dice10'],
      },
      closing(names),
    ],
  };
}

/** Nobody has to wonder whether it is over. */
function closing({ closing: words }: TemplateNames): Item {
  return { id: 'closing' as ItemId, kind: 'card', ...words };
}

/** One round over all units, between check-in and board. */
function batch(
  id: 'satisfaction' | 'ballot' | 'mutual',
  names: TemplateNames,
  maxima: readonly number[],
  disclosure: 'hidden' | 'progress',
  who?: Who,
): Template {
  return {
    sheet: sheetOf(id, names[id], maxima),
    scheme: { id: 'main', ...SCHEME_DEFAULTS },
    agenda: [
      { id: 'check-in' as ItemId, kind: 'check-in' },
      {
        ...{ id: 'written' as ItemId, kind: 'written', subjects: 'rest', sheet: id, disclosure },
        ...(who ? { who } : {}),
      },
      { id: 'board' as ItemId, kind: 'board' },
      closing(names),
    ],
  };
}

function sheetOf(
  id: string,
  { sheet, criteria }: NamedSheet,
  maxima: readonly number[],
): Omit<Sheet, 'version' | 'reason'> {
  return {
    id,
    name: sheet,
    children: criteria.map((name, n) => {
      const max = String(maxima[n] ?? 0);
      return { id: `c${String(n + 1)}`, name, weight: max, max, step: '1' };
    }),
  };
}

/**
 * Check-in, the draw of presenters, each one's turn once it is drawn, the board.
 *
 * @param names of the sheet and of its four criteria, in the meeting's language
 */
export function doubleRandomReview(names: Pick<TemplateNames, 'sheet' | 'criteria'>): Template {
  return {
    sheet: sheetOf('live', names, MAXIMA),
    // Shown live: a group below the floor that counted in the end could be reckoned (R6).
    scheme: { id: 'main', ...SCHEME_DEFAULTS, belowFloor: 'empty' },
    agenda: [
      { id: 'check-in' as ItemId, kind: 'check-in' },
      {
        id: 'presenters' as ItemId,
        kind: 'draw',
        purpose: 'presenters',
        take: 12,
        sources: ['dice10'],
        follow: {
          presentationSeconds: 8 * MINUTE,
          score: { sheet: 'live', disclosure: 'live', seconds: 2 * MINUTE },
        },
      },
      { id: 'board' as ItemId, kind: 'board' },
    ],
  };
}
