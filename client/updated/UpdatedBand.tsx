// A sentence and a key: this page is of another version than the server.
import { updatedText } from '../../shared/text/updated.ts';
import { keep } from '../live/storage.ts';
import { reload } from '../broken/reload.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/language.ts';
import styles from './UpdatedBand.module.css';

const TRIAL = 'kleroterion.trial';

/** @param again it was loaded again already, and the same page came */
export function UpdatedBand({ again }: { readonly again: boolean }) {
  const text = useText(updatedText);
  return (
    <section className={styles['band']} role="alert">
      <p>
        <strong>{text.title}</strong>
        <br />
        {again ? text.again : keepsAll() ? text.kept : text.unkept}
      </p>
      <Button kind="ink" onClick={reload}>
        {text.reload}
      </Button>
    </section>
  );
}

/** A phone keeps every tap, if its browser keeps anything; the console's fields are kept nowhere. */
function keepsAll(): boolean {
  return /\/(j|kiosk)$/.test(location.pathname) && keep(TRIAL, '') && keep(TRIAL, null);
}
