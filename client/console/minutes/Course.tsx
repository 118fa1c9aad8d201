// How the meeting went: its items, who was there, what became of units.
import { minutesText } from '../../../shared/text/minutes.ts';
import type { Minutes } from '../../../shared/views/audiences/minutes.ts';
import { useText } from '../../ui/language.ts';
import { timeText } from '../../parts/time.ts';
import styles from './Minutes.module.css';

interface Props {
  readonly minutes: Minutes;
}

export function Run({ minutes: { items, meeting } }: Props) {
  const text = useText(minutesText);
  const nameOf = (what: string, title: string) => (title === '' ? what : text.joined(what, title));
  return (
    <section tabIndex={0} aria-label={text.run}>
      <h2>{text.run}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.time}</th>
            <th scope="col">{text.item}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ kind, purpose, title, enteredAt, skipped }, n) => (
            <tr key={n}>
              <td className={styles['time']}>
                {enteredAt === null ? '' : timeText(enteredAt, meeting.zone)}
              </td>
              <td>
                {nameOf(purpose === null ? text.kinds[kind] : text.drawTitles[purpose], title)}{' '}
                {skipped !== null && <em>{text.skipped(skipped)}</em>}
                {skipped === null && enteredAt === null && <em>{text.notReached}</em>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function Attendance({ minutes: { groups, absent, left, replacements } }: Props) {
  const text = useText(minutesText);
  return (
    <section tabIndex={0} aria-label={text.attendance}>
      <h2>{text.attendance}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.group}</th>
            <th scope="col" className={styles['number']}>
              {text.seats}
            </th>
            <th scope="col" className={styles['number']}>
              {text.present}
            </th>
            <th scope="col" className={styles['number']}>
              {text.leftEarly}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.name}>
              <td>{group.name}</td>
              <td className={styles['number']}>{group.seats}</td>
              <td className={styles['number']}>{group.present}</td>
              <td className={styles['number']}>{group.left}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {absent.length > 0 && <p>{text.absentNames(absent.join(text.comma))}</p>}
      {left.length > 0 && <p>{text.leftNames(left.join(text.comma))}</p>}
      {replacements.map((one, n) => (
        <p key={n}>{text.replacement(one)}</p>
      ))}
    </section>
  );
}

export function Changes({ minutes: { out } }: Props) {
  const text = useText(minutesText);
  if (out.length === 0) return null;
  return (
    <section tabIndex={0} aria-label={text.changes}>
      <h2>{text.changes}</h2>
      {out.map(({ subject, into, reason }) => (
        <p key={subject.id}>
          {into === null
            ? text.withdrawn(subject.name, reason)
            : text.combined(subject.name, into, reason)}
        </p>
      ))}
    </section>
  );
}
