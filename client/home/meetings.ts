// The meetings that are on now, as anyone may know them.
import { useEffect, useState } from 'react';
import { call } from '../live/http.ts';

export interface MeetingName {
  readonly code: string;
  readonly title: string;
  readonly rehearsal: boolean;
  readonly createdAt: number;
  readonly zone: string;
}

/** null while it is being asked. */
type Meetings = readonly MeetingName[] | 'unreachable' | null;

export function useMeetings(): { readonly meetings: Meetings; readonly again: () => void } {
  const [meetings, setMeetings] = useState<Meetings>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let gone = false;
    void call<{ readonly meetings: readonly MeetingName[] }>('/api/meetings').then((answer) => {
      if (!gone) setMeetings(answer.ok ? answer.meetings : 'unreachable');
    });
    return () => {
      gone = true;
    };
  }, [asked]);
  return {
    meetings,
    again() {
      setMeetings(null);
      setAsked(asked + 1);
    },
  };
}
