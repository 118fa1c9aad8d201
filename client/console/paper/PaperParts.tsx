// What every paper ballot carries: whose meeting, who fills it in, where it goes.
import { paperText } from '../../../shared/text/paper.ts';
import { RehearsalBand } from '../../rehearsal/RehearsalBand.tsx';
import { useText } from '../../ui/language.ts';
import type { Choice } from './choices.ts';
import styles from './Paper.module.css';

/** What stands on every page beside its own content. */
export interface Heading {
  readonly title: string;
  readonly sheet: string;
  readonly round: Choice['kind'];
  readonly attempt: number;
  readonly rehearsal: boolean;
  readonly page: number;
  readonly pages: number;
}

export function PaperHeader({
  heading: { title, sheet, round, attempt, rehearsal },
}: {
  readonly heading: Heading;
}) {
  const text = useText(paperText);
  return (
    <header className={styles['head']}>
      {rehearsal && <RehearsalBand look="sheet" />}
      <div>
        <h2>{title}</h2>
        <p className={styles['date']}>{text.date}</p>
      </div>
      <p>
        <b>{text.title}</b>
        <span>{sheet}</span>
        {round !== 'blank' && <span>{text.attempt(text.rounds[round], attempt)}</span>}
      </p>
    </header>
  );
}

/** Lines to write on. Nobody's name is printed: a named ballot is named by its own hand. */
export function Who() {
  const text = useText(paperText);
  return (
    <p className={styles['who']}>
      {[text.name, text.group, text.signature].map((label) => (
        <span key={label}>
          {label}
          <i />
        </span>
      ))}
    </p>
  );
}

export function PaperFoot({ heading: { page, pages } }: { readonly heading: Heading }) {
  const text = useText(paperText);
  return (
    <footer className={styles['foot']}>
      <p>{text.goes}</p>
      <p className={styles['staff']}>
        {[text.entered, text.checked].map((label) => (
          <span key={label}>
            {label}
            <i />
          </span>
        ))}
      </p>
      {pages > 1 && <p>{text.page(page, pages)}</p>}
    </footer>
  );
}
