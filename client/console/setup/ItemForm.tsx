// The settings of one item, by its kind.
import { unreachable } from '../../../shared/ids.ts';
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { consoleText } from '../../../shared/text/console.ts';
import type { Item, ItemOf } from '../../../shared/meeting/agenda/item.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { Select } from '../parts/Select.tsx';
import { CardForm } from './CardForm.tsx';
import { DrawForm } from './DrawForm.tsx';
import { MinutesField } from './MinutesField.tsx';
import { ScoreFields } from './ScoreFields.tsx';
import { UnitSelect } from './UnitSelect.tsx';
import { WrittenForm } from './WrittenForm.tsx';
import styles from './Agenda.module.css';

export function ItemForm({
  item,
  onChange,
}: {
  readonly item: Item;
  readonly onChange: (item: Item) => void;
}) {
  const text = useText(consoleText).agenda;
  switch (item.kind) {
    case 'check-in':
      return null;
    case 'board':
      return (
        <div className={styles['settings']}>
          <BoardCategory item={item} onChange={onChange} />
        </div>
      );
    case 'card':
      return <CardForm item={item} onChange={onChange} />;
    case 'written':
      return <WrittenForm item={item} onChange={onChange} />;
    case 'draw':
      return <DrawForm item={item} onChange={onChange} />;
    case 'presentation':
      return (
        <div className={styles['settings']}>
          <UnitSelect
            value={item.subject}
            onChange={(subject) => {
              onChange({ ...item, subject });
            }}
          />
          <MinutesField
            label={text.presentationMinutes}
            seconds={item.seconds}
            onChange={(seconds) => {
              onChange({ ...item, seconds });
            }}
          />
        </div>
      );
    case 'score':
      return (
        <div className={styles['settings']}>
          <UnitSelect
            value={item.subjects[0]}
            onChange={(subject) => {
              onChange({ ...item, subjects: [subject] });
            }}
          />
          <ScoreFields
            score={item}
            onChange={(score) => {
              const { id, kind, subjects, secrecy } = item;
              onChange({ id, kind, subjects, secrecy, ...score });
            }}
          />
        </div>
      );
    default:
      return unreachable(item);
  }
}

/** Standings of all, or of one category. */
function BoardCategory({
  item: { id, kind, category },
  onChange,
}: {
  readonly item: ItemOf<'board'>;
  readonly onChange: (item: Item) => void;
}) {
  const words = useText(consoleAgendaText);
  const categories = useView((view) => view.setup.categories);
  return (
    <Select
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
  );
}

const ALL = '';
