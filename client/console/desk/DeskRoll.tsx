// 应到 and 实到 by group, with those who are missing by name; a name leads to the person.
import { deskText } from '../../../shared/text/desk.ts';
import type { ReviewerId } from '../../../shared/ids.ts';
import { useText } from '../../ui/language.ts';
import { Remark } from '../parts/Notice.tsx';
import { useView } from '../parts/console-context.ts';
import { checkInRoll, type RollLine } from './check-in-roll.ts';
import styles from './DeskRoll.module.css';

export function DeskRoll({
  chosen,
  onChoose,
}: {
  readonly chosen: ReviewerId | null;
  readonly onChoose: (reviewer: ReviewerId) => void;
}) {
  const text = useText(deskText);
  const people = useView((view) => view.people);
  const { groups } = useView((view) => view.setup);
  const { reserves } = useView((view) => view.desk);
  const lines = checkInRoll(people, groups);
  const sum = (of: (line: RollLine) => number) => lines.reduce((all, line) => all + of(line), 0);
  const here = reserves.reduce((all, one) => all + one.here, 0);
  const left = reserves.reduce((all, one) => all + one.left, 0);
  return (
    <section aria-label={text.roll} className={styles['roll']}>
      {lines.length === 0 ? (
        <Remark>{text.noSeats}</Remark>
      ) : (
        <>
          <dl className={styles['total']}>
            <div>
              <dt className="quiet small">{text.expected}</dt>
              <dd>{sum((line) => line.expected)}</dd>
            </div>
            <div>
              <dt className="quiet small">{text.present}</dt>
              <dd>
                <b>{sum((line) => line.present)}</b>
              </dd>
            </div>
          </dl>
          {lines.map((line) => (
            <div key={line.id} className={styles['group']}>
              <h2>
                <span>{line.name}</span>
                <span className={styles['count']}>
                  {text.expected} {line.expected} {text.present} <b>{line.present}</b>
                </span>
              </h2>
              <p className="quiet small">
                {line.absent.length === 0 ? text.allHere : text.absent(line.absent.length)}
              </p>
              <ul className={styles['names']}>
                {line.absent.map((person) => (
                  <li key={person.seat}>
                    <button
                      type="button"
                      data-left={person.standing === 'left'}
                      aria-pressed={person.reviewer !== null && person.reviewer === chosen}
                      disabled={person.reviewer === null}
                      onClick={() => {
                        if (person.reviewer !== null) onChoose(person.reviewer);
                      }}
                    >
                      {person.name}
                      {person.standing === 'left' && <span> {text.left}</span>}
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          ))}
          {left > 0 && (
            <p className={styles['reserve']}>
              {text.reserve} <span>{text.reserveHere(here, left)}</span>
            </p>
          )}
        </>
      )}
    </section>
  );
}
