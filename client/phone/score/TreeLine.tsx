// A line that stands under parts of the sheet, or is scored by grades: most sheets have neither.
import type { Line } from '../../../shared/scoring/form.ts';
import { Criterion } from './Criterion.tsx';
import { Grades } from './Grades.tsx';
import { Headings } from './Headings.tsx';

export function TreeLine({
  line,
  before,
  score,
  onScore,
  onDone,
  isUsedUp = () => false,
}: {
  readonly line: Line;
  /** What the line above stands under. */
  readonly before: readonly string[];
  readonly score: number | undefined;
  readonly onScore: (score: number | undefined) => void;
  /** Where this is all there is to fill in: a tap on a grade hands it in, and the entry key. */
  readonly onDone?: ((score: number) => void) | undefined;
  /** Whether a mark has been given as often as it may be. */
  readonly isUsedUp?: ((mark: number) => boolean) | undefined;
}) {
  return (
    <>
      <Headings path={line.path} before={before} />
      {'step' in line ? (
        <Criterion line={line} score={score} onScore={onScore} onDone={onDone} />
      ) : (
        <Grades
          line={line}
          score={score}
          isUsedUp={isUsedUp}
          onScore={(mark) => {
            onScore(mark);
            onDone?.(mark);
          }}
        />
      )}
    </>
  );
}
