// The staff's pages behind one log-in: the list of meetings, one meeting's console, and what of it is printed.
import { Suspense, useState } from 'react';
import { commonText } from '../../shared/text/common.ts';
import { later } from '../live/later.ts';
import { useSecretOnce } from '../live/secret.ts';
import { useText } from '../ui/language.ts';
import { AcceptInvitation } from './login/AcceptInvitation.tsx';
import { NarrowPage } from './login/NarrowPage.tsx';
import { StaffOnly } from './login/StaffOnly.tsx';
import { Home } from './home/Home.tsx';
import { MeetingConsole, type ConsoleProps } from './MeetingConsole.tsx';
import { beginSession } from './parts/session.ts';

const SealPage = later(async () => (await import('./seal/SealPage.tsx')).SealPage);
const MinutesPage = later(async () => (await import('./minutes/MinutesPage.tsx')).MinutesPage);
const CommentsPage = later(async () => (await import('./comments/CommentsPage.tsx')).CommentsPage);
const PaperPage = later(async () => (await import('./paper/PaperPage.tsx')).PaperPage);

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
    <StaffOnly
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
          <OfMeeting code={code} rest={rest} staff={staff} />
        )
      }
    </StaffOnly>
  );
}

function OfMeeting(props: ConsoleProps) {
  const { loading } = useText(commonText);
  const { code, rest, staff } = props;
  const printed = () => {
    switch (rest) {
      case 'minutes':
        return <MinutesPage code={code} />;
      case 'seals':
        return <SealPage code={code} />;
      case 'paper':
        return <PaperPage code={code} />;
      case 'comments':
        return <CommentsPage code={code} role={staff.role} />;
      default:
        return null;
    }
  };
  const page = printed();
  if (!page) return <MeetingConsole key={code} {...props} />;
  return <Suspense fallback={<NarrowPage>{loading}</NarrowPage>}>{page}</Suspense>;
}
