// The agenda: put items in, out, in order, and set each one.
import { useRef, useState } from 'react';
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { consoleText } from '../../../shared/text/console.ts';
import type { ItemId } from '../../../shared/ids.ts';
import type { Item } from '../../../shared/meeting/agenda/item.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { Locked } from '../parts/Locked.tsx';
import { useView } from '../parts/console-context.ts';
import { Remark } from '../parts/Notice.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { agendaCommand, newItem, usualAgenda } from './agenda-draft.ts';
import type { Surroundings } from '../../../shared/meeting/agenda/kind.ts';
import { KIND_NAMES } from '../../../shared/meeting/agenda/kinds.ts';
import { AgendaItem } from './AgendaItem.tsx';
import { setupOf } from './kinds.ts';
import { put, replaced, without } from './lists.ts';
import { SaveBar } from './SaveBar.tsx';
import { useFollow } from './use-follow.ts';
import { StepHeader } from './StepHeader.tsx';
import styles from './Agenda.module.css';

export function AgendaStep() {
  const text = useText(consoleText);
  const words = text.agenda;
  const agendaWords = useText(consoleAgendaText);
  const rows = useView((view) => view.agenda);
  const subjects = useView((view) => view.subjects);
  const sheets = useView((view) => view.setup.sheets);
  const [open, setOpen] = useState<ItemId | null>(null);
  const standing = rows.map(({ item }) => item);
  const draft = useDraft<readonly Item[]>('SetAgenda', 'agenda', standing);
  const items = draft.value;
  const list = useRef<HTMLOListElement>(null);
  const follow = useFollow(list);
  const used = new Set(rows.filter(({ state }) => state !== 'empty').map(({ item }) => item.id));
  const surroundings: Surroundings = {
    sheets: sheets.map(({ id }) => id),
    subjects: subjects.flatMap(({ id, out }) => (out === null ? [id] : [])),
    titles: text.usualTitles,
  };
  return (
    <section>
      <StepHeader title={text.setup.places.agenda} lead={words.lead} />
      {items.length === 0 && (
        <div className={styles['empty']}>
          <Remark>{words.empty}</Remark>
          <Button
            kind="ink"
            onClick={() => {
              draft.change(usualAgenda(surroundings));
            }}
          >
            {words.usual}
          </Button>
        </div>
      )}
      <ol ref={list}>
        {items.map((item, n) => (
          <AgendaItem
            key={item.id}
            item={item}
            n={n + 1}
            of={items.length}
            used={used.has(item.id)}
            standing={rows.find((row) => row.item.id === item.id) ?? null}
            open={open === item.id}
            onOpen={() => {
              setOpen(open === item.id ? null : item.id);
            }}
            onChange={(next) => {
              draft.change(replaced(items, n, next));
            }}
            onMove={(to, control) => {
              follow({ row: item.id, control });
              draft.change(put(items, n, to - 1));
            }}
            onRemove={() => {
              draft.change(without(items, n));
            }}
          />
        ))}
      </ol>
      <Locked act="SetAgenda">
        <div className={styles['add']}>
          <span className="bold">{words.add}</span>
          {KIND_NAMES.map((kind) => (
            <Button
              key={kind}
              title={words.addKind(text.kinds[kind])}
              onClick={() => {
                const item = newItem(kind, surroundings);
                if (!item) return;
                draft.change([...items, item]);
                setOpen(item.id);
              }}
              blocked={newItem(kind, surroundings) ? null : words.needsUnits(text.kinds[kind])}
            >
              {text.kinds[kind]}
            </Button>
          ))}
        </div>
      </Locked>
      <SaveBar
        draft={draft}
        label={words.save}
        blocked={
          items.flatMap((item) => setupOf(item).lacks(item, { words: agendaWords }) ?? [])[0] ??
          null
        }
        command={() => agendaCommand(standing, items)}
      />
    </section>
  );
}
