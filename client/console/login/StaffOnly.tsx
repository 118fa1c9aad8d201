// What stands before every page of staff: who is there. Once a page is open it stays, and the log-in opens over it.
import type { ReactNode } from 'react';
import { awayText } from '../../../shared/text/away.ts';
import { commonText } from '../../../shared/text/common.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { askSession, beginSession, useSession, type StaffMember } from '../parts/session.ts';
import { NarrowPage } from './NarrowPage.tsx';
import { LogIn } from './LogIn.tsx';
import { LogInAgain, SomebodyElse } from './LogInAgain.tsx';

export function StaffOnly({
  children,
  instead,
}: {
  /** The page, for whoever is logged in. */
  readonly children: (staff: StaffMember) => ReactNode;
  /** What comes before it, once it is known who is there. */
  readonly instead?: ((present: StaffMember | null) => ReactNode) | null | undefined;
}) {
  const common = useText(commonText);
  const away = useText(awayText);
  const { phase, staff, fresh, over, before } = useSession();
  if (phase === 'asking') return <NarrowPage>{common.loading}</NarrowPage>;
  if (phase === 'unreachable')
    return (
      <NarrowPage>
        <p>{away.unreachable}</p>
        <Button onClick={() => void askSession()}>{away.retry}</Button>
      </NarrowPage>
    );
  if (instead) return instead(staff);
  if (!staff) return <LogIn fresh={fresh} onDone={beginSession} />;
  return (
    <>
      {children(staff)}
      {over ? (
        <LogInAgain staff={staff} why={over} />
      ) : (
        before && <SomebodyElse before={before} staff={staff} />
      )}
    </>
  );
}
