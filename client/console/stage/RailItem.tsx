// One row of the rail; pressed, it asks before it leads there.
import { consoleText } from '../../../shared/text/console.ts';
import type { AgendaRow } from '../../../shared/views/slices.ts';
import { Button } from '../../ui/Button.tsx';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { useText } from '../../ui/language.ts';
import { Slot, type SlotState } from '../../ui/Slot.tsx';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import type { RailRow } from './rail-rows.ts';
import styles from './AgendaRail.module.css';

const SLOTS: Readonly<Record<AgendaRow['state'], SlotState>> = {
  empty: 'empty',
  now: 'now',
  done: 'filled',
  waiting: 'waiting',
};

export function RailItem({
  row,
  head,
  asked,
  onAsk,
}: {
  readonly row: RailRow;
  /** The heading over a run of units. */
  readonly head: string | null;
  readonly asked: boolean;
  readonly onAsk: (ask: boolean) => void;
}) {
  const text = useText(consoleText);
  const { give, busy, trouble } = useCommands();
  const parts = row.kind === 'single' ? [row.row] : row.rows;
  const current = parts.some(({ state }) => state === 'now');
  const subject = row.kind === 'turn' ? row.subject : row.row.subject;
  return (
    <li aria-current={current ? 'step' : undefined}>
      {head !== null && (
        <p className={styles['turns']}>
          <b>{head}</b>
          <span>{text.stage.turnParts}</span>
        </p>
      )}
      <button
        type="button"
        className={styles['row']}
        data-current={current}
        aria-expanded={asked}
        onClick={() => {
          onAsk(!asked);
        }}
      >
        <span className={styles['n']}>{row.kind === 'turn' ? row.n : row.row.n}</span>
        {subject && <CategoryMark {...subject.category} label={subject.category.name} />}
        <span className={styles['name']}>{nameOf(row, text.kinds)}</span>
        {parts.map(({ item, state }) => (
          <Slot
            key={item.id}
            state={SLOTS[state]}
            label={`${text.kinds[item.kind]}: ${text.stage.states[state]}`}
          />
        ))}
      </button>
      {asked && (
        <div className={styles['ask']} role="group" aria-label={text.stage.jumpTo}>
          <p>{current && parts.length === 1 ? text.stage.isHere : text.stage.jumpTo}</p>
          {parts
            .filter(({ state }) => state !== 'now')
            .map(({ item }) => (
              <ActButton
                key={item.id}
                area="stage"
                kind="ink"
                label={text.stage.jump(text.kinds[item.kind])}
                waiting={busy ? text.sending : null}
                onClick={() =>
                  void give({ type: 'EnterItem', item: item.id }).then((done) => {
                    if (done) onAsk(false);
                  })
                }
              />
            ))}
          <Button
            onClick={() => {
              onAsk(false);
            }}
          >
            {text.cancel}
          </Button>
          <Notice trouble={trouble} />
        </div>
      )}
    </li>
  );
}

function nameOf(row: RailRow, kinds: Readonly<Record<AgendaRow['item']['kind'], string>>): string {
  if (row.kind === 'turn') return row.subject.name;
  const { item, subject } = row.row;
  return subject ? `${kinds[item.kind]} ${subject.name}` : kinds[item.kind];
}
