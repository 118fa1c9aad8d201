// A page that was opened under an address which the server was not told of: covered with what to do, until the server
// takes it. Fetched only then; the page below stays as it is.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { RefusalOf } from '../../shared/meeting/refusals.ts';
import { askReach } from '../live/http.ts';
import { ForeignPage } from './ForeignPage.tsx';

/** A restart with the right option takes a few seconds. */
const AGAIN_MS = 5000;

let isShown = false;

export function showForeign(refusal: RefusalOf<'foreign-origin'>): void {
  if (isShown) return;
  isShown = true;
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  root.render(
    <StrictMode>
      <ForeignPage refusal={refusal} />
    </StrictMode>,
  );
  const timer = setInterval(() => {
    void askReach().then((isOurs) => {
      if (!isOurs || !isShown) return;
      isShown = false;
      clearInterval(timer);
      root.unmount();
      place.remove();
    });
  }, AGAIN_MS);
}
