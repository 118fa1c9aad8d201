// A drawn name in its row of the result: whole where it can be, else its middle is left out, never what tells people apart.
import type { DrawnName } from '../../../shared/views/slices/draw-slices.ts';
import { Name as NameInLines, partsOf } from '../../ui/Name.tsx';
import { lineSize, nameLength } from './LoneName.tsx';
import styles from './DrawList.module.css';

/** Smallest letters that the last row reads, in cqh. */
export const SMALLEST = 2.8;
/** What the end of a name keeps where its middle is left out: numbers tell people of one group apart, unless a mark does. */
const TAIL = 4;

/** One line as long as the letters stay readable; then two lines, or the middle is left out. */
export function ListName({
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
