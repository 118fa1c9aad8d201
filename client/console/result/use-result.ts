// The result as staff read it, fetched on opening and again after each event: ballots change nothing about it (R6).
import { useEffect, useState } from 'react';
import type { ResultPage } from '../../../shared/views/slices/result-slices.ts';
import { call } from '../../live/http.ts';
import { useConsole, useView } from '../parts/console-context.ts';
import { useSessionPart } from '../parts/session.ts';

/** null until the first answer; afterwards the one that came last. */
export function useResult(): ResultPage | null {
  const { code } = useConsole();
  const events = useView((view) => view.log.events);
  const entered = useSessionPart((session) => session.entered);
  const [page, setPage] = useState<ResultPage | null>(null);
  useEffect(() => {
    let isPassed = false;
    void call<{ page: ResultPage }>(`/m/${code}/api/result`).then((heard) => {
      if (!isPassed && heard.ok) setPage(heard.page);
    });
    return () => {
      isPassed = true;
    };
  }, [code, events, entered]);
  return page;
}
