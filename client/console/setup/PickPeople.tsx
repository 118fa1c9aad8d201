// Persons one by one: by search, or by a list of ids pasted at once.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import type { ReviewerId } from '../../../shared/ids.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { TypedArea } from '../../ui/TypedInput.tsx';
import { Remark } from '../parts/Notice.tsx';
import { pastedPeople, searchPeople, type Person } from './choose-people.ts';
import styles from './Seats.module.css';

export function PickPeople({
  people,
  picked,
  onPick,
}: {
  readonly people: readonly Person[];
  readonly picked: readonly ReviewerId[];
  readonly onPick: (picked: readonly ReviewerId[]) => void;
}) {
  const text = useText(consoleText);
  const words = text.seats;
  const [search, setSearch] = useState('');
  const [pasted, setPasted] = useState('');
  const [left, setLeft] = useState<Pick<ReturnType<typeof pastedPeople>, 'unknown' | 'several'>>({
    unknown: [],
    several: [],
  });
  const found = searchPeople(people, search, 8);
  const names = new Map(people.map(({ reviewer, name }) => [reviewer, name]));
  const add = (more: readonly ReviewerId[]) => {
    onPick([...new Set([...picked, ...more])]);
  };
  return (
    <div className={styles['pick']}>
      <div>
        <Field label={words.search} type="search" value={search} onText={setSearch} />
        <ul className={styles['found']}>
          {found.map((person) => (
            <li key={person.reviewer}>
              <span>
                {person.name} <span className="quiet small">{person.reviewer}</span>
              </span>
              {person.seat !== null ? (
                <span className="quiet small">{words.hasSeat(person.seat)}</span>
              ) : (
                <Button
                  title={words.addPerson(person.name)}
                  blocked={picked.includes(person.reviewer) ? words.added : null}
                  onClick={() => {
                    add([person.reviewer]);
                  }}
                >
                  {words.add}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <label className={styles['paste']}>
          <b>{words.paste}</b>
          <TypedArea rows={3} value={pasted} live onText={setPasted} />
        </label>
        <Button
          blocked={pasted.trim() === '' ? words.pasteEmpty : null}
          onClick={() => {
            const read = pastedPeople(people, pasted);
            add(read.found);
            setLeft(read);
            setPasted([...read.unknown, ...read.several].join('\n'));
          }}
        >
          {words.addPasted}
        </Button>
        {left.unknown.length > 0 && <Remark>{words.unknown(left.unknown.join(text.and))}</Remark>}
        {left.several.length > 0 && <Remark>{words.several(left.several.join(text.and))}</Remark>}
      </div>
      {picked.length > 0 && (
        <ul className={styles['chips']} aria-label={words.picked(picked.length)}>
          {picked.map((id) => (
            <li key={id}>
              <button
                type="button"
                className="key"
                title={words.removePerson(names.get(id) ?? id)}
                onClick={() => {
                  onPick(picked.filter((one) => one !== id));
                }}
              >
                {names.get(id) ?? id} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
