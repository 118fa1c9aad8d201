// Staff without a meeting in hand: the meetings, a new one, colleagues, the way out.
import { useEffect, useState } from 'react';
import { barred } from '../../../shared/meeting/rights.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { commonText } from '../../../shared/text/common.ts';
import { call } from '../../live/http.ts';
import { every, listen } from '../../live/until-ended.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { ManualLink } from '../../parts/ManualLink.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { Seal } from '../../ui/Seal.tsx';
import { useTitle } from '../../ui/title.ts';
import { Notice } from '../parts/Notice.tsx';
import type { StaffMember } from '../parts/session.ts';
import { useAction } from '../parts/use-action.ts';
import { SessionBar } from '../SessionBar.tsx';
import { CreateMeeting } from './CreateMeeting.tsx';
import { InviteStaff } from './InviteStaff.tsx';
import { MeetingList, type Listed } from './MeetingList.tsx';
import { OpenExample } from './OpenExample.tsx';
import { StaffList } from './StaffList.tsx';
import { WhoMakes } from './WhoMakes.tsx';
import shell from '../shell.module.css';
import styles from './Home.module.css';

const REFRESH_MS = 5000;

export function Home({
  staff,
  onLeft,
}: {
  readonly staff: StaffMember;
  readonly onLeft: () => void;
}) {
  const text = useText(consoleText);
  const common = useText(commonText);
  useTitle(text.title);
  const [listed, setListed] = useState<Listed | null>(null);
  const { trouble, run } = useAction();
  const leaving = useAction();
  useEffect(() => {
    void run(() => call<Listed>('/api/meetings'), setListed);
  }, [run]);
  useEffect(() => {
    // A colleague may have made or deleted one; without an answer what was listed stays.
    const refresh = () => {
      if (document.visibilityState === 'visible')
        void call<Listed>('/api/meetings').then((answer) => {
          if (answer.ok) setListed(answer);
        });
    };
    const ends = [
      every(REFRESH_MS, refresh),
      listen(document, { visibilitychange: refresh }),
      listen(window, { focus: refresh }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, []);
  const makes = !barred(staff.role, 'create-meeting');
  const invites = !barred(staff.role, 'invite');
  return (
    <div className={`${shell['console'] ?? ''} column`}>
      <header className={styles['head']}>
        <span className={styles['seal']}>
          <Seal label={common.title} />
        </span>
        <h1 className={styles['title']}>{text.title}</h1>
        <span className={styles['who']}>{text.whoAmI(staff.name, text.roles[staff.role])}</span>
        <ManualLink />
        <LanguageSwitch />
        <Button
          waiting={leaving.waiting}
          onClick={() => void leaving.run(() => call('/api/staff/logout', {}), onLeft)}
        >
          {text.logOut}
        </Button>
      </header>
      <main className={styles['body']}>
        <section aria-labelledby="meetings" className={styles['meetings']}>
          <h2 id="meetings">{text.home.meetings}</h2>
          <Notice trouble={leaving.trouble ?? trouble} />
          <MeetingList listed={listed} none={makes ? text.home.noMeetings : text.home.noneYet} />
          {makes && <OpenExample />}
        </section>
        <div className={styles['side']}>
          {makes ? <CreateMeeting /> : <WhoMakes own={staff.role} />}
          {invites && <InviteStaff />}
          {invites && <StaffList own={staff.id} />}
        </div>
      </main>
      <SessionBar zone={null} />
    </div>
  );
}
