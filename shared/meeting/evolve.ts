// State from events: total, without clock or chance, so that replaying a log always gives the same meeting.
import type { MovingArea } from './commands/command.ts';
import type { MeetingEvent, Recorded } from './events.ts';
import { agendaFolds } from './evolve/agenda.ts';
import { drawsFolds } from './evolve/draws.ts';
import type { Fold, Folds } from './evolve/fold.ts';
import { roundsFolds } from './evolve/rounds.ts';
import { seatsFolds } from './evolve/seats.ts';
import { setupFolds } from './evolve/setup.ts';
import type { Meeting } from './state.ts';
import { undoAfter } from './undo.ts';
import { own } from '../own.ts';

/** The meeting after one recorded event. Throws on a gap in the sequence: a log that cannot be read is refused (R2). */
export function evolve(meeting: Meeting, recorded: Recorded): Meeting {
  if (recorded.seq !== meeting.seq + 1)
    throw new Error(`event ${String(recorded.seq)} does not follow ${String(meeting.seq)}`);
  const next = apply(meeting, recorded);
  const areas: readonly MovingArea[] = EVENT_AREAS[recorded.event.type];
  const { seq } = recorded;
  const undo = undoAfter(meeting, recorded);
  return {
    ...next,
    seq,
    touched: {
      stage: areas.includes('stage') ? seq : meeting.touched.stage,
      roster: areas.includes('roster') ? seq : meeting.touched.roster,
      results: areas.includes('results') ? seq : meeting.touched.results,
    },
    undo:
      undo === 'keep'
        ? meeting.undo
        : { seq, at: recorded.at, act: recorded.event.type, command: undo },
  };
}

/** The state before the first event. */
export const NO_MEETING: Meeting = {
  id: '' as Meeting['id'],
  code: '',
  title: '',
  zone: 'UTC',
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
  boardCategory: null,
  bell: 0,
  bellAt: null,
  undo: null,
  countdown: null,
  cleared: null,
  left: null,
  rounds: new Map(),
  draws: [],
  salts: new Map(),
  replacements: [],
  papers: new Map(),
};

const NONE = [] as const;
const STAGE = ['stage'] as const;
const ROSTER = ['roster'] as const;
const BOTH = ['stage', 'roster'] as const;

/**
 * Which areas an event moves on: a phone that checks in must not make the moderator's next key stale. What a lock or an
 * opened round is made from moves on the stage as well; who weighs what moves on the lists no more than they move it.
 */
const EVENT_AREAS = {
  MeetingCreated: ROSTER,
  MeetingChanged: ROSTER,
  EpochRaised: NONE,
  PeopleErased: ROSTER,
  SubjectsImported: BOTH,
  // Groups come and go with them.
  ReviewersImported: ['stage', 'roster', 'results'],
  SubjectWithdrawn: BOTH,
  SubjectsCombined: BOTH,
  SubjectRestored: BOTH,
  DocumentAttached: NONE,
  DocumentRemoved: NONE,
  WeightsSet: ['stage', 'results'],
  SheetAdopted: BOTH,
  SchemeAdopted: ['stage', 'results'],
  AgendaSet: BOTH,
  ItemsInserted: BOTH,
  ItemsRemoved: BOTH,
  ItemsMoved: BOTH,
  ItemSkipped: BOTH,
  ItemRestored: BOTH,
  ItemChanged: BOTH,
  ItemEntered: STAGE,
  TicketsIssued: NONE,
  TicketRevoked: NONE,
  SeatsFilled: ROSTER,
  SeatClaimed: NONE,
  SeatReleased: NONE,
  TicketsSwapped: NONE,
  SeatCheckedIn: NONE,
  CheckInUndone: NONE,
  SeatLeft: NONE,
  SeatReplaced: ROSTER,
  ReviewerArrived: NONE,
  ReviewerWentAway: NONE,
  PaperEntered: NONE,
  PaperConfirmed: NONE,
  PaperDropped: NONE,
  RecusalDeclared: NONE,
  // The lock takes the newest there is: a supervisor who keeps one after the other must not make its key stale.
  SaltKept: NONE,
  DrawLocked: STAGE,
  WordSent: NONE,
  WordsClosed: STAGE,
  DrawDetermined: STAGE,
  NamesShown: STAGE,
  DrawVoided: STAGE,
  DrawnReplaced: STAGE,
  CountdownSet: STAGE,
  CountdownCleared: STAGE,
  BellRung: NONE,
  BoardTurned: STAGE,
  RoundOpened: STAGE,
  RoundCancelled: STAGE,
  RoundSubjectsSet: BOTH,
  RoundClosed: STAGE,
  RoundReopened: STAGE,
  RoundRevealed: STAGE,
} as const satisfies Record<MeetingEvent['type'], readonly MovingArea[]>;

const FOLDS: Readonly<Partial<Record<string, Fold>>> = {
  ...setupFolds,
  ...agendaFolds,
  ...seatsFolds,
  ...drawsFolds,
  ...roundsFolds,
} satisfies Folds<MeetingEvent['type']>;

function apply(meeting: Meeting, recorded: Recorded): Meeting {
  // Its type was read from a file.
  const fold = own(FOLDS, recorded.event.type);
  if (!fold) throw new Error(`an event of an unknown type: ${recorded.event.type}`);
  // The key is the event's own type, which the compiler cannot follow through a table.
  return fold(meeting, recorded.event as never, recorded);
}
