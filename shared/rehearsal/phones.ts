// How the simulated phones of a rehearsal fare, as their thread tells it. Types only.
import type { Findings, PhoneFigures } from './report.ts';

export interface PhonesNow {
  /** Phones that have a seat, and of those how many are connected. */
  readonly present: number;
  readonly connected: number;
  /** Phones of which a ballot was acknowledged. */
  readonly voters: number;
  readonly figures: PhoneFigures;
  /** null until they have gone. */
  readonly findings: Findings | null;
}
