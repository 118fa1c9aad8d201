// What a page of kinds.ts is given.
import type { MeSlice } from '../../shared/views/panel-slices.ts';
import type { StageBody } from '../../shared/views/stage-slices.ts';
import type { Desk } from './slips/desk.ts';

export type Kind = StageBody['kind'];

export interface KindProps<K extends Kind = Kind> {
  readonly body: Extract<StageBody, { readonly kind: K }>;
  readonly me: MeSlice;
  readonly clockOffset: number;
  readonly code: string;
  readonly desk: Desk;
}
