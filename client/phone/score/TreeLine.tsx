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
  start,
}: {
  readonly line: Line;
  /** What the line above stands under. */
  readonly before: readonly string[];
  readonly score: number | undefined;
  readonly onScore: (score: number | undefined) => void;
  readonly start?: number | undefined;
}) {
  return (
    <>
      <Headings path={line.path} before={before} />
      {'step' in line ? (
        <Criterion line={line} score={score} onScore={onScore} start={start} />
      ) : (
        <Grades line={line} score={score} onScore={onScore} />
      )}
    </>
  );
}
