// The readiness list: what stands, what is still missing before the doors open, and where to do it.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { readinessText, type ReadinessText } from '../../../shared/text/readiness.ts';
import type {
  ReadinessId,
  ReadinessLine,
  ReadinessState,
} from '../../../shared/views/slices/readiness-lines.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { Slot, type SlotState } from '../../ui/Slot.tsx';
import { useConsole, useView } from '../parts/console-context.ts';
import { addressOf } from '../place.ts';
import { PrintPaper } from '../paper/PrintPaper.tsx';
import { StepHeader } from './StepHeader.tsx';
import type { PlaceId } from './steps.ts';
import styles from './Overview.module.css';

const SLOT: Readonly<Record<ReadinessState, SlotState>> = {
  done: 'filled',
  todo: 'empty',
  warn: 'waiting',
  optional: 'absent',
};

/** The lines from the top: in which part each stands, and where it is dealt with; null outside of the setup. */
const LINES: {
  readonly [Id in ReadinessId]: readonly [keyof ReadinessText['parts'], PlaceId | null];
} = {
  units: ['lists', 'roster'],
  reviewers: ['lists', 'roster'],
  weights: ['lists', 'scheme'],
  sheet: ['lists', 'sheet'],
  scheme: ['lists', 'scheme'],
  agenda: ['lists', 'agenda'],
  'unit-seats': ['panel', 'seats'],
  panel: ['panel', 'seats'],
  reserve: ['panel', null],
  tickets: ['panel', 'tickets'],
  address: ['hall', null],
  screen: ['hall', null],
  tablets: ['hall', null],
  phone: ['hall', 'rehearsal'],
  dice: ['hall', null],
  assurance: ['hall', 'agenda'],
  clock: ['hall', 'meeting'],
  rehearsal: ['safety', 'rehearsal'],
  backup: ['safety', null],
  disk: ['safety', null],
  secondStaff: ['safety', 'staff'],
  supervisor: ['safety', 'staff'],
  retention: ['safety', 'meeting'],
};

const IDS = Object.keys(LINES) as readonly ReadinessId[];
const PARTS = [...new Set(IDS.map((id) => LINES[id][0]))];

export function Overview() {
  const text = useText(readinessText);
  const { lines, ready, of } = useView((view) => view.readiness);
  const { rehearsal } = useView((view) => view.control.stage.meeting);
  const needed = lines.filter(({ state }) => state !== 'optional');
  return (
    <section className={styles['overview']}>
      <StepHeader
        title={
          ready < of ? text.title(ready, of) : rehearsal ? text.allReadyRehearsal : text.allReady
        }
      >
        <span className={styles['slots']} aria-hidden="true">
          {needed.map(({ id, state }) => (
            <Slot key={id} state={SLOT[state]} />
          ))}
        </span>
      </StepHeader>
      {PARTS.map((part) => (
        <div key={part}>
          <h3 className={styles['part']}>{text.parts[part]}</h3>
          <ul>
            {IDS.filter((id) => LINES[id][0] === part).flatMap((id) => {
              const line = lines.find((one) => one.id === id);
              return line ? [<Line key={id} line={line} />] : [];
            })}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Line({ line }: { readonly line: ReadinessLine }) {
  const text = useText(readinessText);
  const words = wordsOf(text, line);
  return (
    <li className={styles['row']} data-state={line.state}>
      <Slot state={SLOT[line.state]} label={text.states[line.state]} />
      <span className={styles['name']}>{words.name}</span>
      <span className={styles['fact']}>{words.fact}</span>
      <span className={styles['note']}>
        {words.say} {line.id === 'secondStaff' && <PrintPaper />}
      </span>
      <Way line={line} name={words.name} />
    </li>
  );
}

/** The way to where the line is dealt with, or nothing. */
function Way({ line, name }: { readonly line: ReadinessLine; readonly name: string }): ReactNode {
  const text = useText(readinessText);
  const { look } = useText(consoleText).setup;
  const { code } = useConsole();
  if (line.id === 'screen')
    return (
      <a className={styles['link']} href={`/m/${code}/screen`} target="_blank" rel="noreferrer">
        {text.openScreen}
      </a>
    );
  // A machine's clock is dealt with at the machine.
  const place = line.id === 'clock' && line.ahead !== 0 ? null : LINES[line.id][1];
  if (place === null) return <span />;
  const due = line.state === 'todo' || line.state === 'warn';
  return (
    <Link
      href={addressOf(code, 'setup', place)}
      className={styles['way'] ?? ''}
      data-due={due}
      title={text.openStep(name)}
    >
      {due ? text.open : look}
    </Link>
  );
}

/** The words of a line of whatever kind: its own entry of the dictionary takes just this kind. */
function wordsOf(text: ReadinessText, line: ReadinessLine) {
  const words = text.lines[line.id] as {
    readonly name: string;
    readonly fact: (line: ReadinessLine) => string;
    readonly say: (line: ReadinessLine) => string;
  };
  return { name: words.name, fact: words.fact(line), say: words.say(line) };
}
