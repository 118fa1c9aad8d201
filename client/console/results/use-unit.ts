// One unit's page, fetched when it is chosen and again after each event: ballots change nothing about it (R6).
import { useEffect, useState } from 'react';
import type { SubjectId } from '../../../shared/ids.ts';
import type { UnitPage } from '../../../shared/views/slices/unit-slices.ts';
import { call, type HttpAnswer } from '../../live/http.ts';
import { useConsole, useView } from '../parts/console-context.ts';
import { useSessionPart } from '../parts/session.ts';

type Answer = HttpAnswer<{ readonly page: UnitPage }>;

/** The answer that came last, also while another unit's is on its way: the page is replaced, never blank between two. */
export function useUnit(subject: SubjectId | null): {
  readonly answer: Answer | null;
  readonly again: () => void;
} {
  const { code } = useConsole();
  const events = useView((view) => view.log.events);
  // Once more after a new login.
  const entered = useSessionPart((session) => session.entered);
  const [asked, setAsked] = useState(0);
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    if (subject === null) return;
    let isPassed = false;
    const path = `/m/${code}/api/subjects/${encodeURIComponent(subject)}/result`;
    void call<{ page: UnitPage }>(path).then((heard) => {
      if (!isPassed) setAnswer(heard);
    });
    return () => {
      isPassed = true;
    };
  }, [code, subject, events, entered, asked]);
  return {
    answer,
    again: () => {
      setAsked((times) => times + 1);
    },
  };
}
