// One line that is scored by a scale: a chip for each grade, the best first. Unscored is none of them.
import { useId } from 'react';
import type { Grade } from '../../../shared/scoring/sheet.ts';
import { commonText } from '../../../shared/text/common.ts';
import { writtenText } from '../../../shared/text/written.ts';
import { useText } from '../../ui/language.ts';
import criterion from './Criterion.module.css';
import styles from './Grades.module.css';

export function Grades({
  line: { name, max, scale },
  score,
  isUsedUp,
  onScore,
}: {
  readonly line: { readonly name: string; readonly max: string; readonly scale: readonly Grade[] };
  readonly score: number | undefined;
  /** Whether this mark has been given as often as it may be. */
  readonly isUsedUp: (mark: number) => boolean;
  readonly onScore: (score: number) => void;
}) {
  const text = useText(writtenText);
  const { outOf } = useText(commonText);
  const title = useId();
  return (
    <section className={criterion['criterion']} aria-labelledby={title}>
      <div className={criterion['name']}>
        <h2 id={title}>{name}</h2>
        <p>{outOf(max)}</p>
      </div>
      <div className={styles['chips']} role="group" aria-labelledby={title}>
        {scale.map(({ id, name: grade, mark }) => {
          const value = Number(mark);
          const usedUp = score !== value && isUsedUp(value);
          return (
            <button
              key={id}
              type="button"
              className={styles['chip']}
              aria-pressed={score === value}
              aria-disabled={usedUp}
              onClick={() => {
                if (!usedUp && score !== value) onScore(value);
              }}
            >
              {grade}
              <small>{usedUp ? text.usedUp : mark}</small>
            </button>
          );
        })}
      </div>
    </section>
  );
}
