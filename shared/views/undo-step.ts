// What takes the last act back, as the button beside the next step says it.
import { expectationOf } from '../meeting/commands.ts';
import { unreachable } from '../ids.ts';
import { lastAttempt } from '../meeting/lookup.ts';
import { hasPapers } from '../meeting/papers.ts';
import type { Meeting, UndoCommand } from '../meeting/state.ts';
import { shownName } from './named.ts';
import { categoryCard, type Seen } from './seen.ts';
import type { AgendaRow, UndoStep } from './staff-slices.ts';

/** null once something would be lost by it: a round that has its first ballot stays open. */
export function undoStep(seen: Seen, agenda: readonly AgendaRow[]): UndoStep | null {
  const { meeting } = seen;
  const command = meeting.undo?.command;
  if (!command || (command.type === 'CancelRound' && hasBallots(seen, command.round))) return null;
  return {
    ...actOf(seen, agenda, command),
    command,
    expects: expectationOf(meeting, command),
  };
}

function actOf(
  seen: Seen,
  agenda: readonly AgendaRow[],
  command: UndoCommand,
): Pick<UndoStep, 'act' | 'item' | 'about'> {
  const { meeting } = seen;
  const row = (id: string | null | undefined) => agenda.find(({ item }) => item.id === id) ?? null;
  switch (command.type) {
    case 'EnterItem':
      return { act: 'enter', item: row(meeting.current), about: null };
    case 'RestoreItem':
      return { act: 'skip', item: row(command.item), about: null };
    case 'SkipItem':
      return { act: 'restore', item: row(command.item), about: null };
    case 'MoveItems':
      return { act: 'move', item: row(command.items[0]), about: null };
    case 'TurnBoard':
      return { act: 'turn-board', item: null, about: categoryName(meeting, command.category) };
    case 'RemoveItems':
      return { act: 'add', item: row(command.items[0]), about: null };
    case 'AddItems':
      return { act: 'remove', item: null, about: null };
    case 'ChangeItem':
      return { act: 'change', item: row(command.item.id), about: null };
    case 'RestoreCountdown':
      return { act: 'clear-countdown', item: row(command.item), about: null };
    case 'ClearCountdown':
      return { act: 'start-countdown', item: row(command.item), about: null };
    case 'CancelRound':
      return {
        act: 'open-round',
        item: row(meeting.rounds.get(command.round)?.item),
        about: null,
      };
    case 'RestoreSubject':
      return {
        act: meeting.out.get(command.subject)?.why === 'combined' ? 'combine' : 'withdraw',
        item: null,
        about: shownName(seen, 'subject', command.subject),
      };
    default:
      return unreachable(command);
  }
}

function hasBallots({ meeting, book }: Seen, id: string): boolean {
  const round = [...meeting.rounds.values()].find((one) => one.id === id);
  if (!round) return true;
  const { n } = lastAttempt(round);
  if (hasPapers(meeting, round)) return true;
  return round.subjects.some((subject) => book.of(round.id, n, subject).turnout.size > 0);
}

function categoryName(
  meeting: Meeting,
  category: Extract<UndoCommand, { readonly type: 'TurnBoard' }>['category'],
): string | null {
  return category === 'all' ? null : (categoryCard(meeting, category)?.name ?? null);
}
