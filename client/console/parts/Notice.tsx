// What went wrong, in ink and hatch, beside what was pressed (LOOK.md §1); never red, never an alert box.
import { useEffect, useRef, type ReactNode } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { own } from '../../../shared/own.ts';
import { refusalSentence } from '../../../shared/text/refusals.ts';
import { useLanguage, useText } from '../../ui/language.ts';
import type { Trouble } from './trouble.ts';
import styles from './Notice.module.css';

/** The sentence of a trouble; keeps its place empty without one. `instead` replaces the sentence of some refusals. */
export function Notice({
  trouble,
  instead,
}: {
  readonly trouble: Trouble | null;
  readonly instead?: Readonly<Record<string, string>> | undefined;
}) {
  const text = useText(consoleText).trouble;
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A refusal below the edge of the window would be no answer at all.
    if (trouble !== null) place.current?.scrollIntoView({ block: 'nearest' });
  }, [trouble]);
  return (
    <div ref={place} role="alert" className={styles['place']}>
      {trouble && (
        <p className={styles['notice']}>
          {trouble.kind === 'refused'
            ? ((instead && own(instead, trouble.refusal.code)) ??
              refusalSentence(language, trouble.refusal))
            : text[trouble.kind]}
        </p>
      )}
    </div>
  );
}

/** A sentence worth knowing that refuses nothing. */
export function Remark({ children }: { readonly children: ReactNode }) {
  return <p className={styles['remark']}>{children}</p>;
}
