// What a page of kinds.ts is given.
import type { MeSlice } from '../../shared/views/slices/panel-slices.ts';
import type { Body, Kind } from '../live/kinds.ts';

export interface KindProps<K extends Kind = Kind> {
  readonly body: Body<K>;
  readonly me: MeSlice;
}
