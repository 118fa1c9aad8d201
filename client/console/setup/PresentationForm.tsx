// The settings of a presentation: whose, and how long.
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import type { FormProps } from './kind-props.ts';
import { MinutesField } from './MinutesField.tsx';
import { UnitSelect } from './UnitSelect.tsx';
import styles from './Agenda.module.css';

export function PresentationForm({ item, onChange }: FormProps<'presentation'>) {
  const words = useText(consoleText).agenda;
  return (
    <div className={styles['settings']}>
      <UnitSelect
        value={item.subject}
        onChange={(subject) => {
          onChange({ ...item, subject });
        }}
      />
      <MinutesField
        label={words.presentationMinutes}
        seconds={item.seconds}
        onChange={(seconds) => {
          onChange({ ...item, seconds });
        }}
      />
    </div>
  );
}
