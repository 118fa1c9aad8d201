// Who asks, and what they said on their phone: for the moderator alone.
import { PURPOSES } from '../../../shared/meeting/draws/purposes.ts';
import { questionText } from '../../../shared/text/question.ts';
import { useText } from '../../ui/language.ts';
import { Remark } from '../parts/Notice.tsx';
import type { OnStageProps } from './kind-props.ts';
import styles from './Asker.module.css';

export function Asker({ body: { draw } }: OnStageProps<'draw'>) {
  const text = useText(questionText);
  const { purpose, phase, standing, taken, replacements } = draw;
  if (!PURPOSES[purpose].asks || phase !== 'done' || standing.length === 0) return null;
  const last = replacements.at(-1);
  return (
    <section aria-label={text.asker} className={styles['asker']} role="status">
      <h2 className="quiet small">{text.asker}</h2>
      {standing.map(({ id, name }) => (
        <div key={id}>
          <p className="bold">{name}</p>
          <p>{taken.includes(id) ? text.taken(name) : text.waits(name)}</p>
        </div>
      ))}
      {last?.why === 'declined' && last.in !== null && (
        <Remark>{text.declined(last.out, last.in)}</Remark>
      )}
    </section>
  );
}
