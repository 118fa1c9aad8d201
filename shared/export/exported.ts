// What leaves a meeting as files, field by field (R7): who is on the lists, what each group gave, what stands.
import type { GroupId, RoundId, SeatId, SubjectId } from '../ids.ts';
import type { LogHead } from '../meeting/log-tree.ts';
import type { Round } from '../meeting/round.ts';
import type { Seat } from '../meeting/people.ts';
import type { CountingRules } from '../scoring/scheme.ts';
import type { ValueMissing } from '../meeting/round.ts';
import type { BoardRow } from '../views/slices/number-slices.ts';

/** Keys stand in this order in the JSON file, which is this and nothing else. */
export interface Exported {
  readonly format: 'kleroterion/export/1';
  readonly meeting: {
    readonly code: string;
    readonly title: string;
    readonly zone: string;
    readonly rehearsal: boolean;
  };
  /** When the file was made, by the server's clock, UTC. */
  readonly madeAt: string;
  readonly head: LogHead;
  /** Of the roster now, and those that a result names besides. */
  readonly groups: readonly Named<GroupId>[];
  readonly categories: readonly ExportedCategory[];
  readonly units: readonly ExportedUnit[];
  readonly seats: readonly ExportedSeat[];
  /** Oldest reveal first. */
  readonly results: readonly ExportedResult[];
  /** As the board has them: best first, those without a rank last. */
  readonly standings: readonly ExportedStanding[];
}

/** What is told apart by its id, and called by its name. */
export interface Named<Id extends string> {
  readonly id: Id;
  readonly name: string;
}

export interface ExportedCategory {
  readonly id: string;
  readonly name: string;
  /** Units that take part. */
  readonly units: number;
}

export interface ExportedUnit extends Named<SubjectId> {
  readonly category: string;
  /** null while it takes part. */
  readonly out: 'withdrawn' | 'combined' | null;
  /** The id of the unit that it was combined with. */
  readonly into: SubjectId | null;
}

export interface ExportedSeat {
  readonly seat: SeatId;
  readonly holder: string;
  /** The holder's id once names have been erased (R14). */
  readonly name: string;
  readonly group: string;
  readonly present: boolean;
  readonly gone: Seat['gone'];
}

export interface ExportedResult {
  readonly round: RoundId;
  readonly kind: Round['kind'];
  readonly attempt: number;
  /** Whether it is what the board ranks; else a later attempt does, or the unit takes part no longer. */
  readonly counts: 'yes' | 'superseded' | 'out';
  readonly unit: SubjectId;
  readonly name: string;
  readonly category: string;
  /** How it was counted. */
  readonly scheme: CountingRules;
  readonly groups: readonly ExportedGroup[];
  readonly score: ExportedScore | null;
  readonly why: BoardRow['why'];
}

export interface ExportedGroup {
  readonly group: GroupId;
  readonly name: string;
  readonly weight: string;
  readonly expected: number;
  /** Ballots with a total; those that abstained are apart. */
  readonly counted: number;
  readonly abstained: number;
  readonly value: ExactValue | null;
  readonly why: ValueMissing | null;
}

/** Four decimals, and the fraction that they are of (R8). */
export interface ExactValue {
  readonly decimal: string;
  readonly exact: string;
}

export interface ExportedScore {
  /** As the pages show it. */
  readonly shown: string;
  /**
   * null where a group's value is withheld and no shared rank says the score all the same: from an exact fraction the few
   * ballots of a group could be told, from the digits that pages show they cannot.
   */
  readonly value: ExactValue | null;
}

export interface ExportedStanding {
  readonly rank: number | null;
  readonly categoryRank: number | null;
  readonly unit: SubjectId;
  readonly name: string;
  readonly category: string;
  readonly score: ExportedScore | null;
  readonly why: BoardRow['why'];
  /** The round and the attempt of its result, as `results` has it. */
  readonly round: RoundId;
  readonly attempt: number;
}
