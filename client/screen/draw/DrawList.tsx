// The slots of the result: empty outlines until a name fills each, in order of appearance.
import type { CSSProperties } from 'react';
import type { DrawView } from '../../../shared/views/slices/draw-slices.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { Slot } from '../../ui/Slot.tsx';
import { ListName, SMALLEST } from './ListName.tsx';
import { cameLast, standingNames } from '../../parts/stand-ins.ts';
import styles from './DrawList.module.css';

/** Of its lines, in letters. */
const LEADING = 1.04;

/** Beside the newest name. */
export function DrawList({ draw }: { readonly draw: DrawView }) {
  const names = standingNames(draw);
  const came = cameLast(draw);
  const latest = came ? names.indexOf(came) : names.length - 1;
  const { columns, lines, size, width, height } = layout(draw.take);
  return (
    <ol
      className={styles['list']}
      data-several={columns > 1}
      style={
        {
          '--columns': columns,
          '--lines': lines,
          '--pitch': `${height / lines}cqh`,
          fontSize: `${size}cqh`,
        } as CSSProperties
      }
    >
      {Array.from({ length: draw.take }, (_, index) => {
        const drawn = names[index];
        return (
          <li
            key={index}
            className="grid middle"
            data-drawn={drawn !== undefined}
            data-now={index === latest}
          >
            <span className={styles['n']}>{index + 1}</span>
            {drawn ? (
              <span
                key={drawn.id}
                className={styles['drawn']}
                data-latest={index === latest ? '' : undefined}
              >
                {drawn.subject && <CategoryMark {...drawn.subject.category} />}
                <ListName
                  drawn={drawn}
                  size={size}
                  width={width}
                  oneLine={columns > 1 || height / lines < 2 * LEADING * SMALLEST}
                />
                {index === latest && <i className={styles['now']} />}
              </span>
            ) : (
              <Slot state="absent" />
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface Layout {
  readonly columns: number;
  readonly lines: number;
  /** Of the letters, of a name's room, and of the whole list, in cqh. */
  readonly size: number;
  readonly width: number;
  readonly height: number;
}

function layout(count: number): Layout {
  if (count <= 16)
    return {
      columns: 1,
      lines: Math.max(12, count),
      size: count > 12 ? 3.75 : 5,
      width: 32,
      height: 72,
    };
  const size = SMALLEST;
  return { columns: 2, lines: Math.ceil(count / 2), size, width: 30.4 - 4.6 * size, height: 72 };
}
