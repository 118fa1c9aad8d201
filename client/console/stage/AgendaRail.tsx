// The agenda at the left: where the meeting stands, and a careful way to any other item.
import { useEffect, useRef, useState } from 'react';
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { useOpen } from '../../ui/use-open.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { Remark } from '../parts/Notice.tsx';
import { useView } from '../parts/console-context.ts';
import { AddItemDialog } from './AddItemDialog.tsx';
import { endOf, keyOf, railRows, rowName } from './rail-rows.ts';
import { RailItem } from './RailItem.tsx';
import { UnitDialog } from './UnitDialog.tsx';
import styles from './AgendaRail.module.css';

export function AgendaRail() {
  const text = useText(consoleText);
  const words = useText(consoleAgendaText);
  const agenda = useView((view) => view.agenda);
  const { item, items } = useView((view) => view.control.stage);
  const [asked, setAsked] = useState<string | null>(null);
  const { open, opener, close } = useOpen<'add' | 'unit'>();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [item?.id]);
  const rows = railRows(agenda);
  const last = rows.at(-1);
  const turns = rows.filter((row) => row.kind === 'turn' && row.n !== null).length;
  return (
    <>
      <header className={styles['head']}>
        <h2 className="small">{text.stage.agenda}</h2>
        <span>{text.stage.position(item?.n ?? 0, items)}</span>
      </header>
      {rows.length === 0 && <Remark>{text.stage.noAgenda}</Remark>}
      <ol ref={list}>
        {rows.map((row, n) => (
          <RailItem
            key={keyOf(row)}
            rows={rows}
            n={n}
            heading={
              row.kind === 'turn' && rows[n - 1]?.kind !== 'turn' ? text.stage.turns(turns) : null
            }
            asked={asked === keyOf(row)}
            onAsk={(ask) => {
              setAsked(ask ? keyOf(row) : null);
            }}
          />
        ))}
      </ol>
      <div className={styles['foot']}>
        <ActButton act="AddItems" wide label={`${words.addFirst}…`} onClick={opener('add')} />
        <ActButton act="WithdrawSubject" wide label={`${words.units}…`} onClick={opener('unit')} />
      </div>
      {open === 'add' && (
        <AddItemDialog
          after={endOf(last)}
          afterName={last ? rowName(last, text) : null}
          onClose={close}
        />
      )}
      {open === 'unit' && <UnitDialog about={null} onClose={close} />}
    </>
  );
}
