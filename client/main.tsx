// Routes, each loaded on demand: a phone never downloads the console, nor a projector the scoring page.
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Redirect, Route, Switch } from 'wouter';
import './ui/tokens.css';
import { isRehearsalCode } from '../shared/rehearsal-code.ts';
import { onRefusal } from './live/heard.ts';
import { askReach } from './live/http.ts';
import { takeSecret } from './live/secret.ts';

// Before anything else loads: the ticket must not stay in the address bar (BALLOTS.md §3).
takeSecret();

onRefusal((refusal) => {
  if (refusal.code === 'foreign-origin')
    void import('./foreign/show.tsx').then(({ showForeign }) => {
      showForeign(refusal);
    });
});
// A phone that comes in learns it by coming in; thousands of them need not ask besides.
if (!location.pathname.endsWith('/j')) void askReach();

const FrontPage = lazy(async () => ({
  default: (await import('./home/FrontPage.tsx')).FrontPage,
}));
const PhonePage = lazy(async () => ({
  default: (await import('./phone/PhonePage.tsx')).PhonePage,
}));
const ConsolePage = lazy(async () => ({
  default: (await import('./console/ConsolePage.tsx')).ConsolePage,
}));
const RehearsalBand = lazy(async () => ({
  default: (await import('./rehearsal/RehearsalBand.tsx')).RehearsalBand,
}));
const ScreenPage = lazy(async () => ({
  default: (await import('./screen/ScreenPage.tsx')).ScreenPage,
}));
const KioskPage = lazy(async () => ({
  default: (await import('./kiosk/KioskPage.tsx')).KioskPage,
}));
const WatchPage = lazy(async () => ({
  default: (await import('./watch/WatchPage.tsx')).WatchPage,
}));

const MEETING_PAGES = [
  ['j', PhonePage],
  ['kiosk', KioskPage],
  ['screen', ScreenPage],
  ['watch', WatchPage],
] as const;

function App() {
  return (
    <Suspense fallback={null}>
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
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
