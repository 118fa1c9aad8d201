// The red seal 公评: the mark of the place in every header. Its size follows the font size around it.
import styles from './Seal.module.css';

/** 1em is one character of the seal; it is 1.36em wide and 2.4em high. `label` is what a screen reader says. */
export function Seal({ label }: { readonly label?: string | undefined }) {
  return (
    <span
      className={styles['seal']}
      lang="zh"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      <span aria-hidden="true">公</span>
      <span aria-hidden="true">评</span>
    </span>
  );
}
