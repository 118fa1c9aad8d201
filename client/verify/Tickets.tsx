// The tickets of a cell as they are sorted, the lowest drawn: what a draw is, for the eye.
import { useEffect, useState } from 'react';
import type { CheckedDraw } from '../../shared/draw/check-steps.ts';
import { fromHex, mac, toHex, utf8 } from '../../shared/draw/hash.ts';
import { keyOf } from '../../shared/draw/seed.ts';
import { attributesOf, cellsOf } from '../../shared/draw/cells.ts';
import { own } from '../../shared/own.ts';
import { verifyText } from '../../shared/text/verify.ts';
import { useText } from '../ui/language.ts';
import { Button } from '../ui/Button.tsx';
import { Slot } from '../ui/Slot.tsx';
import { shownCell } from './explain.ts';
import styles from './Verify.module.css';

/** Rows that a phone shows at once. */
const ROWS = 12;

/** Milliseconds in which the unsorted order can be seen. */
const BEFORE_MS = 900;

interface Ticket {
  readonly id: string;
  /** 64 hex digits. */
  readonly ticket: string;
  readonly isDrawn: boolean;
}

export function Tickets({ checked }: { readonly checked: CheckedDraw }) {
  const text = useText(verifyText);
  const [sorted, setSorted] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSorted(true);
    }, BEFORE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  const cell = shownCell(checked);
  if (cell === null) return null;
  const all = ticketsOf(checked, cell);
  const drawn = all.filter(({ isDrawn }) => isDrawn).length;
  // Around the last that is drawn, where it is decided.
  const first = Math.max(0, Math.min(drawn - ROWS / 2, all.length - ROWS));
  const shown = all.slice(first, first + ROWS);
  const byId = [...shown].sort((a, b) => (a.id < b.id ? -1 : 1));
  return (
    <figure className={styles['tickets']}>
      <figcaption>
        <b>{text.tickets.title}</b>
        <small>{text.tickets.note(cell, shown.length, all.length)}</small>
      </figcaption>
      <ol>
        {shown.map((one, rank) => (
          <li
            key={one.id}
            style={{
              transform: sorted
                ? 'none'
                : `translateY(${String((byId.indexOf(one) - rank) * 100)}%)`,
            }}
          >
            <span className={styles['rank']}>{first + rank + 1}</span>
            <span className="grow slim">
              <b className="ellipsis">{one.id}</b>
              <code className="hex">{one.ticket.slice(0, 8)}…</code>
            </span>
            <Slot
              state={one.isDrawn && sorted ? 'now' : 'empty'}
              label={one.isDrawn ? text.tickets.drawn : undefined}
            />
          </li>
        ))}
      </ol>
      <Button
        onClick={() => {
          setSorted(!sorted);
        }}
      >
        {sorted ? text.tickets.back : text.tickets.sort}
      </Button>
    </figure>
  );
}

/** Everybody of a cell, lowest ticket first. */
function ticketsOf({ lock, computed }: CheckedDraw, cell: string): readonly Ticket[] {
  if (!lock || !computed) return [];
  const members = cellsOf(lock.pool, attributesOf(lock.rule)).get(cell) ?? [];
  const key = keyOf(fromHex(computed.seed), 'ticket');
  const taken = own(computed.quota, cell) ?? 0;
  return members
    .map(({ id }) => ({ id, ticket: toHex(mac(key, utf8(id))) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .map((one, rank) => ({ ...one, isDrawn: rank < taken }));
}
