// What every part of a meeting's console shares: the connection, who operates it, and how it gives commands.
import { createContext, useContext } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { areaOf, type Expectation, type StaffCommand } from '../../../shared/meeting/commands.ts';
import { barred, type Right } from '../../../shared/meeting/rights.ts';
import { fileCheckText } from '../../../shared/text/file-check.ts';
import type { StaffView } from '../../../shared/views/slices/staff-slices.ts';
import { call } from '../../live/http.ts';
import { useSlice } from '../../live/use-live.ts';
import type { Live } from '../../live/view-store.ts';
import { useText } from '../../ui/language.ts';
import type { Drafts } from './drafts.ts';
import { isLong } from './long-message.ts';
import type { StaffMember } from './session.ts';
import type { AnyAnswer } from './trouble.ts';
import { useAction, type Action } from './use-action.ts';

export interface Console {
  readonly code: string;
  readonly staff: StaffMember;
  readonly live: Live<StaffView>;
  /** Changes that are not saved yet, by step; they outlive a look at another step. */
  readonly drafts: Drafts;
}

export const ConsoleContext = createContext<Console | null>(null);

export function useConsole(): Console {
  const context = useContext(ConsoleContext);
  if (!context) throw new Error('a part of the console stands outside of it');
  return context;
}

/** One slice of the view, or something inside it that keeps its identity. The console opens when the view is there. */
export function useView<T>(select: (view: StaffView) => T): T {
  return useSlice(useConsole().live, ({ view }) => {
    if (!view) throw new Error('the console opened without a view');
    return select(view);
  });
}

/** The server's clock minus this page's ticks, in ms. */
export function useClockOffset(): number {
  return useSlice(useConsole().live, ({ clockOffset }) => clockOffset);
}

/** What this command must carry now; a draft remembers it from its beginning. */
export function useExpects(act: StaffCommand['type']): Expectation {
  return expectedBy(
    act,
    useView((view) => view.control.expects),
  );
}

function expectedBy(
  type: StaffCommand['type'],
  expects: StaffView['control']['expects'],
): Expectation {
  const area = areaOf({ type });
  // One of the desk is judged on what stands when it comes.
  return expects[area === 'none' ? 'roster' : area];
}

export interface Commands extends Action {
  /** true where the server did it, and then `done` is called. `expects` defaults to what the screen shows now. */
  readonly give: (
    command: StaffCommand,
    how?: { readonly expects?: Expectation | undefined; readonly done?: (() => void) | undefined },
  ) => Promise<boolean>;
}

export function useCommands(): Commands {
  const { live, code } = useConsole();
  const expected = useView((view) => view.control.expects);
  const action = useAction();
  return {
    ...action,
    async give(command, { expects, done } = {}) {
      const message = { command, expects: expects ?? expectedBy(command.type, expected) };
      // A whole agenda, a hundred seats or cards full of text may be more than a socket takes in one message.
      const send = (): Promise<AnyAnswer<object>> =>
        isLong(message)
          ? call(`/m/${encodeURIComponent(code)}/api/command`, message)
          : live.request('command', message);
      return (await action.run(send, done)) !== null;
    },
  };
}

/** Whether the account of this operator may do this at all. */
export function useMay(act: Right): boolean {
  return barred(useConsole().staff.role, act) === null;
}

/** Why this operator cannot do this now, or null. */
export function useBarred(act: Right): string | null {
  const { live, staff } = useConsole();
  const may = useMay(act);
  const text = useText(consoleText).barred;
  const fileText = useText(fileCheckText).damaged;
  const online = useSlice(live, ({ status }) => status === 'online');
  const damaged = useView((view) => view.file.phase === 'damaged');
  if (!online) return text.offline;
  if (damaged) return fileText.title;
  return may ? null : text[staff.role];
}
