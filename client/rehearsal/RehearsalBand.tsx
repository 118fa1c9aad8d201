// The band that no page of a rehearsal is without: hatched like everything that is not final, and a sentence.
import { rehearsalText } from '../../shared/text/rehearsal.ts';
import { useLanguage, type Language } from '../ui/language.ts';
import styles from './RehearsalBand.module.css';

/** `stage`: over the projector's top rail, in its lengths; `sheet`: on a printed ticket. */
export function RehearsalBand({
  look = 'page',
  lang,
}: {
  readonly look?: 'page' | 'stage' | 'sheet';
  /** The page's own language unless given. */
  readonly lang?: Language;
}) {
  const own = useLanguage();
  const text = rehearsalText[lang ?? own];
  return (
    <p className={`${styles['band'] ?? ''} ${styles[look] ?? ''}`}>
      <span>
        <strong>{text.band}</strong> · {text.bandNote}
      </span>
    </p>
  );
}
