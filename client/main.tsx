// Where every page begins: the secret leaves the address bar, a phone gets its page, and any other address its route.
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/tokens.css';
import './ui/layout.css';
import { InMeeting } from './InMeeting.tsx';
import { prepareFaults } from './live/faults.ts';
import { first } from './live/later.ts';
import { onRefusal } from './live/heard.ts';
import { askReach } from './live/http.ts';
import { takeSecret } from './live/secret.ts';
import { Guard } from './ui/Guard.tsx';
import { Opening } from './ui/Opening.tsx';

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

/** The code of the meeting whose panel this phone is of: no link leads away from there, and nothing is loaded to find out. */
const [, phoneAt] = /^\/m\/([\w-]+)\/j$/.exec(location.pathname) ?? [];
const page =
  phoneAt === undefined
    ? first(async () => (await import('./Routes.tsx')).Routes)
    : first(async () => {
        const { PhonePage } = await import('./phone/PhonePage.tsx');
        return () => (
          <InMeeting code={phoneAt}>
            <PhonePage code={phoneAt} />
          </InMeeting>
        );
      });

function App() {
  return (
    <Guard part="page" look="page">
      <Suspense fallback={<Opening />}>
        <page.Part />
      </Suspense>
    </Guard>
  );
}

/** Longer, and it is said that something is to come, in milliseconds. */
const BLANK_MS = 300;

const root = document.getElementById('root');
const blank = new Promise((done) => setTimeout(done, BLANK_MS));
if (root)
  void Promise.race([page.settled, blank]).then(() => {
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
  });
