// Who sits at this console, as the server's session knows it.
import { useCallback, useEffect, useState } from 'react';
import type { StaffRole } from '../../../shared/staff-role.ts';
import { call } from '../../live/http.ts';

export interface StaffCard {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
}

export type Session =
  | { readonly phase: 'asking' }
  | { readonly phase: 'unreachable' }
  /** `fresh`: nobody has been registered yet, the first link stands in the host's window. */
  | { readonly phase: 'known'; readonly staff: StaffCard | null; readonly fresh: boolean };

export function useSession(): { readonly session: Session; readonly askAgain: () => void } {
  const [session, setSession] = useState<Session>({ phase: 'asking' });
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let left = false;
    const found = call<{ staff: StaffCard | null; fresh: boolean }>('/api/staff');
    void found.then((answer) => {
      if (left) return;
      setSession(
        answer.ok
          ? { phase: 'known', staff: answer.staff, fresh: answer.fresh }
          : { phase: 'unreachable' },
      );
    });
    return () => {
      left = true;
    };
  }, [asked]);
  const askAgain = useCallback(() => {
    setSession({ phase: 'asking' });
    setAsked((n) => n + 1);
  }, []);
  return { session, askAgain };
}
