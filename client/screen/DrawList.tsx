// The slots of the result: empty outlines until a name fills each, in order of appearance.
import type { CSSProperties } from 'react';
import type { DrawView } from '../../shared/views/slices.ts';
import { CategoryMark } from '../ui/CategoryMark.tsx';
import { Slot } from '../ui/Slot.tsx';
import { nameLength } from './LoneName.tsx';
import { useStage } from './stage-context.ts';
import styles from './DrawList.module.css';

/** Up to here one column of rows beside the name; above, several columns. */
export const LIST_ONE_COLUMN = 16;
/** More names than this turn into pages; the page of the newest name is shown. */
const PAGE = 100;

export function DrawList({ draw }: { readonly draw: DrawView }) {
  const { text } = useStage();
  const latest = draw.shown.length - 1;
  const page = Math.floor(Math.max(0, latest) / PAGE);
  const count = Math.min(PAGE, draw.take - page * PAGE);
  const { columns, lines, size, width } = layout(draw.take, count);
  return (
    <div className={styles['box']}>
      <ol
        className={styles['list']}
        data-several={columns > 1}
        style={
          {
            '--columns': columns,
            '--lines': lines,
            '--pitch': `${72 / lines}cqh`,
            fontSize: `${size}cqh`,
          } as CSSProperties
        }
      >
        {Array.from({ length: count }, (_, line) => {
          const index = page * PAGE + line;
          const drawn = draw.shown[index];
          return (
            <li key={index} data-drawn={drawn !== undefined} data-now={index === latest}>
              <span className={styles['n']}>{index + 1}</span>
              {drawn ? (
                <span
                  key={drawn.id}
                  className={styles['drawn']}
                  data-latest={index === latest ? '' : undefined}
                >
                  {drawn.subject && (
                    <CategoryMark
                      mark={drawn.subject.category.mark}
                      hue={drawn.subject.category.hue}
                    />
                  )}
                  <span
                    className={styles['name']}
                    style={{ fontSize: `${rowSize(drawn.name, size, width)}cqh` }}
                  >
                    {drawn.name}
                  </span>
                  {index === latest && <i className={styles['now']} />}
                </span>
              ) : (
                <Slot state="absent" />
              )}
            </li>
          );
        })}
      </ol>
      {draw.take > PAGE && <p>{text.page(page + 1, Math.ceil(draw.take / PAGE))}</p>}
    </div>
  );
}

/** Columns, rows, letter size and the width left for a name, the last two in cqh. */
function layout(take: number, count: number) {
  if (take <= LIST_ONE_COLUMN)
    return { columns: 1, lines: Math.max(12, take), size: take > 12 ? 3.75 : 5, width: 32 };
  const columns = count <= 34 ? 2 : count <= 54 ? 3 : count <= 76 ? 4 : 5;
  const size = columns === 2 ? 3.75 : columns === 5 ? 2.8 : 3;
  return { columns, lines: Math.ceil(count / columns), size, width: 94.4 / columns - 2.6 * size };
}

/** One line as long as the letters stay readable, else two; in several columns a long end is cut off. */
function rowSize(name: string, size: number, width: number): number {
  const fitting = width / nameLength(name);
  return fitting >= 2.8 ? Math.min(size, fitting) : 2.8;
}
