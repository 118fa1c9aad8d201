// What every paper ballot carries: whose meeting, who fills it in, where it goes.
import type { ReactNode } from 'react';
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

/** One page of a ballot, its content between head and foot. */
export function Paper({
  heading: { title, sheet, round, attempt, rehearsal, page, pages },
  children,
}: {
  readonly heading: Heading;
  readonly children: ReactNode;
}) {
  const text = useText(paperText);
  return (
    <article className={styles['form']}>
      <header className={styles['head']}>
        {rehearsal && <RehearsalBand look="sheet" />}
        <div>
          <h1>{title}</h1>
          <p className={styles['date']}>{text.date}</p>
        </div>
        <p>
          <b>{text.title}</b>
          <span>{sheet}</span>
          {round !== 'blank' && <span>{text.attempt(text.rounds[round], attempt)}</span>}
        </p>
      </header>
      {children}
      <footer className={styles['foot']}>
        <p>{text.goes}</p>
        <Lines className={styles['staff']} labels={[text.entered, text.checked]} />
        {pages > 1 && <p>{text.page(page, pages)}</p>}
      </footer>
    </article>
  );
}

/** Nobody's name is printed: a named ballot is named by its own hand. */
export function Who() {
  const text = useText(paperText);
  return <Lines className={styles['who']} labels={[text.name, text.group, text.signature]} />;
}

/** Lines to write on. */
function Lines({
  className,
  labels,
}: {
  readonly className: string | undefined;
  readonly labels: readonly string[];
}) {
  return (
    <p className={className}>
      {labels.map((label) => (
        <span key={label}>
          {label}
          <i />
        </span>
      ))}
    </p>
  );
}
