// What a draw is about: its cells with their quotas, whom a questioner asks, what a team visits.
import type { CSSProperties } from 'react';
import type { SubjectCard } from '../../shared/views/cards.ts';
import type { DrawCell, DrawView } from '../../shared/views/draw-slices.ts';
import { CategoryMark } from '../ui/CategoryMark.tsx';
import { percentOf, rangeText } from './chance.ts';
import { useStage } from './stage-context.ts';
import styles from './DrawAbout.module.css';

/** The first of these that the draw has, in at most `rows` rows; nothing where it has none. */
export function About({ draw, rows }: { readonly draw: DrawView; readonly rows: number }) {
  const { text } = useStage();
  const { cells, asked, visits, chance } = draw;
  if (asked) return <Asked subject={asked} />;
  if (visits.length > 0)
    return (
      <div className={styles['visits']}>
        <p>{text.draw.visits}</p>
        <ul>
          {visits.map(({ id, name, category }) => (
            <li key={id}>
              <CategoryMark mark={category.mark} hue={category.hue} />
              <span>{name}</span>
            </li>
          ))}
        </ul>
      </div>
    );
  if (cells.length === 0) return null;
  const columns = Math.ceil(cells.length / Math.ceil(cells.length / Math.max(4, 12 / rows)));
  const small = cells.length > columns;
  return (
    <ul
      className={styles['cells']}
      data-small={small}
      style={{ '--columns': columns } as CSSProperties}
    >
      {cells.map((cell) => (
        <Cell key={cell.id} cell={cell} ownChance={chance === null} />
      ))}
    </ul>
  );
}

/** Whom the questioner asks. */
export function Asked({ subject: { name, category } }: { readonly subject: SubjectCard }) {
  const { text } = useStage();
  return (
    <p className={styles['asked']}>
      <CategoryMark mark={category.mark} hue={category.hue} />
      <span>{text.draw.asks(name)}</span>
    </p>
  );
}

/** `7–8 / 50`, and its own chance where chances differ. */
function Cell({ cell, ownChance }: { readonly cell: DrawCell; readonly ownChance: boolean }) {
  const { category } = cell;
  return (
    <li>
      <p
        className={styles['cellName']}
        style={category ? { color: `var(--hue-${category.hue % 4})` } : undefined}
      >
        {category && <CategoryMark mark={category.mark} hue={category.hue} />}
        <span>{cell.name}</span>
      </p>
      <p className={styles['quota']}>
        <b>{rangeText(cell)}</b> / {cell.of}
        {ownChance && <small>{cell.chance === null ? '—' : `${percentOf(cell.chance)} %`}</small>}
      </p>
    </li>
  );
}
