// The readiness list: how much is still missing before the doors open, and where to do it.
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import { Button } from '../../ui/Button.tsx';
import { useView } from '../parts/console-context.ts';
import { StepHead } from './StepHead.tsx';
import { stepStates, type PlaceId } from './steps.ts';
import styles from './Overview.module.css';

export function Overview({ onPlace }: { readonly onPlace: (place: PlaceId) => void }) {
  const text = useText(consoleText);
  const setup = useView((view) => view.setup);
  const agenda = useView((view) => view.agenda);
  const people = useView((view) => view.people);
  const steps = stepStates(setup, agenda, people, text);
  const missing = steps.filter(({ state }) => state !== 'filled').length;
  return (
    <section className={styles['overview']}>
      <StepHead title={missing === 0 ? text.setup.ready : text.setup.missing(missing)}>
        <span className={styles['slots']} aria-hidden="true">
          {steps.map(({ id, state }) => (
            <Slot key={id} state={state} />
          ))}
        </span>
      </StepHead>
      <ul>
        {steps.map(({ id, state, fact, note }) => (
          <li key={id} className={styles['row']}>
            <Slot state={state} label={text.setup.states[state]} />
            <span className={styles['name']}>{text.setup.places[id]}</span>
            <span className={styles['fact']}>{fact}</span>
            <span className={styles['note']}>{note}</span>
            <Button
              kind={state === 'filled' ? 'plain' : 'ink'}
              title={text.setup.openStep(text.setup.places[id])}
              onClick={() => {
                onPlace(id);
              }}
            >
              {state === 'filled' ? text.setup.look : text.setup.doIt}
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles['retain']}>{text.setup.retain(setup.retainUntil)}</p>
    </section>
  );
}
