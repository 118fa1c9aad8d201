// What a draw is about: its cells with their quotas, whom a questioner asks, what a team visits.
import type { CSSProperties } from 'react';
import type { ShownSubject } from '../../../shared/views/slices/shown.ts';
import type { DrawCell, DrawView } from '../../../shared/views/slices/draw-slices.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { Name } from '../../ui/Name.tsx';
import { bandsText } from '../../../shared/text/bands.ts';
import { percentOf, rangeText } from '../../parts/chance.ts';
import { cellTitle } from '../../parts/pool-lines.ts';
import { PageMark } from './CellSlots.tsx';
import { lineSize } from './LoneName.tsx';
import { useQuotaPage } from './quota-pages.ts';
import { useScreen } from '../screen-context.ts';
import styles from './DrawAbout.module.css';

/** The first of these that the draw has, in at most `rows` rows; nothing where it has none. */
export function About({ draw, rows }: { readonly draw: DrawView; readonly rows: number }) {
  const { text } = useScreen();
  const { asked, visits, chance } = draw;
  const { cells, now, pages } = useQuotaPage(draw);
  if (asked) return <Asked subject={asked} />;
  if (visits.length > 0)
    return (
      <div className={styles['visits']}>
        <p className="quiet">{text.draw.visits}</p>
        <ul className="flex wrap clip">
          {visits.map((subject) => (
            <li key={subject.id} className="row nowrap">
              <CategoryMark {...subject.category} />
              <Name of={subject} />
            </li>
          ))}
        </ul>
      </div>
    );
  if (cells.length === 0) return null;
  const columns = Math.ceil(cells.length / Math.ceil(cells.length / Math.max(4, 12 / rows)));
  const small = cells.length > columns;
  // Their names have been read before the lock; under it there is no room for so many.
  const bare = rows === 2 && isCrowded(draw) && cells.every(({ category }) => category);
  return (
    <ul
      className={styles['cells']}
      data-small={small}
      data-bare={bare}
      style={{ '--columns': columns } as CSSProperties}
    >
      {cells.map((cell) => (
        <Cell
          key={cell.id}
          cell={cell}
          ownChance={chance === null && !draw.lots && !draw.byQuotas}
          bare={bare}
        />
      ))}
      {pages > 1 && <PageMark now={now} pages={pages} label={text.page(now + 1, pages)} />}
    </ul>
  );
}

/** Whether it is spread over so many cells that their names take the room of other things. */
export function isCrowded({ cells }: DrawView): boolean {
  return cells.length > 8;
}

/** Whom the questioner asks. */
export function Asked({ subject: { name, category } }: { readonly subject: ShownSubject }) {
  const { text } = useScreen();
  const sentence = text.draw.asks(name);
  // Three lines hold it whole.
  const size = lineSize(sentence, 160, 5.9);
  return (
    <p className={styles['asked']} style={{ fontSize: `${size}cqh` }}>
      <CategoryMark {...category} />
      <span className="clamp">{sentence}</span>
    </p>
  );
}

/** `7–8 / 50`, and its own chance where chances differ. */
function Cell({
  cell,
  ownChance,
  bare,
}: {
  readonly cell: DrawCell;
  readonly ownChance: boolean;
  /** Without its name. */
  readonly bare: boolean;
}) {
  const { lang } = useScreen();
  const { category } = cell;
  return (
    <li>
      <p
        className={styles['cellName']}
        style={category ? { color: `var(--hue-${category.hue % 4})` } : undefined}
      >
        {category && <CategoryMark {...category} />}
        <span className={bare ? 'visually-hidden' : styles['cellWords']}>
          {cellTitle(cell, bandsText[lang])}
        </span>
      </p>
      <p className={styles['quota']}>
        <b>{rangeText(cell)}</b> / {cell.of}
        {ownChance && <small>{cell.chance === null ? '—' : `${percentOf(cell.chance)} %`}</small>}
      </p>
    </li>
  );
}
