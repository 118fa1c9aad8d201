// The agenda at the left: where the meeting stands, and a careful way to any other item.
import { useEffect, useRef, useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { Remark } from '../parts/Notice.tsx';
import { useView } from '../parts/console-context.ts';
import { railRows, type RailRow } from './rail-rows.ts';
import { RailItem } from './RailItem.tsx';
import styles from './AgendaRail.module.css';

export function AgendaRail() {
  const text = useText(consoleText);
  const agenda = useView((view) => view.agenda);
  const { item, items } = useView((view) => view.control.stage);
  const [asked, setAsked] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [item?.id]);
  const rows = railRows(agenda);
  const turns = rows.filter(({ kind }) => kind === 'turn').length;
  return (
    <>
      <header className={styles['head']}>
        <h2>{text.stage.agenda}</h2>
        <span>{text.stage.position(item?.n ?? 0, items)}</span>
      </header>
      {rows.length === 0 && <Remark>{text.stage.noAgenda}</Remark>}
      <ol ref={list}>
        {rows.map((row, n) => (
          <RailItem
            key={keyOf(row)}
            row={row}
            head={
              row.kind === 'turn' && rows[n - 1]?.kind !== 'turn' ? text.stage.turns(turns) : null
            }
            asked={asked === keyOf(row)}
            onAsk={(ask) => {
              setAsked(ask ? keyOf(row) : null);
            }}
          />
        ))}
      </ol>
    </>
  );
}

function keyOf(row: RailRow): string {
  return row.kind === 'single' ? row.row.item.id : row.rows[0].item.id;
}
