// The settings of one item, by its kind.
import { consoleText } from '../../../shared/text/console.ts';
import type { Item } from '../../../shared/meeting/state.ts';
import { useText } from '../../ui/language.ts';
import { DrawForm } from './DrawForm.tsx';
import { MinutesField } from './MinutesField.tsx';
import { ScoreFields } from './ScoreFields.tsx';
import { UnitSelect } from './UnitSelect.tsx';
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
    case 'board':
      return null;
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
            value={item.subjects[0] ?? ''}
            onChange={(subject) => {
              onChange({ ...item, subjects: [subject] });
            }}
          />
          <ScoreFields
            score={item}
            onChange={(score) => {
              onChange({ ...item, ...score });
            }}
          />
        </div>
      );
  }
}
