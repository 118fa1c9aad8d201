// The settings of a card: a title and a few lines, as the hall reads them.
import { useId } from 'react';
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { TypedArea } from '../../ui/TypedInput.tsx';
import type { FormProps } from './kind-props.ts';
import styles from './Agenda.module.css';

export function CardForm({ item, onChange }: FormProps<'card'>) {
  const words = useText(consoleAgendaText);
  const id = useId();
  return (
    <div className={styles['settings']}>
      <div className={styles['cardTitle']}>
        <Field
          label={words.cardTitle}
          value={item.title}
          maxLength={120}
          error={item.title.trim() === '' ? words.cardTitleMissing : null}
          live
          onText={(text) => {
            onChange({ ...item, title: text });
          }}
        />
      </div>
      <div className={styles['cardText']}>
        <label className="bold" htmlFor={id}>
          {words.cardText}
        </label>
        <TypedArea
          id={id}
          value={item.text}
          maxLength={2000}
          rows={3}
          live
          onText={(text) => {
            onChange({ ...item, text });
          }}
        />
      </div>
    </div>
  );
}
