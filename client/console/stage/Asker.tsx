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
  const [asker] = standing;
  if (!PURPOSES[purpose].asks || phase !== 'done' || !asker) return null;
  const last = replacements.at(-1);
  return (
    <section aria-label={text.asker} className={styles['asker']} role="status">
      <h3 className="quiet small">{text.asker}</h3>
      <p className="bold">{asker.name}</p>
      {last?.why === 'declined' && last.in !== null && (
        <Remark>{text.declined(last.out, last.in)}</Remark>
      )}
      <p>{taken ? text.taken(asker.name) : text.waits(asker.name)}</p>
    </section>
  );
}
