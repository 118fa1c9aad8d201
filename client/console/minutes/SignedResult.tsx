// What the year's result came to, and who put their name to it: computed, checked, reviewed, settled, published, final.
import { outcomeText } from '../../../shared/text/outcome.ts';
import { minutesText } from '../../../shared/text/minutes.ts';
import type { MinutesResult } from '../../../shared/views/audiences/minutes.ts';
import type { ShownApproval, ShownStep } from '../../../shared/views/slices/result-slices.ts';
import { useLanguage, useText } from '../../ui/language.ts';
import { dateTimeIn } from './dates.ts';
import styles from './Minutes.module.css';

export function SignedResult({
  result: { rows, outcome },
  zone,
}: {
  readonly result: MinutesResult;
  readonly zone: string;
}) {
  const text = useText(outcomeText);
  const minutes = useText(minutesText);
  const language = useLanguage();
  const { computed, checked, approvals, published, final } = outcome;
  const steps: readonly (readonly [string, ShownStep | ShownApproval | null])[] = [
    [text.steps.computed, computed],
    [text.steps.checked, checked],
    [text.steps.reviewed, approvals.reviewed],
    [text.steps.settled, approvals.settled],
    [text.steps.published, published],
    [text.steps.final, final],
  ];
  return (
    <section tabIndex={0} aria-label={text.result}>
      <h2>{text.result}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col" className={styles['number']}>
              {minutes.rank}
            </th>
            <th scope="col">{minutes.unit}</th>
            <th scope="col">{minutes.category}</th>
            <th scope="col" className={styles['number']}>
              {minutes.categoryRank}
            </th>
            <th scope="col" className={styles['number']}>
              {text.total}
            </th>
            <th scope="col">{text.grade}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ subject, rank, categoryRank, total, grade }) => (
            <tr key={subject.id}>
              <td className={styles['number']}>{rank ?? '–'}</td>
              <td>{subject.name}</td>
              <td>{subject.category.name}</td>
              <td className={styles['number']}>{categoryRank ?? '–'}</td>
              <td className={styles['number']}>{total ?? '–'}</td>
              <td>{grade ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl>
        {steps.map(([name, taken]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {taken ? `${taken.by} ${dateTimeIn(zone, language, taken.at)}` : text.notYet}
              {taken && 'body' in taken && (
                <> · {text.approvedBy(taken.body, taken.date, taken.document)}</>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles['hash']}>{outcome.hash}</p>
    </section>
  );
}
