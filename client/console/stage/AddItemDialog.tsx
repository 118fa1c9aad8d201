// Puts something on the agenda while the meeting runs, behind a given item.
import { useState } from 'react';
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { consoleText } from '../../../shared/text/console.ts';
import type { ItemId } from '../../../shared/ids.ts';
import type { Item } from '../../../shared/meeting/agenda/item.ts';
import { subjectOf } from '../../../shared/meeting/agenda/turn.ts';
import type { AgendaRow } from '../../../shared/views/slices/agenda-row.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands, useExpects, useView } from '../parts/console-context.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Form } from '../parts/Form.tsx';
import { Notice } from '../parts/Notice.tsx';
import { newItem } from '../setup/agenda-draft.ts';
import type { Kind } from '../../../shared/meeting/agenda/item.ts';
import type { Surroundings } from '../../../shared/meeting/agenda/kind.ts';
import { ItemForm } from '../setup/ItemForm.tsx';
import { ADDITIONS, setupOf } from '../setup/kinds.ts';
import styles from './AgendaDialogs.module.css';

const [TURN] = ADDITIONS;

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
    titles: text.usualTitles,
  };
  const [kind, setKind] = useState(TURN);
  const [items, setItems] = useState<readonly Item[]>(() => additions(TURN, surroundings, agenda));
  const { give, waiting, trouble } = useCommands();
  const changed = (at: number) => (item: Item) => {
    setItems((before) => before.map((one, n) => (n === at ? item : sameUnit(one, item))));
  };
  const [lacks = null] = items.flatMap((item) => setupOf(item).lacks(item, { words }) ?? []);
  const nameOf = (kinds: readonly Kind[]) =>
    kinds.length > 1 ? words.turn : kinds.map((one) => text.kinds[one]).join('');
  return (
    <Dialog title={words.addTitle(afterName)} wide onClose={onClose}>
      <Form
        onSubmit={() => void give({ type: 'AddItems', after, items }, { expects, done: onClose })}
      >
        <div className="flex wrap gap-s" role="group" aria-label={words.addKind}>
          {ADDITIONS.map((one) => (
            <Button
              key={one.join(' ')}
              kind={one === kind ? 'ink' : 'plain'}
              blocked={
                additions(one, surroundings, agenda).length > 0
                  ? null
                  : text.agenda.needsUnits(nameOf(one))
              }
              onClick={() => {
                setKind(one);
                setItems(additions(one, surroundings, agenda));
              }}
            >
              {nameOf(one)}
            </Button>
          ))}
        </div>
        <div className={styles['form']}>
          {items.map((item, at) => (
            <ItemForm key={item.id} item={item} onChange={changed(at)} />
          ))}
        </div>
        <div className="flex wrap gap-s">
          <ActButton
            act="AddItems"
            type="submit"
            kind="ink"
            label={words.addIt}
            blocked={lacks ?? (items.length === 0 ? words.noUnits : null)}
            waiting={waiting}
          />
          <Button onClick={onClose}>{text.cancel}</Button>
        </div>
        <Notice trouble={trouble} />
      </Form>
    </Dialog>
  );
}

/** New items with the settings of the last ones of their kind; none where a unit is needed and there is none. */
function additions(
  kinds: readonly Kind[],
  surroundings: Surroundings,
  agenda: readonly AgendaRow[],
): readonly Item[] {
  const made = kinds.flatMap((kind) => newItem(kind, surroundings) ?? []);
  if (made.length < kinds.length) return [];
  return made.map((item) => {
    const last = agenda.filter((row) => row.item.kind === item.kind).at(-1)?.item;
    return last ? setupOf(item).like(item, last) : item;
  });
}

/** Both parts of a turn are about the same unit, whichever of them was changed. */
function sameUnit(item: Item, changed: Item): Item {
  const subject = subjectOf(changed);
  return subject === undefined ? item : setupOf(item).about(item, subject);
}

/** Units that have no turn yet come first: one of them is usually meant. */
function withoutTurnFirst(
  agenda: readonly AgendaRow[],
  subjects: Surroundings['subjects'],
): Surroundings['subjects'] {
  const turns = new Set(agenda.flatMap(({ subject }) => subject?.id ?? []));
  return [...subjects].sort((a, b) => Number(turns.has(a)) - Number(turns.has(b)));
}
