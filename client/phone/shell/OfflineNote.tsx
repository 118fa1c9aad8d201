// Without the network, or kept out for a while: what is safe, what waits, until when it counts, and a way to try at once.
import { useEffect, useState } from 'react';
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import { offlineText } from '../../../shared/text/offline.ts';
import { after } from '../../live/until-ended.ts';
import { useText } from '../../ui/language.ts';
import { useRefusalSentence } from './refusal.ts';
import styles from './OfflineNote.module.css';

/** Shorter breaks mend themselves before anyone needs to read about them. */
const WORTH_SAYING_MS = 1500;

export function OfflineNote({
  waiting,
  about,
  keeps,
  held,
  onRetry,
}: {
  /** How many ballots wait on this phone. */
  readonly waiting: number;
  /** What the page shows, for what to say where nothing waits. */
  readonly about: 'draft' | 'counted' | 'waiting';
  /** Whether what the page has outlives it. */
  readonly keeps: boolean;
  /** Why the server keeps this page out for a while; null where the network is what is missing. */
  readonly held: Refusal | null;
  readonly onRetry: () => void;
}) {
  const text = useText(offlineText);
  const sentence = useRefusalSentence();
  const [worthSaying, setWorthSaying] = useState(false);
  useEffect(
    () =>
      after(WORTH_SAYING_MS, () => {
        setWorthSaying(true);
      }),
    [],
  );
  if (!held && !worthSaying) return null;
  return (
    <div className={styles['note']} role="status">
      <h2>{held ? text.held : waiting > 0 ? text.titleWaiting(waiting) : text.title}</h2>
      <p>
        {held
          ? sentence(held)
          : waiting > 0
            ? text[keeps ? 'safe' : 'onPage']
            : text[about === 'draft' && !keeps ? 'draftOnPage' : about]}
        {!held && waiting > 0 && <b>{text.until}</b>}
      </p>
      <button type="button" className="link bold" onClick={onRetry}>
        {text.retry}
      </button>
    </div>
  );
}
