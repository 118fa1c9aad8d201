// Seats: who holds one, and seating by hand where no draw does it.
import { consoleText } from '../../../shared/text/console.ts';
import { unitsText } from '../../../shared/text/console/units.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { Remark } from '../parts/Notice.tsx';
import { SeatByHand } from './SeatByHand.tsx';
import { SeatUnits } from './SeatUnits.tsx';
import { StepHeader } from './StepHeader.tsx';
import styles from './Seats.module.css';

export function SeatsStep() {
  const text = useText(consoleText);
  const panel = useView((view) => view.readiness).lines.find(({ id }) => id === 'panel');
  const drawn = panel?.id === 'panel' ? panel.drawn : null;
  const { groups, seats, subjects: units } = useView((view) => view.setup);
  const words = useText(unitsText).seats;
  const people = useView((view) => view.people);
  return (
    <section>
      <StepHeader title={text.setup.places.seats} lead={text.seats.lead} />
      <h3 className={styles['title']}>{text.seats.held(seats)}</h3>
      {seats === 0 && (
        <Remark>
          {panel?.id === 'panel' && drawn !== null
            ? text.seats.byDraw(panel.pool, drawn)
            : text.setup.seatsNone}
        </Remark>
      )}
      {groups
        .filter((group) => group.seats > 0)
        .map((group) => (
          <details key={group.id} className={styles['group']}>
            <summary>
              <b>{group.name}</b>{' '}
              {group.pool > 0
                ? text.seats.ofPool(group.seats, group.pool)
                : words.held(group.seats)}
            </summary>
            <ul className={styles['names']}>
              {people
                .filter((person) => person.group === group.id && person.seat !== null)
                .map((person) => (
                  <li key={person.seat}>
                    <span className="quiet small">{person.seat}</span> {person.name}
                  </li>
                ))}
            </ul>
          </details>
        ))}
      {(seats === 0 || people.some(({ reviewer }) => reviewer !== null)) && <SeatByHand />}
      {units > 0 && <SeatUnits />}
    </section>
  );
}
