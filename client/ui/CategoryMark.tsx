// A category's one-character mark on its hue; the mark decides, the hue helps (LOOK.md §2).
import styles from './CategoryMark.module.css';

/** A 1.4em square in the font size around it. `hue` is the category's place in the list, from 0. */
export function CategoryMark({
  mark,
  hue,
  label,
}: {
  readonly mark: string;
  readonly hue: number;
  /** The category's name, for those who hear the page; without it the mark is an ornament. */
  readonly label?: string | undefined;
}) {
  return (
    <span
      className={styles['mark']}
      style={{ background: `var(--hue-${hue % 4})` }}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      {mark}
    </span>
  );
}
