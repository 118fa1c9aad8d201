// A row of the agenda as the console shows it. Types only: a phone loads nothing here.
import type { Item } from '../../meeting/agenda/item.ts';
import type { ShownSubject } from './shown.ts';

export interface AgendaRow {
  readonly item: Item;
  readonly n: number;
  readonly subject: ShownSubject | null;
  /** Its unit, its category or its own title; empty where the name of its kind says enough. */
  readonly title: string;
  readonly state: 'empty' | 'now' | 'done' | 'waiting';
  /** Why it was left out, null where it was not. */
  readonly skipped: string | null;
  /** Put there by a draw: only a reason moves it. */
  readonly drawn: boolean;
  /** Something was drawn or opened by it: it stays where and what it is. */
  readonly used: boolean;
  /** Nothing on record speaks of it: it can be taken off the agenda. */
  readonly removable: boolean;
}
