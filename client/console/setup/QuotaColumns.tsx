// Which columns of a roster quotas are set by: those of a few values that everybody has one of.
import { useState } from 'react';
import { MOST_ATTRIBUTES } from '../../../shared/meeting/attributes.ts';
import { quotasSetupText } from '../../../shared/text/console/quotas.ts';
import { useText } from '../../ui/language.ts';
import { chosenIn, type OfferedColumn } from './roster-file.ts';
import styles from './Roster.module.css';

export function QuotaColumns({
  columns,
  busy,
  onChange,
}: {
  readonly columns: readonly OfferedColumn[];
  readonly busy: boolean;
  readonly onChange: (headings: readonly string[]) => void;
}) {
  const text = useText(quotasSetupText);
  // A tick stands at once; what the server makes of the file then follows.
  const [ticked, setTicked] = useState(chosenIn(columns));
  return (
    <fieldset className={styles['question']}>
      <legend>{text.choose}</legend>
      <p className="quiet">{text.chooseMeans}</p>
      {columns.map(({ heading, values, flaw, blank, blanks }) => (
        <label key={heading} className={styles['candidate']}>
          <input
            type="checkbox"
            checked={ticked.includes(heading)}
            disabled={
              busy ||
              flaw !== null ||
              (!ticked.includes(heading) && ticked.length >= MOST_ATTRIBUTES)
            }
            onChange={() => {
              const next = ticked.includes(heading)
                ? ticked.filter((one) => one !== heading)
                : [...ticked, heading];
              setTicked(next);
              onChange(next);
            }}
          />
          <span>{text.column(heading, values)}</span>
          {flaw !== null && (
            <span className="quiet">
              {flaw === 'blank'
                ? text.flaws.blank(blank, blanks)
                : flaw === 'many'
                  ? text.flaws.many(values)
                  : text.flaws.one}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
