// The preparations in their usual order; any of them may be done first or again.
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { consoleText } from '../../../shared/text/console.ts';
import { ManualLink } from '../../parts/ManualLink.tsx';
import { useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import { useConsole, useView } from '../parts/console-context.ts';
import { useUnsaved } from '../parts/use-draft.ts';
import { addressOf } from '../place.ts';
import { PLACES, stepStates, STEPS, type PlaceId } from './steps.ts';
import rail from '../parts/Rail.module.css';
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
  const list = useRef<HTMLOListElement>(null);
  // Where the steps are one line, the present one may lie outside of it.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  return (
    <>
      <ol ref={list} className={styles['list']}>
        {PLACES.map((id) => {
          const n = STEPS.findIndex((one) => one === id);
          const step = STEPS[n];
          return (
            <li key={id}>
              <Link
                href={addressOf(code, 'setup', id)}
                className={`${rail['row'] ?? ''} ${styles['row'] ?? ''}`}
                aria-current={id === place ? 'step' : undefined}
              >
                <span className={styles['n']} aria-hidden="true">
                  {step && n + 1}
                </span>
                <span className={styles['name']}>{text.setup.places[id]}</span>
                {step && (
                  <Slot
                    state={unsaved(step) ? 'waiting' : states[step]}
                    label={text.setup.states[unsaved(step) ? 'unsaved' : states[step]]}
                  />
                )}
              </Link>
            </li>
          );
        })}
      </ol>
      <p className={styles['hint']}>{text.setup.anyOrder}</p>
      <p className={styles['hint']}>
        <ManualLink />
      </p>
    </>
  );
}
