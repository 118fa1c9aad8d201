// What the parts of a kind are given while it is on stage.
import type { Body, Kind } from '../../live/kinds.ts';

export interface OnStageProps<K extends Kind = Kind> {
  readonly body: Body<K>;
}
