// How the simulated phones of a rehearsal fare, as their thread tells it. Types only.
import type { Findings, PhoneFigures } from './report.ts';

export interface PhonesNow {
  /** Phones that have a seat, and of those how many are connected. */
  readonly present: number;
  readonly connected: number;
  /** Phones of which a ballot was acknowledged. */
  readonly voters: number;
  /** Without what depends on what a ballot says: rounds may be hidden (R6). */
  readonly figures: PhoneFigures & { readonly abstentions: null };
  /** null until they have gone, and where they went without. */
  readonly findings: Findings | null;
  /** Why nothing more will come of them; null while something may, and where there are findings. */
  readonly failure: PhonesFailure | null;
}

/** What a run reported at its end. */
export interface PhonesReport extends Pick<PhonesNow, 'figures'> {
  readonly findings: Findings;
}

/** `broken-off`: their thread ended without a report, or could not begin. `full`: other rehearsals' run already. */
export type PhonesFailure = 'broken-off' | 'full';
