// What the tablet says between two people when a ballot of the first has not arrived, or did not count.
import type { ReactNode } from 'react';
import { kioskText } from '../../shared/text/kiosk.ts';
import { Button } from '../ui/Button.tsx';
import type { ConnectionStatus } from '../ui/Connection.tsx';
import { useText } from '../ui/language.ts';
import { KioskShell } from './KioskShell.tsx';
import type { Held, Lost } from './leaving.ts';
import styles from './Interstitial.module.css';
import { useKioskSentence } from './sentence.ts';

/** Names no person and no unit: they have gone, and the next one reads it. */
export function OnItsWay({
  held,
  status,
  onRetry,
}: {
  /** What waits. */
  readonly held: Held;
  readonly status: ConnectionStatus;
  readonly onRetry: () => void;
}) {
  const text = useText(kioskText);
  const isOffline = status === 'offline';
  return (
    <Interstitial status={status}>
      <h1>{isOffline ? text.heldTitle(held) : text.sending(held)}</h1>
      <p>{text.heldSafe(held)}</p>
      <p className={styles['more']}>{text.heldStay}</p>
      {isOffline && (
        <Button large onClick={onRetry}>
          {text.retry}
        </Button>
      )}
    </Interstitial>
  );
}

/** Named, so that the desk can tell the person. Stays until somebody has read it. */
export function LostBallots({
  lost: { name, units, why },
  onRead,
}: {
  readonly lost: Lost;
  readonly onRead: () => void;
}) {
  const text = useText(kioskText);
  const sentence = useKioskSentence();
  return (
    <Interstitial status={null}>
      <h1>{text.lostTitle(units.length)}</h1>
      <p>
        {name !== '' && <b>{name}</b>} {units.join(text.comma)}
      </p>
      <p>{why?.code === 'round-closed' || why === null ? text.lostClosed : sentence(why)}</p>
      <p className={styles['more']}>{text.lostTell}</p>
      <Button kind="ink" large onClick={onRead}>
        {text.back}
      </Button>
    </Interstitial>
  );
}

function Interstitial({
  status,
  children,
}: {
  readonly status: ConnectionStatus | null;
  readonly children: ReactNode;
}) {
  return (
    <KioskShell status={status} hatched>
      <main className={styles['body']} role="alert">
        {children}
      </main>
    </KioskShell>
  );
}
