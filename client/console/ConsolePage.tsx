// The staff's pages: the door, the list of meetings, and one meeting's console.
import { useState } from 'react';
import { useSecretOnce } from '../live/secret.ts';
import { AcceptInvitation } from './door/AcceptInvitation.tsx';
import { StaffDoor } from './door/StaffDoor.tsx';
import { Home } from './home/Home.tsx';
import { MeetingConsole } from './MeetingConsole.tsx';
import { beginSession } from './parts/session.ts';

/** `code` null: the list of meetings. `rest`: what stands in the address behind `/console/`. */
export function ConsolePage({
  code,
  rest = '',
}: {
  readonly code: string | null;
  readonly rest?: string;
}) {
  // Handed out once, so only the first render finds it.
  const [invitation, setInvitation] = useState(useSecretOnce('invite'));
  return (
    <StaffDoor
      instead={
        invitation === null
          ? null
          : (present) => (
              <AcceptInvitation
                token={invitation}
                present={present}
                onDone={() => {
                  setInvitation(null);
                  beginSession();
                }}
              />
            )
      }
    >
      {(staff) =>
        code === null ? (
          <Home staff={staff} onLeft={beginSession} />
        ) : (
          <MeetingConsole key={code} code={code} rest={rest} staff={staff} />
        )
      }
    </StaffDoor>
  );
}
