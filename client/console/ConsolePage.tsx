// The staff's pages: the door, the list of meetings, and one meeting's console.
import { useState } from 'react';
import { commonText } from '../../shared/text/common.ts';
import { useSecretOnce } from '../live/secret.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/language.ts';
import { AcceptInvitation } from './door/AcceptInvitation.tsx';
import { Door } from './door/Door.tsx';
import { LogIn } from './door/LogIn.tsx';
import { Home } from './home/Home.tsx';
import { MeetingConsole } from './MeetingConsole.tsx';
import { useSession } from './parts/session.ts';

/** `code` null: the list of meetings. `rest`: what stands in the address behind `/console/`. */
export function ConsolePage({
  code,
  rest = '',
}: {
  readonly code: string | null;
  readonly rest?: string;
}) {
  const common = useText(commonText);
  const { session, askAgain } = useSession();
  // Handed out once, so only the first render finds it.
  const [invitation, setInvitation] = useState(useSecretOnce('invite'));

  if (session.phase === 'asking') return <Door>{common.loading}</Door>;
  if (session.phase === 'unreachable')
    return (
      <Door>
        <p>{common.unreachable}</p>
        <Button onClick={askAgain}>{common.retry}</Button>
      </Door>
    );
  const { staff, fresh } = session;
  if (invitation !== null)
    return (
      <AcceptInvitation
        token={invitation}
        present={staff}
        onDone={() => {
          setInvitation(null);
          askAgain();
        }}
      />
    );
  if (!staff) return <LogIn fresh={fresh} onDone={askAgain} />;
  return code === null ? (
    <Home staff={staff} onLeft={askAgain} />
  ) : (
    <MeetingConsole key={code} code={code} rest={rest} staff={staff} onEnded={askAgain} />
  );
}
