// The preparations in their usual order; any of them may be done first or again.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import { useConsole, useView } from '../parts/console-context.ts';
import { useUnsaved } from '../parts/use-draft.ts';
import { addressOf } from '../place.ts';
import { stepStates, STEPS, type PlaceId } from './steps.ts';
import styles from './StepRail.module.css';

export function StepRail({ place }: { readonly place: PlaceId }) {
  const text = useText(consoleText);
  const { code } = useConsole();
  const setup = useView((view) => view.setup);
  const agenda = useView((view) => view.agenda);
  const { lines } = useView((view) => view.readiness);
  const agendaDoes = lines.some(({ id, state }) => id === 'agenda' && state === 'done');
  const people = useView((view) => view.people);
  const states = stepStates(setup, { agenda, agendaDoes }, people);
  const unsaved = useUnsaved();
  const row = (id: PlaceId, n: string, mark: ReactNode) => (
    <li key={id}>
      <Link
        href={addressOf(code, 'setup', id)}
        className={styles['row'] ?? ''}
        aria-current={id === place ? 'step' : undefined}
      >
        <span className={styles['n']} aria-hidden="true">
          {n}
        </span>
        <span className={styles['name']}>{text.setup.places[id]}</span>
        {mark}
      </Link>
    </li>
  );
  return (
    <>
      <ol className={styles['list']}>
        {row('overview', '', null)}
        {STEPS.map((id, n) =>
          row(
            id,
            String(n + 1),
            <Slot
              state={unsaved(id) ? 'waiting' : states[id]}
              label={text.setup.states[unsaved(id) ? 'unsaved' : states[id]]}
            />,
          ),
        )}
        {row('documents', '', null)}
        {row('rehearsal', '', null)}
        {row('meeting', '', null)}
        {row('staff', '', null)}
      </ol>
      <p className={styles['hint']}>{text.setup.anyOrder}</p>
    </>
  );
}
