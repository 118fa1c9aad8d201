// All absent seats at once: who would be sent in, who is passed over, which seats stay empty; then the act.
import { deskText } from '../../../shared/text/desk.ts';
import type { PersonRow } from '../../../shared/views/slices/desk-slices.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { DeskForm } from './DeskForm.tsx';
import { PassedOver } from './PassedOver.tsx';
import styles from './Desk.module.css';

export function AbsentPlan() {
  const words = useText(deskText).absentPlan;
  const { plan } = useView((view) => view.desk);
  const people = useView((view) => view.people);
  const coming = plan.flatMap((one) => one.in ?? []);
  if (plan.length === 0)
    return (
      <section aria-label={words.title} className={styles['block']}>
        <h3>{words.title}</h3>
        <p className="quiet small">{words.none}</p>
      </section>
    );
  const bySeat = (seat: string) => people.find((one) => one.seat === seat)?.name ?? seat;
  const byId = (id: string) => people.find((one) => one.reviewer === id)?.name ?? id;
  const passed = passedOver(people, coming);
  return (
    <section aria-label={words.title} className={styles['block']}>
      <DeskForm
        act="ReplaceAbsent"
        title={words.title}
        label={words.do(coming.length)}
        blocked={coming.length === 0 ? words.nobody : null}
        command={(reason) => ({ type: 'ReplaceAbsent', reason })}
      >
        <p>{words.lead(plan.length, coming.length)}</p>
        <ul className={styles['plan']} aria-label={words.show} tabIndex={0}>
          {plan.map((one) => (
            <li key={one.seat}>
              <span>{bySeat(one.seat)}</span>
              <span aria-hidden>→</span>
              {one.in === null ? (
                <span className="quiet small">{words.stays}</span>
              ) : (
                <b>{byId(one.in)}</b>
              )}
            </li>
          ))}
        </ul>
        <PassedOver names={passed} sentence={words.skipped} />
      </DeskForm>
    </section>
  );
}

/** Those of a reserve who stand before someone that would be sent in, and are not here. */
function passedOver(people: readonly PersonRow[], coming: readonly string[]): readonly string[] {
  const last = new Map<number, number>();
  for (const { reviewer, reserve, place } of people)
    if (reviewer !== null && reserve !== null && place !== null && coming.includes(reviewer))
      last.set(reserve, Math.max(last.get(reserve) ?? 0, place));
  return people
    .filter(
      ({ arrived, reserve, place }) =>
        !arrived && reserve !== null && place !== null && place < (last.get(reserve) ?? 0),
    )
    .map(({ name }) => name);
}
