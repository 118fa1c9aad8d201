// State from events: total, without clock or chance, so that replaying a log always gives the same meeting.
import type { MeetingEvent, Recorded } from './events.ts';
import { upcastItems } from './agenda/upcast-items.ts';
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
  const next = apply(
    meeting,
    recorded.act ? recorded : { ...recorded, event: upcastItems(recorded.event) },
  );
  const area = EVENT_AREA[recorded.event.type];
  const { seq } = recorded;
  return {
    ...next,
    seq,
    touched: {
      stage: area === 'stage' || area === 'both' ? seq : next.touched.stage,
      roster: area === 'roster' || area === 'both' ? seq : next.touched.roster,
    },
    undo: undoAfter(
      meeting,
      next,
      recorded,
      area === 'none' || recorded.event.type === 'SeatReplaced',
    ),
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
  touched: { stage: 0, roster: 0 },
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
  left: null,
  rounds: new Map(),
  draws: [],
  salts: new Map(),
  replacements: [],
  papers: new Map(),
};

/**
 * Which area an event moves on: a phone that checks in must not make the moderator's next key stale. What a lock or an
 * opened round is made from moves on both.
 */
const EVENT_AREA = {
  MeetingCreated: 'roster',
  MeetingChanged: 'roster',
  EpochRaised: 'none',
  PeopleErased: 'roster',
  SubjectsImported: 'both',
  ReviewersImported: 'both',
  SubjectWithdrawn: 'both',
  SubjectsCombined: 'both',
  SubjectRestored: 'both',
  DocumentAttached: 'none',
  DocumentRemoved: 'none',
  WeightsSet: 'both',
  SheetAdopted: 'both',
  SchemeAdopted: 'both',
  AgendaSet: 'both',
  ItemsInserted: 'both',
  ItemsRemoved: 'both',
  ItemsMoved: 'both',
  ItemSkipped: 'both',
  ItemRestored: 'both',
  ItemChanged: 'both',
  ItemEntered: 'stage',
  ActTakenBack: 'both',
  TicketsIssued: 'none',
  TicketRevoked: 'none',
  SeatsFilled: 'roster',
  SeatClaimed: 'none',
  SeatReleased: 'none',
  TicketsSwapped: 'none',
  SeatCheckedIn: 'none',
  CheckInUndone: 'none',
  SeatLeft: 'none',
  SeatReplaced: 'roster',
  ReviewerArrived: 'none',
  ReviewerWentAway: 'none',
  PaperEntered: 'none',
  PaperConfirmed: 'none',
  PaperDropped: 'none',
  RecusalDeclared: 'none',
  // The lock takes the newest there is: a supervisor who keeps one after the other must not make its key stale.
  SaltKept: 'none',
  DrawLocked: 'stage',
  WordSent: 'none',
  WordsClosed: 'stage',
  DrawDetermined: 'stage',
  NamesShown: 'stage',
  DrawVoided: 'stage',
  DrawnReplaced: 'stage',
  CountdownSet: 'stage',
  CountdownCleared: 'stage',
  BellRung: 'none',
  BoardTurned: 'stage',
  RoundOpened: 'stage',
  RoundCancelled: 'stage',
  RoundSubjectsSet: 'both',
  RoundClosed: 'stage',
  RoundReopened: 'stage',
  RoundRevealed: 'stage',
} as const satisfies Record<MeetingEvent['type'], 'stage' | 'roster' | 'both' | 'none'>;

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
