// The meetings that are on now, as anyone may know them; while there is none the server is asked again and again.
import { useEffect, useState } from 'react';
import { call } from '../live/http.ts';

export interface MeetingName {
  readonly code: string;
  readonly title: string;
  readonly rehearsal: boolean;
  readonly createdAt: number;
  readonly zone: string;
}

/** null while it is being asked for the first time. */
type Meetings = readonly MeetingName[] | 'unreachable' | null;

/** Not all at once: a hall of screens and phones may be waiting. */
const AGAIN_MS = 4000;
const SPREAD_MS = 2000;

export function useMeetings(): { readonly meetings: Meetings; readonly again: () => void } {
  const [meetings, setMeetings] = useState<Meetings>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let gone = false;
    let timer = 0;
    void call<{ readonly meetings: readonly MeetingName[] }>('/api/meetings').then((answer) => {
      if (gone) return;
      setMeetings(answer.ok ? answer.meetings : 'unreachable');
      if (answer.ok && answer.meetings.length > 0) return;
      timer = window.setTimeout(
        () => {
          setAsked(asked + 1);
        },
        AGAIN_MS + Math.random() * SPREAD_MS,
      );
    });
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [asked]);
  return {
    meetings,
    again() {
      setAsked(asked + 1);
    },
  };
}
