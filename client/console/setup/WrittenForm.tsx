// The settings of a written round: which units, by which sheet, what is shown before the reveal.
import { useState } from 'react';
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { consoleText } from '../../../shared/text/console.ts';
import type { SubjectId } from '../../../shared/ids.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { useView } from '../parts/console-context.ts';
import { Select } from '../parts/Select.tsx';
import type { FormProps } from './kind-props.ts';
import styles from './Agenda.module.css';

export function WrittenForm({ item, onChange }: FormProps<'written'>) {
  const text = useText(consoleText);
  const words = useText(consoleAgendaText);
  const sheets = useView((view) => view.setup.sheets);
  const subjects = useView((view) => view.subjects);
  const about = item.subjects === 'rest' ? 'rest' : 'chosen';
  return (
    <>
      <Select
        label={text.agenda.sheet}
        value={item.sheet}
        options={sheets.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(sheet) => {
          onChange({ ...item, sheet });
        }}
      />
      <Choice
        label={text.agenda.disclosure}
        value={item.disclosure}
        options={{ hidden: text.disclosures.hidden, progress: text.disclosures.progress }}
        note={text.agenda.disclosureMeans[item.disclosure]}
        onChange={(disclosure) => {
          onChange({ ...item, disclosure });
        }}
      />
      <Choice
        label={words.writtenAbout}
        value={about}
        options={words.writtenAbouts}
        note={about === 'rest' ? words.writtenRest : null}
        onChange={(value) => {
          const all = subjects.flatMap(({ id, out }) => (out === null ? [id] : []));
          // A list is never empty: it begins with everyone and units are taken off it.
          if (value === 'rest' || all.length === 0) onChange({ ...item, subjects: 'rest' });
          else if (item.subjects === 'rest') onChange({ ...item, subjects: all });
        }}
      />
      {item.subjects !== 'rest' && (
        <PickUnits
          picked={item.subjects}
          onChange={(picked) => {
            onChange({ ...item, subjects: picked });
          }}
        />
      )}
    </>
  );
}

function PickUnits({
  picked,
  onChange,
}: {
  readonly picked: readonly SubjectId[];
  readonly onChange: (picked: readonly SubjectId[]) => void;
}) {
  const words = useText(consoleAgendaText);
  const subjects = useView((view) => view.subjects);
  const [search, setSearch] = useState('');
  const query = search.normalize('NFKC').trim().toLowerCase();
  const chosen = new Set(picked);
  return (
    <div className={styles['pick']}>
      <Field
        label={words.find}
        type="search"
        value={search}
        hint={words.pickUnits(picked.length)}
        onText={setSearch}
      />
      <ul>
        {subjects
          .filter(({ name }) => name.normalize('NFKC').toLowerCase().includes(query))
          .map(({ id, name, category, out }) => (
            <li key={id}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.has(id)}
                  disabled={
                    (out !== null && !chosen.has(id)) || (chosen.size === 1 && chosen.has(id))
                  }
                  title={chosen.size === 1 && chosen.has(id) ? words.noneChosen : undefined}
                  onChange={(event) => {
                    const { checked } = event.target;
                    onChange(
                      subjects.flatMap((one) =>
                        (one.id === id ? checked : chosen.has(one.id)) ? [one.id] : [],
                      ),
                    );
                  }}
                />
                <CategoryMark {...category} label={category.name} />
                <span>{name}</span>
                {out !== null && <small className="quiet">{words[out]}</small>}
              </label>
            </li>
          ))}
      </ul>
    </div>
  );
}
