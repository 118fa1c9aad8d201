// What the form of a kind is given.
import type { Item, ItemOf, Kind } from '../../../shared/meeting/agenda/item.ts';

export interface FormProps<K extends Kind = Kind> {
  readonly item: ItemOf<K>;
  readonly onChange: (item: Item) => void;
}
