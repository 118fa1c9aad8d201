// Issuing tickets and their sheets. The secrets come back once, for the printer, and are kept nowhere.
import type { ReactNode } from 'react';
import type { ReviewerId, SubjectId } from '../../../shared/ids.ts';
import type { PrintedTickets } from '../../../shared/printed-ticket.ts';
import { call } from '../../live/http.ts';
import { useOpen } from '../../ui/use-open.ts';
import { useConsole } from '../parts/console-context.ts';
import { useAction, type Action } from '../parts/use-action.ts';
import { TicketSheets, type Sheet } from './TicketSheets.tsx';

/** People of the pool, or units. */
export type ForWhom =
  | { readonly reviewers: 'pool' | readonly ReviewerId[] }
  | { readonly units: 'all' | readonly SubjectId[] };

interface Issuing extends Pick<Action, 'waiting' | 'trouble'> {
  /** `address`: origin to print; absent: where the last ones lead, if that still is this machine. */
  readonly issue: (forWhom: ForWhom, address?: string) => void;
  /** What came back, for the page to show. */
  readonly sheets: ReactNode;
}

/** @param printNow opens the browser's printing at once */
export function useIssuing(printNow = false): Issuing {
  const { code } = useConsole();
  const { open, setOpen, close } = useOpen<readonly Sheet[]>();
  const { waiting, trouble, run } = useAction();
  return {
    waiting,
    trouble,
    issue(forWhom, address) {
      const body = { ...forWhom, ...(address === undefined ? {} : { address }) };
      void run(
        () => call<PrintedTickets>(`/m/${code}/api/tickets`, body),
        ({ tickets, units }) => {
          setOpen([...tickets, ...units]);
        },
      );
    },
    sheets: open && <TicketSheets tickets={open} printNow={printNow} onClose={close} />,
  };
}
