// What the pictures of a draw share: its title, everyone's chance, its cells, its sources, what it is about.
import type { CSSProperties } from 'react';
import type { DrawCell, DrawView } from '../../shared/views/draw-slices.ts';
import { CategoryMark } from '../ui/CategoryMark.tsx';
import { Slot } from '../ui/Slot.tsx';
import { percentOf } from './chance.ts';
import { Digits } from './Figures.tsx';
import { useStage } from './stage-context.ts';
import styles from './Draw.module.css';

/** `述职单位 77家抽12家`. */
export function DrawTitle({ draw }: { readonly draw: DrawView }) {
  const { text } = useStage();
  return (
    <h1 className={styles['title']}>
      <span className={styles['purpose']}>{text.draw.purposes[draw.purpose]}</span>
      <span>
        <Digits>{text.draw.drawOf(draw.purpose, draw.of, draw.take)}</Digits>
      </span>
    </h1>
  );
}

/** `15.58 % 12 / 77`, or that chances differ by cell; `size` in cqh. */
export function Chance({ draw, size }: { readonly draw: DrawView; readonly size: number }) {
  const { text } = useStage();
  const { chance, purpose, cells } = draw;
  if (chance === null)
    return (
      <p className={styles['chance']}>
        {cells.length > 0 ? text.draw.differs(purpose) : text.poolTooSmall}
      </p>
    );
  return (
    <div className={styles['chance']}>
      <p>{text.draw.alike(purpose)}</p>
      <p className={styles['percent']} style={{ fontSize: `${size}cqh` }}>
        <b>{percentOf(chance)}</b>
        <span>%</span>
        <span className={styles['fraction']}>{chance.replace('/', ' / ')}</span>
      </p>
    </div>
  );
}

/** What stands beside the chance: the cells with their quotas, whom a questioner asks, what a team visits. */
export function About({ draw, rows }: { readonly draw: DrawView; readonly rows: number }) {
  const { text } = useStage();
  const { cells, asked, visits, chance } = draw;
  if (asked)
    return (
      <p className={styles['asked']}>
        <CategoryMark mark={asked.category.mark} hue={asked.category.hue} />
        <span>{text.draw.asks(asked.name)}</span>
      </p>
    );
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

export function rangeText({ least, most }: DrawCell): string {
  return least === most ? String(most) : `${least}–${most}`;
}

/** One slot per source: empty until it has been read. */
export function Sources({ draw }: { readonly draw: DrawView }) {
  const { text } = useStage();
  return (
    <div className={styles['sources']}>
      <p>{text.sources}</p>
      <ul>
        {draw.sources.map((source, index) => (
          <li key={index}>
            <Slot state={source.read ? 'filled' : 'empty'} />
            <span>
              {text.draw.source(source.type, source.count)}
              <small>{source.read ? text.sourceRead : text.sourceEmpty}</small>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same in one line of the foot. */
export function SourcesLine({ draw }: { readonly draw: DrawView }) {
  const { text } = useStage();
  return (
    <span className={styles['sourcesLine']}>
      <span>{text.sourcesBrief}</span>
      {draw.sources.map((source, index) => (
        <span key={index}>
          <Slot
            state={source.read ? 'filled' : 'empty'}
            label={source.read ? text.sourceRead : text.sourceEmpty}
          />
          {text.draw.source(source.type, source.count)}
        </span>
      ))}
    </span>
  );
}

export function AssuranceNote({
  draw,
  brief = false,
}: {
  readonly draw: DrawView;
  readonly brief?: boolean;
}) {
  const { text } = useStage();
  if (!draw.assurance) return null;
  const { assurance, assurances, assuranceWhy } = text.draw;
  return (
    <span>
      {assurance}
      {text.colon}
      {assurances[draw.assurance]}
      {!brief && `${text.comma}${assuranceWhy[draw.assurance]}`}
    </span>
  );
}
