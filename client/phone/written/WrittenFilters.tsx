// Which units the page lists: all, those to score, those with the top, one's recusals; by category; by a part of the name.
import { writtenText } from '../../../shared/text/written.ts';
import type { ShownCategory } from '../../../shared/views/slices/shown.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { useText } from '../../ui/language.ts';
import { TypedInput } from '../../ui/TypedInput.tsx';
import type { ShownLeft } from './row-limit.ts';
import { isOpen, type Filter, type Row } from './written-rows.ts';
import styles from './WrittenFilters.module.css';

export interface Choosing {
  readonly filter: Filter;
  readonly category: string | null;
  readonly query: string;
}

export function WrittenFilters({
  rows,
  choosing,
  left,
  isTop,
  finds,
  onChoose,
}: {
  readonly rows: readonly Row[];
  readonly choosing: Choosing;
  readonly left: ShownLeft | null;
  readonly isTop: (row: Row) => boolean;
  /** With the field for a part of the name. */
  readonly finds: boolean;
  readonly onChoose: (choosing: Choosing) => void;
}) {
  const text = useText(writtenText);
  const counts: Readonly<Record<Filter, number>> = {
    all: rows.length,
    open: rows.filter(isOpen).length,
    top: rows.filter(isTop).length,
    recused: rows.filter(({ state }) => state === 'recused').length,
  };
  const filters = (['all', 'open', 'top', 'recused'] as const).filter(
    (filter) =>
      filter === 'all' || filter === 'open' || counts[filter] > 0 || choosing.filter === filter,
  );
  const label = (filter: Filter) =>
    filter === 'top'
      ? text.filters.top(counts.top, left?.grade ?? null, left?.total ?? null)
      : text.filters[filter](counts[filter]);
  const categories = [
    ...new Map<string, ShownCategory>(
      rows.map(({ target: { subject } }) => [subject.category.id, subject.category]),
    ).values(),
  ].sort((a, b) => a.hue - b.hue);
  return (
    <div className={styles['filters']}>
      <div className={styles['row']}>
        <div role="group" aria-label={text.filter} className={styles['tabs']}>
          {filters.map((filter) => (
            <button
              key={filter}
              type="button"
              className="bare quiet"
              aria-pressed={choosing.filter === filter}
              onClick={() => {
                onChoose({ ...choosing, filter });
              }}
            >
              {label(filter)}
            </button>
          ))}
        </div>
        {categories.length > 1 && (
          <div role="group" aria-label={text.categories} className={styles['marks']}>
            {categories.map(({ id, mark, hue, name }) => (
              <button
                key={id}
                type="button"
                aria-pressed={choosing.category === id}
                aria-label={name}
                title={name}
                onClick={() => {
                  onChoose({ ...choosing, category: choosing.category === id ? null : id });
                }}
              >
                <CategoryMark mark={mark} hue={hue} />
              </button>
            ))}
          </div>
        )}
      </div>
      {finds && (
        <div className={styles['narrow']}>
          <TypedInput
            type="search"
            className={styles['find']}
            aria-label={text.find}
            placeholder={text.find}
            enterKeyHint="search"
            value={choosing.query}
            onText={(query) => {
              onChoose({ ...choosing, query });
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur();
            }}
          />
        </div>
      )}
    </div>
  );
}
