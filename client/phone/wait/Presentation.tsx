// A unit speaks: whose turn it is, how long it has, what it has handed in, who comes next.
import { commonText } from '../../../shared/text/common.ts';
import { phoneWaitText } from '../../../shared/text/phone-wait.ts';
import { Documents } from '../../documents/Documents.tsx';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { clockText, useCountdown } from '../../ui/countdown.ts';
import { useText } from '../../ui/language.ts';
import type { KindProps } from '../kind-props.ts';
import { useSeat } from '../seat-context.ts';
import styles from '../shell/Plain.module.css';

export function Presentation({
  body: { subject, countdown, next },
  me,
}: KindProps<'presentation'>) {
  const { code, clockOffset } = useSeat();
  const text = useText(phoneWaitText);
  const { overtime } = useText(commonText);
  const left = useCountdown(countdown, clockOffset);
  return (
    <div className={styles['plain']}>
      <p className="quiet">{text.speaking}</p>
      <h1 className={styles['unit']}>
        <CategoryMark {...subject.category} label={subject.category.name} />
        <span>{subject.name}</span>
      </h1>
      {left !== null && (
        <p className={styles['clock']} role="timer">
          <span>{left < 0 ? overtime : text.timeLeft}</span>
          <strong>{clockText(left)}</strong>
        </p>
      )}
      <p>{me.recusals.includes(subject.id) ? text.willRecuse : text.speakingHint}</p>
      <Documents documents={subject.documents} code={code} />
      {next && <p className={styles['next']}>{text.next(next.name)}</p>}
    </div>
  );
}
