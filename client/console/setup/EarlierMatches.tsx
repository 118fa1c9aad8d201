// Whom a list of earlier drawn finds on this meeting's rosters, each with how; only those ticked are left out, and by one press.
import { useState } from 'react';
import { SURE, type Listed, type Matched } from '../../../shared/meeting/draws/earlier.ts';
import { earlierText } from '../../../shared/text/console/earlier.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import styles from './DrawWithout.module.css';

export function EarlierMatches({
  people,
  matches,
  present,
  onConfirm,
}: {
  readonly people: boolean;
  readonly matches: readonly Matched[];
  readonly present: readonly Listed[];
  readonly onConfirm: (ids: readonly string[]) => void;
}) {
  const text = useText(earlierText);
  const names = new Map(present.map(({ id, name }) => [id, name]));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(matches.flatMap(({ how, ids }) => (SURE.has(how) ? ids : []))),
  );
  const found = matches.filter(({ ids }) => ids.length > 0);
  const missing = matches.filter(({ ids }) => ids.length === 0);
  const ids = [...ticked];
  return (
    <div>
      <p role="status">{text.found(found.length, matches.length)}</p>
      <ul className={styles['matches']}>
        {found.flatMap(({ entry, how, ids: all }, n) =>
          all.map((id) => (
            <li key={`${n}/${id}`}>
              <label>
                <input
                  type="checkbox"
                  checked={ticked.has(id)}
                  onChange={(event) => {
                    const next = new Set(ticked);
                    if (event.target.checked) next.add(id);
                    else next.delete(id);
                    setTicked(next);
                  }}
                />
                <span>
                  <b>{names.get(id) ?? id}</b> <span className="quiet small">{id}</span>
                  <small data-sure={SURE.has(how)}>
                    {text.how[how]}
                    {how === 'renamed' && entry.name !== null && ` (${text.was(entry.name)})`}
                  </small>
                </span>
              </label>
            </li>
          )),
        )}
      </ul>
      {missing.length > 0 && (
        <p className={styles['missing']}>
          {text.missing(missing.length)}{' '}
          {missing.map(({ entry: { id, name } }) => name ?? id ?? '').join(' · ')}
        </p>
      )}
      <Button
        kind="ink"
        blocked={ids.length === 0 ? text.noneChosen : null}
        onClick={() => {
          onConfirm(ids);
        }}
      >
        {text.confirm(ids.length, people)}
      </Button>
    </div>
  );
}
