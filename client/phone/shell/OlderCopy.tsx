// Instead of the seat, where the server stands behind one that this phone knows: nothing can be sent from here.
import { olderCopyText } from '../../../shared/text/older-copy.ts';
import { useText } from '../../ui/language.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { Shell } from './Shell.tsx';
import styles from './OlderCopy.module.css';

export function OlderCopy() {
  const text = useText(olderCopyText);
  return (
    <Shell place={text.place} status={null}>
      <section className={styles['note']} role="alert">
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
      </section>
      <div className={styles['next']}>
        <p>
          <b>{text.next}</b>
        </p>
        <p>{text.safe}</p>
        <p className="quiet">{text.wait}</p>
        <LanguageSwitch />
      </div>
    </Shell>
  );
}
