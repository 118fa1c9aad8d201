// Puts something on the agenda while the meeting runs, behind a given item.
import { useState } from 'react';
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { consoleText } from '../../../shared/text/console.ts';
import type { ItemId } from '../../../shared/ids.ts';
import type { Item, ItemOf } from '../../../shared/meeting/agenda/item.ts';
import type { AgendaRow } from '../../../shared/views/staff-slices.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands, useExpects, useView } from '../parts/console-context.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Notice } from '../parts/Notice.tsx';
import { newItem } from '../setup/agenda-draft.ts';
import type { Kind } from '../../../shared/meeting/agenda/item.ts';
import type { Surroundings } from '../../../shared/meeting/agenda/kind.ts';
import { ItemForm } from '../setup/ItemForm.tsx';
import styles from './AgendaDialogs.module.css';

/** A turn is two items. */
type Addition = 'turn' | Exclude<Kind, 'presentation'>;
const ADDITIONS: readonly Addition[] = [
  'turn',
  'score',
  'card',
  'board',
  'draw',
  'written',
  'check-in',
];

export function AddItemDialog({
  after,
  afterName,
  onClose,
}: {
  readonly after: ItemId | null;
  /** What the new item stands behind; null at the very beginning. */
  readonly afterName: string | null;
  readonly onClose: () => void;
}) {
  const text = useText(consoleText);
  const words = useText(consoleAgendaText);
  const agenda = useView((view) => view.agenda);
  const subjects = useView((view) => view.subjects);
  const sheets = useView((view) => view.setup.sheets);
  // A colleague's change meanwhile makes the command stale; the form stays as it was filled.
  const [expects] = useState(useExpects('AddItems'));
  const surroundings: Surroundings = {
    sheets: sheets.map(({ id }) => id),
    subjects: withoutTurnFirst(
      agenda,
      subjects.flatMap(({ id, out }) => (out === null ? [id] : [])),
    ),
    cardTitle: text.agenda.breakTitle,
  };
  const [kind, setKind] = useState<Addition>('turn');
  const [items, setItems] = useState<readonly Item[]>(() =>
    additions('turn', surroundings, agenda),
  );
  const { give, busy, trouble } = useCommands();
  const changed = (at: number) => (item: Item) => {
    setItems((before) => before.map((one, n) => (n === at ? item : sameUnit(one, item))));
  };
  const untitled = items.some((item) => item.kind === 'card' && item.title.trim() === '');
  return (
    <Dialog title={words.addTitle(afterName)} wide onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void give({ type: 'AddItems', after, items }, expects).then((done) => {
            if (done) onClose();
          });
        }}
      >
        <div className={styles['kinds']} role="group" aria-label={words.addKind}>
          {ADDITIONS.map((one) => (
            <Button
              key={one}
              kind={one === kind ? 'ink' : 'plain'}
              blocked={
                additions(one, surroundings, agenda).length > 0
                  ? null
                  : text.agenda.needsUnits(nameOf(one, text.kinds, words.turn))
              }
              onClick={() => {
                setKind(one);
                setItems(additions(one, surroundings, agenda));
              }}
            >
              {nameOf(one, text.kinds, words.turn)}
            </Button>
          ))}
        </div>
        <div className={styles['form']}>
          {items.map((item, at) => (
            <ItemForm key={item.id} item={item} onChange={changed(at)} />
          ))}
        </div>
        <div className={styles['buttons']}>
          <ActButton
            act="AddItems"
            type="submit"
            kind="ink"
            label={words.addIt}
            blocked={untitled ? words.cardTitleMissing : items.length === 0 ? words.noUnits : null}
            waiting={busy ? text.sending : null}
          />
          <Button onClick={onClose}>{text.cancel}</Button>
        </div>
        <Notice trouble={trouble} />
      </form>
    </Dialog>
  );
}

function nameOf(kind: Addition, kinds: Readonly<Record<Kind, string>>, turn: string): string {
  return kind === 'turn' ? turn : kinds[kind];
}

/** New items with the settings of the last ones of their kind; none where a unit is needed and there is none. */
function additions(
  kind: Addition,
  surroundings: Surroundings,
  agenda: readonly AgendaRow[],
): readonly Item[] {
  const made = (one: Kind) => {
    const item = newItem(one, surroundings);
    return item ? [likeTheOthers(item, agenda)] : [];
  };
  if (kind !== 'turn') return made(kind);
  const both = [...made('presentation'), ...made('score')];
  return both.length === 2 ? both : [];
}

function likeTheOthers(item: Item, agenda: readonly AgendaRow[]): Item {
  const last = [...agenda].reverse().find((row) => row.item.kind === item.kind)?.item;
  if (item.kind === 'presentation' && last?.kind === 'presentation')
    return { ...item, seconds: last.seconds };
  if (item.kind !== 'score' || last?.kind !== 'score') return item;
  const { sheet, disclosure, seconds, closes } = last;
  return { ...item, sheet, disclosure, seconds, ...(closes ? { closes } : {}) };
}

/** Both parts of a turn are about the same unit, whichever of them was changed. */
function sameUnit(item: Item, changed: Item): Item {
  const subject = unitOf(changed);
  if (subject === undefined || !isTurnPart(item)) return item;
  return item.kind === 'score' ? { ...item, subjects: [subject] } : { ...item, subject };
}

function unitOf(item: Item) {
  if (item.kind === 'presentation') return item.subject;
  return item.kind === 'score' ? item.subjects[0] : undefined;
}

function isTurnPart(item: Item): item is ItemOf<'presentation' | 'score'> {
  return item.kind === 'presentation' || item.kind === 'score';
}

/** Units that have no turn yet come first: one of them is usually meant. */
function withoutTurnFirst(
  agenda: readonly AgendaRow[],
  subjects: Surroundings['subjects'],
): Surroundings['subjects'] {
  const turns = new Set(agenda.flatMap(({ subject }) => subject?.id ?? []));
  return [...subjects].sort((a, b) => Number(turns.has(a)) - Number(turns.has(b)));
}
