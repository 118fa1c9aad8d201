// One page of the written round on paper: a row a unit, a column a criterion.
import { paperText } from '../../../shared/text/paper.ts';
import type { Line as FormLine } from '../../../shared/scoring/form.ts';
import { useText } from '../../ui/language.ts';
import { gradeNames, lineName, type Line, type TableLayout } from './layout.ts';
import { Paper, Who, type Heading } from './PaperParts.tsx';
import styles from './Paper.module.css';

export function PaperTable({
  heading,
  criteria,
  layout: { column, head },
  lines,
}: {
  readonly heading: Heading;
  readonly criteria: readonly FormLine[];
  readonly layout: TableLayout;
  readonly lines: readonly Line<string>[];
}) {
  const text = useText(paperText);
  return (
    <Paper heading={heading}>
      <Who />
      <p className={styles['how']}>{text.howTable}</p>
      <table className={styles['table']}>
        <thead>
          <tr style={{ height: `${String(head)}mm` }}>
            <th scope="col" className={styles['number']}>
              {text.number}
            </th>
            <th scope="col">{text.unit}</th>
            {criteria.map((line) => (
              <th key={line.id} scope="col" style={{ width: `${String(column)}mm` }}>
                {lineName(line)}
                <small>{'scale' in line ? gradeNames(line) : text.full(line.max)}</small>
                {'step' in line && line.step !== '1' && <small>{text.step(line.step)}</small>}
              </th>
            ))}
            <th scope="col" className={styles['abstention']}>
              {text.abstain}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ of: unit, n, height }) => (
            <tr key={n} style={{ height: `${String(height)}mm` }}>
              <td className={styles['number']}>{n}</td>
              <th scope="row">{unit}</th>
              {criteria.map(({ id }) => (
                <td key={id} />
              ))}
              <td>
                <i className={styles['tick']} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Paper>
  );
}
