// One row of the agenda under edit; what has been used stands fixed.
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { consoleText } from '../../../shared/text/console.ts';
import type { Item } from '../../../shared/meeting/agenda/item.ts';
import { subjectOf } from '../../../shared/meeting/agenda/turn.ts';
import type { AgendaRow } from '../../../shared/views/slices/agenda-row.ts';
import { Button } from '../../ui/Button.tsx';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { Locked } from '../parts/Locked.tsx';
import { itemKind } from '../stage/rail-rows.ts';
import { ItemForm } from './ItemForm.tsx';
import { setupOf } from './kinds.ts';
import { PlaceField } from './PlaceField.tsx';
import { RowButtons } from './RowButtons.tsx';
import styles from './Agenda.module.css';

export function AgendaItem({
  item,
  n,
  of,
  used,
  standing,
  open,
  onOpen,
  onChange,
  onMove,
  onRemove,
}: {
  readonly item: Item;
  readonly n: number;
  /** How many there are. */
  readonly of: number;
  readonly used: boolean;
  /** Its row on the agenda that stands, null for one that is not saved yet. */
  readonly standing: AgendaRow | null;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onChange: (item: Item) => void;
  /** To a place, from 1, by one of the row's controls. */
  readonly onMove: (to: number, control: 'up' | 'down' | 'place') => void;
  readonly onRemove: () => void;
}) {
  const text = useText(consoleText);
  const words = text.agenda;
  const agendaWords = useText(consoleAgendaText);
  const about = subjectOf(item);
  const subject = useView((view) => view.subjects).find(({ id }) => id === about);
  const kind = itemKind(item, text);
  const what = words.nth(n, kind, subject?.name ?? '');
  const movable = !used && !standing?.drawn;
  const settable = setupOf(item).fields.length > 0;
  const categories = useView((view) => view.setup.categories);
  const facts = setupOf(item).summary(item, { text, words: agendaWords, categories });
  return (
    <li className="under" aria-label={what} data-row={item.id}>
      <div className={styles['row']}>
        {movable ? (
          <Locked act="SetAgenda">
            <PlaceField
              label={words.moveTo(what)}
              n={n}
              of={of}
              onMove={(to) => {
                onMove(to, 'place');
              }}
            />
          </Locked>
        ) : (
          <span className={styles['n']}>{n}</span>
        )}
        <span className={styles['kind']}>{kind}</span>
        {subject && <CategoryMark {...subject.category} label={subject.category.name} />}
        <span className={styles['about']}>
          {subject && <b>{subject.name}</b>} <span className="quiet">{facts.join(text.comma)}</span>{' '}
          {typeof standing?.skipped === 'string' && (
            <span className="quiet">{agendaWords.skipped(standing.skipped)}</span>
          )}
        </span>
        {used ? (
          <span className="quiet">{words.fixed}</span>
        ) : (
          <>
            {settable && (
              <Button title={words.settingsOf(what)} onClick={onOpen}>
                {open ? words.fold : words.settings}
              </Button>
            )}
            {standing?.drawn ? (
              // Its place was drawn: it is changed on the stage, one by one and for a reason.
              <span className="quiet">{agendaWords.drawnHere}</span>
            ) : (
              <Locked act="SetAgenda">
                <RowButtons
                  what={what}
                  first={n === 1}
                  last={n === of}
                  onMove={(by) => {
                    onMove(n + by, by < 0 ? 'up' : 'down');
                  }}
                  onRemove={onRemove}
                />
              </Locked>
            )}
          </>
        )}
      </div>
      {open && settable && !used && (
        <Locked act="SetAgenda">
          <ItemForm item={item} onChange={onChange} />
        </Locked>
      )}
    </li>
  );
}
