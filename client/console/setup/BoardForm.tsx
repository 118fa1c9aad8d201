// The setting of a board: standings of all, or of one category.
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { Select } from '../parts/Select.tsx';
import type { FormProps } from './kind-props.ts';
import styles from './Agenda.module.css';

export function BoardForm({ item: { id, kind, category }, onChange }: FormProps<'board'>) {
  const words = useText(consoleAgendaText);
  const categories = useView((view) => view.setup.categories);
  return (
    <div className={styles['settings']}>
      <Select<string>
        label={words.category}
        value={category ?? ALL}
        options={[
          { value: ALL, label: words.boardAll },
          ...categories.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onChange={(value) => {
          const chosen = categories.find((one) => one.id === value);
          onChange({ id, kind, ...(chosen ? { category: chosen.id } : {}) });
        }}
      />
    </div>
  );
}

const ALL = '';
