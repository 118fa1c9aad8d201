// Who could be recognised by codes that a lock publishes: combinations of attributes that fewer than three people share.
import { quotasSetupText } from '../../../shared/text/console/quotas.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { Remark } from '../parts/Notice.tsx';
import styles from './Quotas.module.css';

/** Nothing where there are none. */
export function RareNote() {
  const text = useText(quotasSetupText);
  const { people, combinations, first } = useView((view) => view.setup.rare);
  if (combinations === 0) return null;
  return (
    <div className={styles['rare']}>
      <Remark>{text.rare(people, combinations)}</Remark>
      <details>
        <summary>{text.rareShow}</summary>
        <ul>
          {first.map(({ names, people: some }) => (
            <li key={names.join('|')}>{text.rareOf(names, some)}</li>
          ))}
        </ul>
        {combinations > first.length && (
          <p className="quiet">{text.rareMore(combinations - first.length)}</p>
        )}
      </details>
    </div>
  );
}
