// The closed list of expected refusals (R10). Each code has a sentence in both languages in shared/text/refusals.ts.
import type { EntryState } from '../results/case.ts';
import type { PlanFlaw } from '../results/refused.ts';
import type { OwnFlaw } from '../scoring/sheet-flaws.ts';
import type { BandName } from './draws/bands.ts';
import type { StaffRole } from '../staff-role.ts';

export type Refusal =
  // who asks, and from where
  /** Nobody is logged in, or no longer: too long unused, logged out elsewhere. */
  | { readonly code: 'logged-out' }
  /** The session's account, or the one that was to be logged in to, was shut by a moderator. */
  | { readonly code: 'account-shut' }
  | { readonly code: 'wrong-passphrase' }
  /** Logged in, but this is for other roles. */
  | { readonly code: 'no-right'; readonly by: readonly StaffRole[] }
  /** Nobody shuts the account that they are logged in with. */
  | { readonly code: 'own-account' }
  | { readonly code: 'invitation-unknown' }
  | { readonly code: 'invitation-used' }
  | { readonly code: 'invitation-over' }
  /**
   * The page was opened under an address that this server was not told of.
   *
   * @param origin as the browser sent it; "" where it is not one of a web page
   * @param open origins that work, the one in QR codes first
   */
  | { readonly code: 'foreign-origin'; readonly origin: string; readonly open: readonly string[] }
  /** What changes something must name the page that it comes from. */
  | { readonly code: 'no-origin' }
  /** Another site's page sent it, says the browser. */
  | { readonly code: 'cross-site' }
  /** This device speaks for no seat. */
  | { readonly code: 'not-joined' }
  /** A rehearsal's key for simulated phones is not the one that its page shows. */
  | { readonly code: 'wrong-key' }
  /** Figures of the machine are for itself, or for whoever has the token. */
  | { readonly code: 'metrics-closed' }
  // anyone
  | { readonly code: 'malformed' }
  /** A typed text holds a character that nobody sees, as "U+202E". */
  | { readonly code: 'hidden-character'; readonly character: string }
  | { readonly code: 'text-too-long'; readonly max: number }
  | { readonly code: 'too-many' }
  /** Wrong passphrases: for this name from devices that have not logged in by it before, or on this very device. */
  | { readonly code: 'login-locked'; readonly here: boolean }
  // connections
  /** So much came from it that it is kept out for a while; its page comes back by itself. */
  | { readonly code: 'paused'; readonly seconds: number }
  /** Its page tries again by itself. */
  | { readonly code: 'places-full' }
  /** The page is of another version than the server; it says how to load it again. */
  | { readonly code: 'other-version' }
  | { readonly code: 'open-elsewhere' }
  | { readonly code: 'not-saved' }
  | { readonly code: 'busy' }
  | { readonly code: 'no-such-meeting' }
  /** There is one, and its file could not be opened; the terminal says why. */
  | { readonly code: 'meeting-unopened' }
  // rehearsals
  | { readonly code: 'not-a-rehearsal' }
  | { readonly code: 'rehearsals-full'; readonly most: number }
  /** Simulated phones are there already: another crowd would take their seats from them. */
  | { readonly code: 'phones-here' }
  /** The pool is empty. */
  | { readonly code: 'nobody-to-play' }
  /** What open pages of it are told when it is deleted. */
  | { readonly code: 'rehearsal-deleted' }
  // staff, any command
  | { readonly code: 'stale' }
  // rosters and setup
  | { readonly code: 'roster-in-use' }
  | { readonly code: 'roster-empty' }
  | { readonly code: 'duplicate-id'; readonly id: string }
  | { readonly code: 'unknown-subject'; readonly id: string }
  /** A list of units leaves one out that a recusal, the agenda, a report or a withdrawal goes by. */
  | { readonly code: 'subject-needed'; readonly id: string }
  | { readonly code: 'unknown-reviewer'; readonly id: string }
  | { readonly code: 'unknown-group'; readonly id: string }
  | { readonly code: 'unknown-item' }
  | { readonly code: 'unknown-sheet' }
  | { readonly code: 'no-weight' }
  | { readonly code: 'weights-while-open' }
  /** `name` of the part that it is about. */
  | { readonly code: 'sheet-invalid'; readonly flaw: OwnFlaw['code']; readonly name: string }
  /** Ballots were given by it: another version needs a reason. */
  | { readonly code: 'sheet-has-ballots' }
  /** No group has a sheet for any unit of the round. */
  | { readonly code: 'nobody-scores' }
  /** Units rate the next of an order, which no draw has given yet for a category of the round. */
  | { readonly code: 'ring-not-drawn' }
  /** Each shall rate as many as there are units in the order, or more. */
  | { readonly code: 'ring-too-few'; readonly units: number; readonly next: number }
  | { readonly code: 'scheme-invalid' }
  | { readonly code: 'item-started' }
  | { readonly code: 'item-on-stage' }
  | { readonly code: 'drawn-order' }
  | { readonly code: 'meeting-invalid' }
  | { readonly code: 'retention-not-over'; readonly until: string }
  | { readonly code: 'already-erased' }
  | { readonly code: 'erase-round-open' }
  | { readonly code: 'subject-out' }
  | { readonly code: 'subject-on-stage' }
  /** Another round is or was about it: only a new attempt there changes its score. */
  | { readonly code: 'subject-scored'; readonly id: string }
  | { readonly code: 'same-subject' }
  | { readonly code: 'document-there' }
  | { readonly code: 'document-unknown' }
  | { readonly code: 'document-too-large'; readonly maxMegabytes: number }
  | { readonly code: 'document-media' }
  | { readonly code: 'agenda-invalid' }
  // seats and tickets
  | { readonly code: 'already-seated'; readonly id: string }
  | { readonly code: 'no-seat' }
  | { readonly code: 'ticket-unknown' }
  | { readonly code: 'ticket-revoked' }
  | { readonly code: 'replaced' }
  | { readonly code: 'takeovers' }
  | { readonly code: 'same-person' }
  | { readonly code: 'seat-gone' }
  /** Its holder left early; scanning again, or the desk, brings them back. */
  | { readonly code: 'seat-left' }
  | { readonly code: 'already-here' }
  | { readonly code: 'has-voted' }
  | { readonly code: 'no-reserve' }
  /** Nobody is replaced for a recusal that is not declared. */
  | { readonly code: 'not-recused' }
  | { readonly code: 'nobody-absent' }
  /** The pool's member has no seat, but is on the list of the reserve; the phone waits. */
  | { readonly code: 'in-reserve'; readonly place: number }
  /** The desk saw its holder go; their own act on the phone brings them back. */
  | { readonly code: 'marked-away' }
  | { readonly code: 'paper-unknown' }
  | { readonly code: 'paper-same-person' }
  | { readonly code: 'paper-differs' }
  /** A phone of the same seat has cast since the paper was entered: the phone's is the newer one. */
  | { readonly code: 'paper-overtaken' }
  /** Paper ballots wait for the second person: closing would leave them out, and must say how many. */
  | { readonly code: 'papers-waiting'; readonly n: number }
  // comments
  /** The sheet takes none. */
  | { readonly code: 'no-comments' }
  /** A comment stands beside a ballot. */
  | { readonly code: 'comment-without-ballot' }
  /** Not there, taken back, of a round that is not revealed, or erased. */
  | { readonly code: 'comment-unknown' }
  /** The writer's group gave this unit fewer totals than the secrecy floor. */
  | { readonly code: 'comment-few'; readonly n: number }
  // the result
  /** `name` of the part that it is about. */
  | { readonly code: 'plan-invalid'; readonly flaw: PlanFlaw; readonly name: string }
  /** A category without a tree, where there is none for all. */
  | { readonly code: 'plan-category'; readonly name: string }
  | { readonly code: 'no-plan' }
  /** No number from 0 to the greatest; without a name that one itself. */
  | {
      readonly code: 'column-value';
      readonly name: string;
      readonly value: string;
      readonly max: string;
    }
  /** So many of the units have none, the first by its name. */
  | {
      readonly code: 'column-partial';
      readonly n: number;
      readonly of: number;
      readonly first: string;
    }
  | { readonly code: 'adjustment-unknown' }
  | { readonly code: 'adjustment-kind' }
  | { readonly code: 'adjustment-decided'; readonly as: EntryState }
  | { readonly code: 'adjustment-not-deducted' }
  | { readonly code: 'points-missing' }
  | { readonly code: 'evidence-missing' }
  /** Whoever did the one does not do the other. */
  | { readonly code: 'second-person' }
  | { readonly code: 'grade-unknown' }
  | { readonly code: 'veto-unknown' }
  | { readonly code: 'rounds-unrevealed'; readonly rounds: number; readonly waiting: number }
  | { readonly code: 'adjustments-waiting'; readonly n: number }
  | { readonly code: 'result-none' }
  /** Computed again it is the same. */
  | { readonly code: 'result-same' }
  /** So many units stand otherwise than in what was computed. */
  | { readonly code: 'result-changed'; readonly n: number }
  | {
      readonly code: 'result-step';
      readonly wants: 'checked' | 'reviewed' | 'settled' | 'published';
    }
  | { readonly code: 'result-done' }
  | { readonly code: 'result-published' }
  | { readonly code: 'result-final' }
  | { readonly code: 'already-recused' }
  | { readonly code: 'board-awaited' }
  | { readonly code: 'recusal-too-late' }
  | { readonly code: 'recusal-while-live' }
  // draws
  | { readonly code: 'draw-running' }
  | { readonly code: 'draw-not-ready' }
  | { readonly code: 'draw-over' }
  | { readonly code: 'nobody-next' }
  /** The draw does not stand for this person, or no longer. */
  | { readonly code: 'not-drawn' }
  | {
      readonly code: 'pool-too-small';
      readonly people: boolean;
      readonly have: number;
      readonly want: number;
    }
  | { readonly code: 'no-entropy-source' }
  | { readonly code: 'nothing-to-seal' }
  | { readonly code: 'dice-wrong'; readonly have: number; readonly want: number }
  /** Another page has typed into the same row. */
  | { readonly code: 'dice-elsewhere' }
  /** The second reading begins when the first is whole. */
  | { readonly code: 'first-reading-open' }
  /** Both have read this digit of the number, and the next is thrown. */
  | { readonly code: 'digit-stands' }
  /** From the first digit of a number on nothing is voided. */
  | { readonly code: 'digit-thrown' }
  /** The list of panels is still to be made, or it was made for other people. */
  | { readonly code: 'lots-not-made' }
  /** All panels together have fewer seats than there are people. */
  | { readonly code: 'lots-too-few'; readonly people: number; readonly seats: number }
  | { readonly code: 'salt-lost' }
  /** No supervisor's device keeps a salt for this draw yet. */
  | { readonly code: 'salt-not-kept' }
  /** This draw takes no kept salt: by its settings, or because the last one was not opened. */
  | { readonly code: 'salt-not-asked' }
  | { readonly code: 'salt-used' }
  | { readonly code: 'salt-wrong' }
  /** Only the keeper's device can open it. */
  | { readonly code: 'salt-with-keeper' }
  /** The beacon's round is not published yet, not read yet, or another source is still open. */
  | { readonly code: 'beacon-early' }
  /** The round was published while another source was open. */
  | { readonly code: 'beacon-passed' }
  /** No signature of the chain for this round. */
  | { readonly code: 'beacon-wrong'; readonly round: number }
  | { readonly code: 'words-open' }
  | { readonly code: 'words-closed' }
  | { readonly code: 'word-missing' }
  | { readonly code: 'word-sent' }
  | {
      readonly code: 'quota-wrong';
      readonly people: boolean;
      readonly cell: string;
      readonly have: number;
      readonly want: number;
    }
  /** The minima of an attribute's quotas are more than are drawn, or its maxima fewer: no panel can be within them. */
  | {
      readonly code: 'quotas-contradict';
      readonly attribute: string;
      /** It is the minima; else the maxima. */
      readonly minima: boolean;
      readonly sum: number;
      readonly take: number;
    }
  | { readonly code: 'reason-missing' }
  // draws among the units of a ranking
  /** No board has shown it to its first place, or a result has come since. */
  | { readonly code: 'ranking-closed' }
  /** So few units have a place that some are in two bands. */
  | { readonly code: 'bands-overlap'; readonly units: number }
  | {
      readonly code: 'band-too-small';
      readonly band: BandName;
      readonly have: number;
      readonly want: number;
    }
  /** Nobody shares that place, or no longer. */
  | { readonly code: 'not-shared'; readonly place: number }
  // stage
  | { readonly code: 'wrong-item' }
  /** A page of the board that holds rows which have not been opened, or one that it does not have. */
  | { readonly code: 'rows-closed' }
  | { readonly code: 'rows-open' }
  /** Not after a live scoring that came last and is ranked with others, or shown already. */
  | { readonly code: 'no-move' }
  | { readonly code: 'item-skipped' }
  | { readonly code: 'no-countdown' }
  /** The item has no time limit. */
  | { readonly code: 'no-time-limit' }
  | { readonly code: 'leave-open-round' }
  | { readonly code: 'leave-open-draw' }
  | { readonly code: 'sealed-not-yet' }
  | { readonly code: 'nobody-present' }
  | { readonly code: 'round-open' }
  | { readonly code: 'round-has-ballots' }
  | { readonly code: 'nothing-to-score' }
  | { readonly code: 'round-not-open' }
  | { readonly code: 'round-not-closed' }
  | { readonly code: 'already-revealed' }
  /** A group of the result is open: the round stays closed. */
  | { readonly code: 'groups-open' }
  /** That group was opened by another key. */
  | { readonly code: 'group-shown' }
  // ballots
  | { readonly code: 'round-closed' }
  | { readonly code: 'not-in-round' }
  | { readonly code: 'recused' }
  | { readonly code: 'not-checked-in' }
  | { readonly code: 'ballot-incomplete' }
  | { readonly code: 'ballot-invalid' }
  /** The top grade, or total, was given as often as this round allows. */
  | { readonly code: 'top-given'; readonly n: number }
  /** As many ballots as may have this total have it. */
  | { readonly code: 'totals-alike'; readonly n: number }
  /** A paper ballot of this seat was counted, and the phone did not know of it when it sent its own. */
  | { readonly code: 'paper-counted' }
  /** The seat's newest stored ballot differs, and stands above this one. */
  | { readonly code: 'older-revision'; readonly newest: number }
  /** Numbered too far above the seat's newest stored ballot; the phone numbers on from that. */
  | { readonly code: 'revision-leaps'; readonly newest: number };

export type RefusalCode = Refusal['code'];
export type RefusalOf<C extends RefusalCode> = Extract<Refusal, { readonly code: C }>;
