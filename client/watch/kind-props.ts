// What the block of a kind is given.
import type { PublicView } from '../../shared/views/audiences/audiences.ts';
import type { Body, Kind } from '../live/kinds.ts';

export interface NowProps<K extends Kind = Kind> {
  readonly body: Body<K>;
  readonly view: PublicView;
  readonly clockOffset: number;
  /** What is on, in a word. */
  readonly label: string;
}
