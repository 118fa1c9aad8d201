// Which units the page lists: all, those to score, one's recusals; by category; by a part of the name.
import { writtenText } from '../../../shared/text/written.ts';
import type { ShownCategory } from '../../../shared/views/slices/shown.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { useText } from '../../ui/language.ts';
import { TypedInput } from '../../ui/TypedInput.tsx';
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
  onChoose,
}: {
  readonly rows: readonly Row[];
  readonly choosing: Choosing;
  readonly onChoose: (choosing: Choosing) => void;
}) {
  const text = useText(writtenText);
  const counts: Readonly<Record<Filter, number>> = {
    all: rows.length,
    open: rows.filter(isOpen).length,
    recused: rows.filter(({ state }) => state === 'recused').length,
  };
  const filters = (['all', 'open', 'recused'] as const).filter(
    (filter) => filter !== 'recused' || counts.recused > 0,
  );
  const categories = [
    ...new Map<string, ShownCategory>(
      rows.map(({ target: { subject } }) => [subject.category.id, subject.category]),
    ).values(),
  ].sort((a, b) => a.hue - b.hue);
  return (
    <div className="under">
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
            {text.filters[filter](counts[filter])}
          </button>
        ))}
      </div>
      <div className={styles['narrow']}>
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
    </div>
  );
}
