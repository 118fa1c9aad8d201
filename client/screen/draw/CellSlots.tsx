// The quotas as slots: how many of each group or category are out, and how many more can come.
import type { CSSProperties } from 'react';
import type { DrawCell, DrawView } from '../../../shared/views/slices/draw-slices.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { Slot } from '../../ui/Slot.tsx';
import { bandsText } from '../../../shared/text/bands.ts';
import { rangeText } from '../../parts/chance.ts';
import { cellTitle } from '../../parts/pool-lines.ts';
import { useScreen } from '../screen-context.ts';
import { nameLength } from './LoneName.tsx';
import { useQuotaPage } from './quota-pages.ts';
import styles from './CellSlots.module.css';

/** More slots than this in all, and each cell is a number. */
const MOST_SLOTS = 24;

export function CellSlots({ draw }: { readonly draw: DrawView }) {
  const { phase, byQuotas } = draw;
  const { text } = useScreen();
  const { cells, now, pages } = useQuotaPage(draw);
  const drawnFrom = cells.filter(({ most }) => most > 0);
  if (drawnFrom.length === 0) return null;
  const asSlots = drawnFrom.reduce((sum, { most }) => sum + most, 0) <= MOST_SLOTS;
  return (
    <ul
      className={styles['cells']}
      data-many={drawnFrom.length > 6}
      data-crowded={drawnFrom.length > 9}
      data-quotas={byQuotas}
    >
      {drawnFrom.map((cell) => (
        <li
          key={cell.id}
          className="row nowrap quiet"
          style={
            cell.category
              ? ({ '--slot': `var(--hue-${cell.category.hue % 4})` } as CSSProperties)
              : undefined
          }
        >
          {cell.category ? (
            <CategoryMark {...cell.category} label={cell.category.name} />
          ) : (
            <CellName cell={cell} />
          )}
          {asSlots ? (
            <Slots cell={cell} done={phase === 'done'} />
          ) : (
            <span
              className={styles['count']}
              style={{ '--digits': String(cell.most).length } as CSSProperties}
            >
              <b>{cell.shown}</b>
              {phase !== 'done' && <> / {rangeText(cell)}</>}
            </span>
          )}
        </li>
      ))}
      {pages > 1 && <PageMark now={now} pages={pages} label={text.page(now + 1, pages)} />}
    </ul>
  );
}

/** Which page of quotas stands. */
export function PageMark({
  now,
  pages,
  label,
}: {
  readonly now: number;
  readonly pages: number;
  readonly label: string;
}) {
  return (
    <li className={styles['pages']} role="img" aria-label={label}>
      {Array.from({ length: pages }, (_, n) => (
        <Slot key={n} state={n === now ? 'filled' : 'empty'} />
      ))}
    </li>
  );
}

function CellName({ cell }: { readonly cell: DrawCell }) {
  const { lang } = useScreen();
  const name = cellTitle(cell, bandsText[lang]);
  const brief = cell.short ?? name;
  return (
    <span className={styles['name']} data-long={nameLength(brief) > 8} title={name}>
      {brief}
    </span>
  );
}

/** What chance may still add to a share stands dim; once all are out, only what was drawn is there. */
function Slots({ cell, done }: { readonly cell: DrawCell; readonly done: boolean }) {
  const { shown, least, most } = cell;
  return (
    <span className={styles['slots']}>
      {Array.from({ length: done ? shown : most }, (_, n) => (
        <Slot key={n} state={n < shown ? 'filled' : n < least ? 'empty' : 'absent'} />
      ))}
    </span>
  );
}
