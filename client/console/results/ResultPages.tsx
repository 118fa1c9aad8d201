// The pages beside the list of units: their statements, bonuses and deductions, how far the result is decided.
import { Link } from 'wouter';
import { outcomeText } from '../../../shared/text/outcome.ts';
import { useText } from '../../ui/language.ts';
import { useConsole } from '../parts/console-context.ts';
import { addressOf } from '../place.ts';
import styles from './Outcome.module.css';

const PAGES = ['units', 'adjust', 'decide'] as const;

/** @param page as the address names it; null and what is unknown is the first */
export function ResultPages({ page }: { readonly page: string | null }) {
  const text = useText(outcomeText);
  const { code } = useConsole();
  const shown = PAGES.find((one) => one === page) ?? 'units';
  const address = addressOf(code, 'results');
  return (
    <p className={styles['pages']} role="group" aria-label={text.pagesLabel}>
      {PAGES.map((one) => (
        <Link
          key={one}
          href={one === 'units' ? address : `${address}?page=${one}`}
          aria-current={one === shown ? 'page' : undefined}
        >
          {text.pages[one]}
        </Link>
      ))}
    </p>
  );
}

export function NoPlan() {
  const text = useText(outcomeText);
  const { code } = useConsole();
  return (
    <div className={styles['page']}>
      <p>{text.noPlan}</p>
      <p>
        <Link href={addressOf(code, 'setup', 'result')}>{text.toPlan}</Link>
      </p>
    </div>
  );
}
