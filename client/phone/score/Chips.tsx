// A chip for each grade, the best first. Unscored is none of them.
import type { CSSProperties } from 'react';
import type { Grade } from '../../../shared/scoring/sheet.ts';
import { writtenText } from '../../../shared/text/written.ts';
import { useText } from '../../ui/language.ts';
import styles from './Chips.module.css';

export function Chips({
  scale,
  score,
  columns,
  large = false,
  just = null,
  labelledBy,
  isUsedUp,
  onScore,
}: {
  readonly scale: readonly Grade[];
  readonly score: number | undefined;
  /** So many beside each other; absent: as many as there is room for. */
  readonly columns?: number;
  /** 64 px high and without the marks. */
  readonly large?: boolean;
  /** The mark that the unit before was given in this place a moment ago: its chip is seen to take the tap. */
  readonly just?: number | null;
  readonly labelledBy: string;
  /** Whether this mark has been given as often as it may be. */
  readonly isUsedUp: (mark: number) => boolean;
  readonly onScore: (score: number) => void;
}) {
  const text = useText(writtenText);
  return (
    <div
      className={`${styles['chips'] ?? ''} ${(large && styles['large']) || ''}`}
      style={(columns ? { '--columns': columns } : {}) as CSSProperties}
      data-fixed={columns !== undefined}
      role="group"
      aria-labelledby={labelledBy}
    >
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
            data-just={just === value}
            onClick={() => {
              if (!usedUp) onScore(value);
            }}
          >
            {grade}
            {usedUp ? <small>{text.usedUp}</small> : large ? null : <small>{mark}</small>}
          </button>
        );
      })}
    </div>
  );
}
