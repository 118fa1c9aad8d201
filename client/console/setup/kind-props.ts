// What the fields of a kind's form are given.
import type { ItemOf, Kind } from '../../../shared/meeting/agenda/item.ts';

export interface FormProps<K extends Kind = Kind> {
  readonly item: ItemOf<K>;
  readonly onChange: (item: ItemOf<K>) => void;
}
