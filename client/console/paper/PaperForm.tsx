// One paper ballot about one unit.
import { paperText } from '../../../shared/text/paper.ts';
import type { Criterion } from '../../../shared/scoring/sheet.ts';
import { useText } from '../../ui/language.ts';
import type { Line } from './layout.ts';
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
  readonly lines: readonly Line<Criterion>[];
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
        {lines.map(({ of: { id, name, max, step } }) => (
          <li key={id}>
            <span className={styles['criterion']}>{name}</span>
            <span className={styles['full']}>
              {text.full(max)}
              {step > 1 && <small>{text.step(step)}</small>}
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
