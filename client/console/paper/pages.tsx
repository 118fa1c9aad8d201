// The pages of all copies: two forms on each where they fit, else page after page, each copy on paper of its own.
import type { ReactNode } from 'react';
import type { Choice } from './choices.ts';
import { formLayout, tableLayout } from './layout.ts';
import { PaperForm } from './PaperForm.tsx';
import { PaperTable } from './PaperTable.tsx';
import print from '../print.module.css';
import styles from './Paper.module.css';

const page = `${print['page'] ?? ''} ${styles['page'] ?? ''}`;

/** `apart`: a round of many units whose criteria fit no table, so that each unit has its form. */
export function pagesOf({
  choice,
  copies,
  title,
  rehearsal,
}: {
  readonly choice: Choice;
  readonly copies: number;
  readonly title: string;
  readonly rehearsal: boolean;
}): { readonly pages: readonly ReactNode[]; readonly apart: boolean } {
  const { kind, sheet, attempt, units, groups } = choice;
  const named = [sheet.name, ...groups].join(' · ');
  const heading = { title, sheet: named, round: kind, attempt, rehearsal };
  const table = kind === 'written' ? tableLayout(sheet, title, units) : null;
  const each = Array.from({ length: copies }, (_, copy) => copy);
  if (table)
    return {
      apart: false,
      pages: each.flatMap((copy) =>
        table.pages.map((lines, n) => (
          <section
            key={`${String(copy)}.${String(n)}`}
            className={`${page} ${styles[table.wide ? 'wide' : 'upright'] ?? ''}`}
          >
            <PaperTable
              heading={{ ...heading, page: n + 1, pages: table.pages.length }}
              criteria={sheet.lines}
              layout={table}
              lines={lines}
            />
          </section>
        )),
      ),
    };
  const subjects: readonly (string | null)[] = units.length === 0 ? [null] : units;
  const forms = each.flatMap((copy) =>
    subjects.flatMap((unit, place) => {
      const { half, pages } = formLayout(sheet, title, unit);
      return pages.map((lines, n) => ({
        half,
        form: (
          <PaperForm
            key={[copy, place, n].join('.')}
            heading={{ ...heading, page: n + 1, pages: pages.length }}
            unit={unit}
            lines={lines}
            last={n === pages.length - 1}
          />
        ),
      }));
    }),
  );
  // One name that needs a whole page gives all of them one: cut sheets of two sizes are a nuisance.
  const perPage = forms.every(({ half }) => half) ? 2 : 1;
  const count = Math.ceil(forms.length / perPage);
  return {
    apart: kind === 'written',
    pages: Array.from({ length: count }, (_, n) => (
      <section
        key={n}
        className={[page, styles['upright'], perPage === 2 && styles['two']]
          .filter(Boolean)
          .join(' ')}
      >
        {forms.slice(n * perPage, (n + 1) * perPage).map(({ form }) => form)}
      </section>
    )),
  };
}
