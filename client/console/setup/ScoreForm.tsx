// The settings of a round on stage: about whom, and how it is held.
import type { FormProps } from './kind-props.ts';
import { ScoreFields } from './ScoreFields.tsx';
import { UnitSelect } from './UnitSelect.tsx';
import styles from './Agenda.module.css';

export function ScoreForm({ item, onChange }: FormProps<'score'>) {
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
}
