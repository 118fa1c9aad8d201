// One paper ballot about one unit.
import { paperText } from '../../../shared/text/paper.ts';
import type { Line as FormLine } from '../../../shared/scoring/form.ts';
import { useText } from '../../ui/language.ts';
import { gradeNames, lineName, type Line } from './layout.ts';
import { Paper, Who, type Heading } from './PaperParts.tsx';
import styles from './Paper.module.css';

export function PaperForm({
  heading,
  unit,
  lines,
  last,
}: {
  readonly heading: Heading;
  /** null: a line to write on. */
  readonly unit: string | null;
  readonly lines: readonly Line<FormLine>[];
  /** The page with the box to abstain. */
  readonly last: boolean;
}) {
  const text = useText(paperText);
  const tallest = lines.reduce((all, { height }) => all + Math.max(height, 16), 0);
  return (
    <Paper heading={heading}>
      <p className={styles['unit']}>
        <span>{text.unit}</span>
        {unit === null ? <i /> : <b>{unit}</b>}
      </p>
      <ul className={styles['criteria']} style={{ maxHeight: `${String(tallest)}mm` }}>
        {lines.map(({ of: line }) => (
          <li key={line.id}>
            <span className={styles['criterion']}>{lineName(line)}</span>
            <span className={styles['full']}>
              {'scale' in line ? gradeNames(line) : text.full(line.max)}
              {'step' in line && line.step !== '1' && <small>{text.step(line.step)}</small>}
            </span>
            <span className={styles['box']} />
          </li>
        ))}
      </ul>
      <p className={styles['how']}>{text.how}</p>
      {last && (
        <p className={styles['abstain']}>
          <i />
          <b>{text.abstain}</b>
          <span>{text.abstainMeans}</span>
        </p>
      )}
      <Who />
    </Paper>
  );
}
