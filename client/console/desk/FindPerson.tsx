// A search field and the people it finds.
import { useState } from 'react';
import { deskText } from '../../../shared/text/desk.ts';
import type { ReviewerId } from '../../../shared/ids.ts';
import { readScan } from '../../../shared/ticket-scan.ts';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { Form } from '../parts/Form.tsx';
import { findPeople, type Person } from '../setup/choose-people.ts';
import styles from './Desk.module.css';

/** Enter takes the first. */
export function FindPerson({
  label,
  people,
  most,
  autoFocus = false,
  onChoose,
}: {
  readonly label: string;
  readonly people: readonly Person[];
  readonly most: number;
  readonly autoFocus?: boolean;
  readonly onChoose: (reviewer: ReviewerId) => void;
}) {
  const text = useText(deskText);
  const { groups } = useView((view) => view.setup);
  const [words, setWords] = useState('');
  const groupName = (person: Person) => groups.find(({ id }) => id === person.group)?.name ?? '';
  const all = findPeople(people, words, groupName);
  const found = all.slice(0, most);
  return (
    <div className={styles['find']}>
      <Form
        onSubmit={() => {
          if (found[0]) onChoose(found[0].reviewer);
        }}
      >
        <Field
          label={label}
          hint={
            words.trim() === '' || found.length > 0
              ? text.findHint
              : isTicket(words)
                ? text.findNoCode
                : text.nobody
          }
          type="search"
          autoComplete="off"
          autoFocus={autoFocus}
          value={words}
          onText={setWords}
        />
      </Form>
      <ul className={styles['results']}>
        {found.map((one) => (
          <li key={one.reviewer}>
            <button
              type="button"
              onClick={() => {
                onChoose(one.reviewer);
              }}
            >
              <b>{one.name}</b>
              <span className="quiet small">
                {[one.seat ?? one.reviewer, groupName(one)].join(' ')}
              </span>
              <span className="quiet small">{text.standings[one.standing]}</span>
            </button>
          </li>
        ))}
      </ul>
      {all.length > most && <p className="quiet small">{text.more(all.length - most)}</p>}
    </div>
  );
}

/** A scanned ticket, or a short code as it is printed: whose they are only the server can tell, and tells nobody. */
function isTicket(words: string): boolean {
  const scan = readScan(words);
  return scan.kind === 'code'
    ? /^\S{4}[\p{Pd}_]\S{4}$/u.test(words.trim())
    : /^h-?t-?t-?p/i.test(words.normalize('NFKC').trim());
}
