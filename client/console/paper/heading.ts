// What heads a page of paper.
import type { Choice } from './choices.ts';

/** What stands on every page beside its own content. */
export interface Heading {
  readonly title: string;
  readonly sheet: string;
  readonly round: Choice['kind'];
  readonly attempt: number;
  readonly rehearsal: boolean;
  readonly page: number;
  readonly pages: number;
}
