// The slots of the result: empty outlines until a name fills each, in order of appearance.
import type { CSSProperties } from 'react';
import type { DrawnName, DrawView } from '../../../shared/views/slices/draw-slices.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { Name as NameInLines, partsOf } from '../../ui/Name.tsx';
import { Slot } from '../../ui/Slot.tsx';
import { lineSize, nameLength } from './LoneName.tsx';
import { cameLast, standingNames } from '../../parts/stand-ins.ts';
import styles from './DrawList.module.css';

/** Smallest letters that the last row reads, in cqh. */
const SMALLEST = 2.8;
/** Of its lines, in letters. */
const LEADING = 1.04;
/** What the end of a name keeps where its middle is left out: numbers tell people of one group apart, unless a mark does. */
const TAIL = 4;

/** `wide` takes the screen's whole width; else it stands beside the name. */
export function DrawList({
  draw,
  from = 0,
  most = draw.take,
  wide = false,
}: {
  readonly draw: DrawView;
  readonly from?: number;
  readonly most?: number;
  readonly wide?: boolean;
}) {
  const names = standingNames(draw);
  const came = cameLast(draw);
  const latest = draw.phase === 'done' && wide ? -1 : came ? names.indexOf(came) : names.length - 1;
  const count = Math.min(most, draw.take - from);
  const { columns, lines, size, width, height } = (wide ? wideLayout : besideLayout)(
    Math.min(most, draw.take),
  );
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
      {Array.from({ length: count }, (_, line) => {
        const index = from + line;
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
                <Name
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

/** One line as long as the letters stay readable; then two lines, or the middle is left out. */
function Name({
  drawn,
  size,
  width,
  oneLine,
}: {
  readonly drawn: DrawnName;
  readonly size: number;
  readonly width: number;
  readonly oneLine: boolean;
}) {
  const { own, mark } = partsOf(drawn);
  const fitting = width / nameLength(drawn.name);
  const fontSize = `${lineSize(drawn.name, width, size)}cqh`;
  if (fitting >= SMALLEST || !oneLine)
    return (
      <span className={styles['name']} style={{ fontSize }}>
        <NameInLines of={drawn} lines={2} />
      </span>
    );
  const letters = Array.from(own);
  const tail = mark === '' ? TAIL : 0;
  return (
    <span className={styles['cut']} style={{ fontSize }} title={drawn.name}>
      <span>{letters.slice(0, letters.length - tail).join('')}</span>
      <span>
        {letters.slice(letters.length - tail).join('')}
        {mark !== '' && <small>{mark}</small>}
      </span>
    </span>
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

function besideLayout(count: number): Layout {
  if (count <= 16)
    return {
      columns: 1,
      lines: Math.max(12, count),
      size: count > 12 ? 3.75 : 5,
      width: 32,
      height: 72,
    };
  const size = 2.8;
  return { columns: 2, lines: Math.ceil(count / 2), size, width: 30.4 - 4.6 * size, height: 72 };
}

function wideLayout(count: number): Layout {
  const columns = count <= 39 ? 3 : count <= 52 ? 4 : 5;
  const lines = Math.max(13, Math.ceil(count / columns));
  const size = columns === 5 ? SMALLEST : 3.4;
  return { columns, lines, size, width: 160 / columns - 3.2 * size, height: 53 };
}
