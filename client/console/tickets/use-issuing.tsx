// Issuing tickets and their sheets. The secrets come back once, for the printer, and are kept nowhere.
import type { ReactNode } from 'react';
import type { ReviewerId } from '../../../shared/ids.ts';
import type { PrintedTicket } from '../../../shared/printed-ticket.ts';
import { call } from '../../live/http.ts';
import { useOpen } from '../../ui/use-open.ts';
import { useConsole } from '../parts/console-context.ts';
import { useAction, type Action } from '../parts/use-action.ts';
import { TicketSheets } from './TicketSheets.tsx';

interface Issuing extends Pick<Action, 'waiting' | 'trouble'> {
  /** `address`: origin to print; absent: where the last ones lead, if that still is this machine. */
  readonly issue: (reviewers: 'pool' | readonly ReviewerId[], address?: string) => void;
  /** What came back, for the page to show. */
  readonly sheets: ReactNode;
}

/** @param printNow opens the browser's printing at once */
export function useIssuing(printNow = false): Issuing {
  const { code } = useConsole();
  const { open, setOpen, close } = useOpen<readonly PrintedTicket[]>();
  const { waiting, trouble, run } = useAction();
  return {
    waiting,
    trouble,
    issue(reviewers, address) {
      const body = { reviewers, ...(address === undefined ? {} : { address }) };
      void run(
        () => call<{ tickets: readonly PrintedTicket[] }>(`/m/${code}/api/tickets`, body),
        ({ tickets }) => {
          setOpen(tickets);
        },
      );
    },
    sheets: open && <TicketSheets tickets={open} printNow={printNow} onClose={close} />,
  };
}
