// State from events: total, without clock or chance, so that replaying a log always gives the same meeting.
import { EVENTS, type Recorded } from './events.ts';
import { agendaFolds } from './evolve/agenda.ts';
import { commentsFolds } from './evolve/comments.ts';
import { drawsFolds } from './evolve/draws.ts';
import { BrokenLog, type Fold, type Folds } from './evolve/fold.ts';
import { rehearsalFolds } from './evolve/rehearsal.ts';
import { resultFolds } from './evolve/result.ts';
import { roundsFolds } from './evolve/rounds.ts';
import { seatsFolds } from './evolve/seats.ts';
import { setupFolds } from './evolve/setup.ts';
import type { Meeting } from './state.ts';
import { undoAfter } from './undo.ts';
import { own } from '../own.ts';

/**
 * The meeting after one recorded event. A log that cannot be read is refused (R2): it throws on a gap in the sequence, and
 * on an event that names what does not exist.
 */
export function evolve(meeting: Meeting, recorded: Recorded): Meeting {
  if (recorded.seq !== meeting.seq + 1)
    throw new Error(`event ${String(recorded.seq)} does not follow ${String(meeting.seq)}`);
  const next = apply(meeting, recorded);
  const { area } = EVENTS[recorded.event.type];
  const { seq } = recorded;
  return {
    ...next,
    seq,
    touched: {
      stage: area.includes('stage') ? seq : next.touched.stage,
      roster: area.includes('roster') ? seq : next.touched.roster,
      results: area.includes('results') ? seq : next.touched.results,
    },
    // A seat that is passed on moves the roster on, and yet is the desk's; what a result adds up is no matter of the stage.
    undo: undoAfter(
      meeting,
      next,
      recorded,
      area.every((one) => one === 'results') || recorded.event.type === 'SeatReplaced',
    ),
  };
}

/** The state before the first event. */
export const NO_MEETING: Meeting = {
  id: '' as Meeting['id'],
  code: '',
  title: '',
  zone: 'UTC',
  belonging: {},
  retainUntil: '',
  rehearsal: false,
  rehearsalOf: null,
  createdAt: 0,
  epoch: 1,
  printedAddress: null,
  erasedAt: null,
  seq: 0,
  touched: { stage: 0, roster: 0, results: 0 },
  categories: [],
  groups: [],
  subjects: new Map(),
  out: new Map(),
  documents: new Map(),
  pool: new Map(),
  attributes: [],
  declared: new Map(),
  arrived: new Map(),
  away: new Set(),
  tickets: new Map(),
  phones: new Set(),
  seats: new Map(),
  sheets: [],
  schemes: [],
  agenda: [],
  skipped: new Map(),
  current: null,
  entered: new Map(),
  boardTurned: null,
  boards: new Map(),
  boardShown: 0,
  moves: new Map(),
  bell: 0,
  bellAt: null,
  undo: null,
  countdown: null,
  left: null,
  rounds: new Map(),
  draws: [],
  salts: new Map(),
  lots: new Map(),
  seals: [],
  replacements: [],
  papers: new Map(),
  comments: new Map(),
  plans: [],
  columns: new Map(),
  earlier: new Map(),
  adjustments: new Map(),
  vetoes: new Map(),
  outcomes: 0,
  outcome: null,
  published: null,
  simulated: null,
};

const FOLDS: Readonly<Partial<Record<string, Fold>>> = {
  ...setupFolds,
  ...agendaFolds,
  ...seatsFolds,
  ...drawsFolds,
  ...roundsFolds,
  ...commentsFolds,
  ...resultFolds,
  ...rehearsalFolds,
} satisfies Folds<typeof EVENTS>;

function apply(meeting: Meeting, recorded: Recorded): Meeting {
  // Its type was read from a file.
  const fold = own(FOLDS, recorded.event.type);
  if (!fold) throw new Error(`an event of an unknown type: ${recorded.event.type}`);
  try {
    // The key is the event's own type, which the compiler cannot follow through a table.
    return fold(meeting, recorded.event as never, recorded);
  } catch (error) {
    const { seq, event } = recorded;
    const why = error instanceof Error ? error.message : String(error);
    throw new BrokenLog(`event ${String(seq)} (${event.type}): ${why}`, { cause: error });
  }
}
