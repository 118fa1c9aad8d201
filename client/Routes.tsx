// Every page by its address, each loaded on demand: a phone never downloads the console, nor a projector the scoring page.
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { InMeeting } from './InMeeting.tsx';
import { later } from './live/later.ts';
import { Guard } from './ui/Guard.tsx';

const PhonePage = later(async () => (await import('./phone/PhonePage.tsx')).PhonePage);
const FrontPage = later(async () => (await import('./home/FrontPage.tsx')).FrontPage);
const ConsolePage = later(async () => (await import('./console/ConsolePage.tsx')).ConsolePage);
const ScreenPage = later(async () => (await import('./screen/ScreenPage.tsx')).ScreenPage);
const KioskPage = later(async () => (await import('./kiosk/KioskPage.tsx')).KioskPage);
const WatchPage = later(async () => (await import('./watch/WatchPage.tsx')).WatchPage);
const VerifyPage = later(async () => (await import('./verify/VerifyPage.tsx')).VerifyPage);

const MEETING_PAGES = [
  ['j', PhonePage],
  ['kiosk', KioskPage],
  ['screen', ScreenPage],
  ['watch', WatchPage],
] as const;

export function Routes() {
  const [address] = useLocation();
  return (
    // A link away from a page that is broken leads to one that may not be.
    <Guard part="page" look="page" reset={address}>
      <Switch>
        <Route path="/">{() => <FrontPage page={null} />}</Route>
        <Route path="/verify">{() => <VerifyPage />}</Route>
        <Route path="/console">{() => <ConsolePage code={null} />}</Route>
        <Route path="/m/:code/console/*?">
          {({ code, '*': rest }) => <ConsolePage code={code} rest={rest ?? ''} />}
        </Route>
        {MEETING_PAGES.map(([name, Page]) => (
          <Route key={name} path={`/m/:code/${name}`}>
            {({ code }) =>
              name === 'screen' ? (
                <Page code={code} />
              ) : (
                <InMeeting code={code}>
                  <Page code={code} />
                </InMeeting>
              )
            }
          </Route>
        ))}
        {MEETING_PAGES.map(([name]) => (
          <Route key={name} path={`/${name}`}>
            {() => <FrontPage page={name} />}
          </Route>
        ))}
        <Route>
          <Redirect to="/" replace />
        </Route>
      </Switch>
    </Guard>
  );
}
