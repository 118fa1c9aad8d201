// How many units may still be given the top grade, or a total from some height on: known before it hurts.
import { writtenText } from '../../../shared/text/written.ts';
import { useText } from '../../ui/language.ts';
import { Strip } from '../../ui/Strip.tsx';
import type { ShownLeft } from './row-limit.ts';
import styles from './LeftToGive.module.css';

/** Above this many their slots would be hairs. */
const MOST_SLOTS = 30;

export function LeftToGive({ left: { left, most, grade, total } }: { readonly left: ShownLeft }) {
  const text = useText(writtenText);
  return (
    <div className={styles['left']} role="status">
      <p>
        {grade === null ? text.leftTotal(total ?? '') : text.leftGrade(grade)}
        <strong>{left}</strong>
      </p>
      {most <= MOST_SLOTS && (
        <Strip
          className={styles['slots']}
          states={Array.from({ length: most }, (_, n) => (n < most - left ? 'filled' : 'empty'))}
        />
      )}
      <span>{text.atMost(most)}</span>
    </div>
  );
}
