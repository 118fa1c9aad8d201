// How many units may still be given the top grade, or a total from some height on: known before it hurts.
import { writtenText } from '../../../shared/text/written.ts';
import { useText } from '../../ui/language.ts';
import { Strip } from '../../ui/Strip.tsx';
import type { ShownLeft } from './row-limit.ts';
import styles from './LeftToGive.module.css';

/** Above this many their slots would be hairs. */
const MOST_SLOTS = 30;

export function LeftToGive({ left }: { readonly left: ShownLeft }) {
  const text = useText(writtenText);
  const { left: n, most } = left;
  return (
    <div className={styles['left']} role="status">
      <LeftInWords left={left} />
      {most <= MOST_SLOTS && (
        <Strip
          className={styles['slots']}
          states={Array.from({ length: most }, (_, at) => (at < most - n ? 'filled' : 'empty'))}
        />
      )}
      <span className={styles['most']}>{text.atMost(most)}</span>
    </div>
  );
}

/** 优秀还可给7家. */
export function LeftInWords({ left: { left, grade, total } }: { readonly left: ShownLeft }) {
  const text = useText(writtenText);
  return (
    <p className={styles['words']}>
      <b>{grade ?? text.leftTotal(total ?? '')}</b>
      {text.left}
      <strong>{left}</strong>
      {text.units}
    </p>
  );
}
