// What the picture of a kind is given.
import type { ScreenView } from '../../shared/views/audiences/audiences.ts';
import type { Body, Kind } from '../live/kinds.ts';

export interface BodyProps<K extends Kind = Kind> {
  readonly body: Body<K>;
  readonly view: ScreenView;
}
