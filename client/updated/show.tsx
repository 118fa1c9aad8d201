// Above a page that is of another version than the server. Fetched only then; the page below stays as it is.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { reloadOnce, wasReloaded } from '../broken/reload.ts';
import { hasStood } from '../live/view-store.ts';
import { UpdatedBand } from './UpdatedBand.tsx';
import styles from './UpdatedBand.module.css';

let isShown = false;

export function showUpdated(): void {
  if (isShown) return;
  isShown = true;
  const again = wasReloaded();
  // Nobody has typed anything yet where no view has come, and nobody stands at a projector or types on a viewer's page.
  if (!hasStood() || /\/(screen|watch)$/.test(location.pathname)) reloadOnce();
  const place = document.createElement('div');
  place.className = styles['place'] ?? '';
  document.body.prepend(place);
  createRoot(place).render(
    <StrictMode>
      <UpdatedBand again={again} />
    </StrictMode>,
  );
}
