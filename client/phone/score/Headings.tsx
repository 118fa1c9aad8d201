// The parts of the sheet that a line stands under, said where they begin.
import styles from './Headings.module.css';

export function Headings({
  path,
  before,
}: {
  readonly path: readonly string[];
  /** That of the line above. */
  readonly before: readonly string[];
}) {
  const same = path.findIndex((name, level) => before[level] !== name);
  if (same < 0) return null;
  return path.slice(same).map((name, n) => (
    <p key={name} className={styles[same + n === 0 ? 'part' : 'section']}>
      {name}
    </p>
  ));
}
