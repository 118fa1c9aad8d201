// One row of the rail; pressed, it shows what can be done with it.
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { consoleText } from '../../../shared/text/console.ts';
import type { AgendaRow } from '../../../shared/views/slices/agenda-row.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { Name } from '../../ui/Name.tsx';
import { useText } from '../../ui/language.ts';
import { Slot, type SlotState } from '../../ui/Slot.tsx';
import { itemKind, partsOf, rowName, type RailRow } from './rail-rows.ts';
import { RailActs } from './RailActs.tsx';
import rail from '../parts/Rail.module.css';
import styles from './AgendaRail.module.css';

const SLOTS: Readonly<Record<AgendaRow['state'], SlotState>> = {
  empty: 'empty',
  now: 'now',
  done: 'filled',
  waiting: 'waiting',
};

export function RailItem({
  rows,
  n,
  heading,
  asked,
  onAsk,
}: {
  readonly rows: readonly RailRow[];
  /** Which of them. */
  readonly n: number;
  /** The heading over a run of units. */
  readonly heading: string | null;
  readonly asked: boolean;
  readonly onAsk: (ask: boolean) => void;
}) {
  const text = useText(consoleText);
  const words = useText(consoleAgendaText);
  const row = rows[n];
  if (!row) return null;
  const parts = partsOf(row);
  const current = parts.some(({ state }) => state === 'now');
  const subject = row.kind === 'turn' ? row.subject : row.row.subject;
  const reason = parts.find((part) => part.skipped !== null)?.skipped ?? null;
  const skipped = parts.every((part) => part.skipped !== null);
  return (
    <li aria-current={current ? 'step' : undefined}>
      {heading !== null && (
        <p className={styles['turns']}>
          <b>{heading}</b>
          <span>{text.stage.turnParts}</span>
        </p>
      )}
      <button
        type="button"
        className={`${rail['row'] ?? ''} ${styles['row'] ?? ''}`}
        data-current={current}
        data-skipped={skipped}
        aria-expanded={asked}
        onClick={() => {
          onAsk(!asked);
        }}
      >
        <span className={styles['n']}>{row.kind === 'turn' ? (row.n ?? '') : row.row.n}</span>
        {subject && <CategoryMark {...subject.category} label={subject.category.name} />}
        <span className={styles['name']}>
          <Name of={row.kind === 'turn' ? row.subject : { name: rowName(row, text) }} lines={2} />
        </span>
        {parts.map((part) => (
          <Slot
            key={part.item.id}
            state={part.skipped === null ? SLOTS[part.state] : 'recused'}
            label={`${itemKind(part.item, text)}${text.colon}${
              part.skipped === null ? text.stage.states[part.state] : words.skippedState
            }`}
          />
        ))}
      </button>
      {reason !== null && (
        <p className={styles['reason']}>
          {!subject?.out ? words.skipped(reason) : `${words[subject.out]}${text.colon}${reason}`}
        </p>
      )}
      {asked && (
        <RailActs
          rows={rows}
          n={n}
          onClose={() => {
            onAsk(false);
          }}
        />
      )}
    </li>
  );
}
