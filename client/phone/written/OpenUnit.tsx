// The unit that is open, at its place on the glass: its name, the way to its reports, and what its sheet asks for.
import { useId, type ReactNode, type Ref } from 'react';
import { writtenText } from '../../../shared/text/written.ts';
import { Documents } from '../../documents/Documents.tsx';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { useText } from '../../ui/language.ts';
import { widthInEms } from '../../ui/name-width.ts';
import { useSeat } from '../seat-context.ts';
import type { Row } from './written-rows.ts';
import styles from './OpenUnit.module.css';

export function OpenUnit({
  row: { key, target },
  hint,
  said,
  reports,
  beside,
  more,
  tiny,
  children,
  ref,
}: {
  readonly row: Row;
  readonly hint: string | null;
  /** In the hint's place: why something was not taken. */
  readonly said: string | null;
  /** Whether the way to its reports stands beside the name. */
  readonly reports: boolean;
  /** At the right of the name. */
  readonly beside?: ReactNode;
  /** The way to what is seldom needed; null where the sheet itself shows it. */
  readonly more: { readonly label: string; readonly onOpen: () => void } | null;
  /** The glass has room for what is needed alone. */
  readonly tiny: boolean;
  readonly children?: (title: string) => ReactNode;
  readonly ref?: Ref<HTMLLIElement>;
}) {
  const { code } = useSeat();
  const text = useText(writtenText);
  const title = useId();
  const { subject } = target;
  return (
    <li
      ref={ref}
      className={styles['unit']}
      data-key={key}
      data-open="true"
      data-tiny={tiny}
      tabIndex={-1}
      aria-labelledby={title}
    >
      <div className={styles['top']} data-moves>
        <div className={styles['head']}>
          <CategoryMark {...subject.category} label={subject.category.name} />
          <div className={styles['words']}>
            <h2 id={title} className={styles[nameSize(subject.name)]}>
              {subject.name}
            </h2>
            <p className={styles['hint']}>
              {said === null ? (
                hint !== null && <span>{hint}</span>
              ) : (
                <strong role="alert">{said}</strong>
              )}
              {more && beside !== undefined && !tiny && <More {...more} />}
            </p>
          </div>
        </div>
        {beside === undefined && (
          <div className={styles['ways']}>
            {more && <More {...more} />}
            {reports && (
              <Documents
                documents={subject.documents}
                code={code}
                label={text.keys.report}
                look={styles['report']}
              />
            )}
          </div>
        )}
      </div>
      {more && beside !== undefined && tiny && <More {...more} />}
      {beside}
      {children && <div className={styles['sheet']}>{children(title)}</div>}
    </li>
  );
}

function More({ label, onOpen }: { readonly label: string; readonly onOpen: () => void }) {
  return (
    <button type="button" className={styles['more']} onClick={onOpen}>
      {label}
    </button>
  );
}

function nameSize(name: string): 'short' | 'medium' | 'long' {
  const ems = widthInEms(name);
  return ems <= 8 ? 'short' : ems <= 14 ? 'medium' : 'long';
}
