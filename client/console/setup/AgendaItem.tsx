// One row of the agenda under edit; what has been used stands fixed.
import { drawsPeople } from '../../../shared/meeting/draws/purposes.ts';
import { unreachable } from '../../../shared/ids.ts';
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { consoleText } from '../../../shared/text/console.ts';
import type { Item } from '../../../shared/meeting/agenda/item.ts';
import type { SubjectCard } from '../../../shared/views/cards.ts';
import type { AgendaRow } from '../../../shared/views/staff-slices.ts';
import { Button } from '../../ui/Button.tsx';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { Locked } from '../parts/Locked.tsx';
import { ItemForm } from './ItemForm.tsx';
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
  const subject = useSubjectOf(item);
  const kind = item.kind === 'draw' ? text.drawTitles[item.purpose] : text.kinds[item.kind];
  const what = words.nth(n, kind, subject?.name ?? '');
  const movable = !used && !standing?.drawn;
  const settable = item.kind !== 'check-in';
  return (
    <li className={styles['item']} aria-label={what} data-row={item.id}>
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
          {subject && <b>{subject.name}</b>} <span>{useSummary(item)}</span>{' '}
          {typeof standing?.skipped === 'string' && (
            <span>{agendaWords.skipped(standing.skipped)}</span>
          )}
        </span>
        {used ? (
          <span className={styles['fixed']}>{words.fixed}</span>
        ) : (
          <>
            {settable && (
              <Button title={words.settingsOf(what)} onClick={onOpen}>
                {open ? words.fold : words.settings}
              </Button>
            )}
            {standing?.drawn ? (
              // Its place was drawn: it is changed on the stage, one by one and for a reason.
              <span className={styles['fixed']}>{agendaWords.drawnHere}</span>
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

function useSubjectOf(item: Item): SubjectCard | undefined {
  const subjects = useView((view) => view.subjects);
  if (item.kind === 'presentation') return subjects.find(({ id }) => id === item.subject);
  if (item.kind === 'score') return subjects.find(({ id }) => id === item.subjects[0]);
  return undefined;
}

function useSummary(item: Item): string {
  const text = useText(consoleText);
  const agendaWords = useText(consoleAgendaText);
  const categories = useView((view) => view.setup.categories);
  const category =
    item.kind === 'board' ? categories.find(({ id }) => id === item.category) : undefined;
  const words = text.agenda;
  switch (item.kind) {
    case 'check-in':
      return '';
    case 'board':
      return category?.name ?? '';
    case 'card':
      return item.title;
    case 'written':
      return [
        item.subjects === 'rest'
          ? agendaWords.writtenAbouts.rest
          : agendaWords.pickUnits(item.subjects.length),
        text.disclosures[item.disclosure],
      ].join(text.comma);
    case 'draw':
      return [
        words.drawTakes(item.take, drawsPeople(item.purpose)),
        item.sources.map((source) => text.sources[source]).join(words.plus),
      ].join(text.comma);
    case 'presentation':
      return words.lasts(item.seconds);
    case 'score':
      return [
        text.disclosures[item.disclosure],
        words.lasts(item.seconds),
        ...(item.closes ? [agendaWords.closesShort] : []),
      ].join(text.comma);
    default:
      return unreachable(item);
  }
}
