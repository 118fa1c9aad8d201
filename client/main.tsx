// Routes, each loaded on demand: a phone never downloads the console, nor a projector the scoring page.
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import './ui/tokens.css';
import './ui/layout.css';
import { isRehearsalCode } from '../shared/rehearsal-code.ts';
import { commonText } from '../shared/text/common.ts';
import { prepareFaults } from './live/faults.ts';
import { later, quietly } from './live/later.ts';
import { onRefusal } from './live/heard.ts';
import { askReach } from './live/http.ts';
import { takeSecret } from './live/secret.ts';
import { Guard } from './ui/Guard.tsx';
import { useText } from './ui/language.ts';
import { useLarge } from './ui/large.ts';

// Before anything else loads: the ticket must not stay in the address bar (BALLOTS.md §3).
takeSecret();
prepareFaults();

onRefusal((refusal) => {
  if (refusal.code === 'foreign-origin' || refusal.code === 'other-version')
    void import('./whole-page.ts').then(({ showWhole }) => {
      showWhole(refusal);
    });
});
// A phone that comes in learns it by coming in; thousands of them need not ask besides.
if (!location.pathname.endsWith('/j')) void askReach();

const FrontPage = later(async () => (await import('./home/FrontPage.tsx')).FrontPage);
const PhonePage = later(async () => (await import('./phone/PhonePage.tsx')).PhonePage);
const ConsolePage = later(async () => (await import('./console/ConsolePage.tsx')).ConsolePage);
const RehearsalBand = later(
  async () => (await import('./rehearsal/RehearsalBand.tsx')).RehearsalBand,
);
const ScreenPage = later(async () => (await import('./screen/ScreenPage.tsx')).ScreenPage);
const KioskPage = later(async () => (await import('./kiosk/KioskPage.tsx')).KioskPage);
const WatchPage = later(async () => (await import('./watch/WatchPage.tsx')).WatchPage);

// What stands is shown until it has come.
const LargeLetters = quietly(
  later(async () => (await import('./ui/LargeLetters.tsx')).LargeLetters),
);

const MEETING_PAGES = [
  ['j', PhonePage],
  ['kiosk', KioskPage],
  ['screen', ScreenPage],
  ['watch', WatchPage],
] as const;

function App() {
  const [address] = useLocation();
  return (
    // A link away from a page that is broken leads to one that may not be.
    <Guard part="page" look="page" reset={address}>
      <Suspense fallback={<Opening />}>
        <Switch>
          <Route path="/">{() => <FrontPage page={null} />}</Route>
          <Route path="/console">{() => <ConsolePage code={null} />}</Route>
          <Route path="/m/:code/console/*?">
            {({ code, '*': rest }) => <ConsolePage code={code} rest={rest ?? ''} />}
          </Route>
          {MEETING_PAGES.map(([name, Page]) => (
            <Route key={name} path={`/m/:code/${name}`}>
              {({ code }) => (
                <>
                  {name !== 'screen' && isRehearsalCode(code) && <RehearsalBand />}
                  {name !== 'screen' && <Letters />}
                  <Page code={code} />
                </>
              )}
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
      </Suspense>
    </Guard>
  );
}

/** The large version, where it was chosen. */
function Letters() {
  return useLarge() && <LargeLetters />;
}

/** A page that is still to come, over a network that takes its time. */
function Opening() {
  return <p className="opening">{useText(commonText).loading}</p>;
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
