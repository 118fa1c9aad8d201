// The red band: visible across the room, and here only because the server has answered (R1).
import { countedText } from '../../../shared/text/counted.ts';
import type { Sheet } from '../../../shared/scoring/sheet.ts';
import type { CountdownView } from '../../../shared/views/slices/shown.ts';
import type { MyBallot } from '../../../shared/views/slices/panel-slices.ts';
import { Button } from '../../ui/Button.tsx';
import { clockText, useCountdown } from '../../ui/countdown.ts';
import { useText } from '../../ui/language.ts';
import { useSeat } from '../seat-context.ts';
import { shownDecimal } from './totals.ts';
import { own } from '../../../shared/own.ts';
import styles from './Counted.module.css';

export function Counted({
  ballot,
  sheet,
  open,
  countdown,
  onChange,
}: {
  readonly ballot: MyBallot;
  /** null where the round closed before this device saw its sheet. */
  readonly sheet: Sheet | null;
  /** The round still takes changes. */
  readonly open: boolean;
  readonly countdown: CountdownView | null;
  readonly onChange: () => void;
}) {
  const text = useText(countedText);
  const { clockOffset } = useSeat();
  const left = useCountdown(countdown, clockOffset);
  const scores = ballot.choice.kind === 'scores' ? ballot.choice.scores : null;
  return (
    <>
      <section className={styles['band']} role="status" key={`${ballot.code}${ballot.rev}`}>
        <div className={styles['row']}>
          <h1 className="huge">{text.word}</h1>
          <strong className={styles['total']} data-word={ballot.total === null}>
            {ballot.total === null ? text.abstained : shownDecimal(ballot.total, sheet)}
          </strong>
        </div>
        <div className={styles['row']}>
          <p className={styles['name']}>{ballot.subject.name}</p>
          <p className={styles['code']}>
            <span className="visually-hidden">{text.code}</span> {ballot.code}
          </p>
        </div>
        <p className={styles['note']}>{ballot.paper ? text.paper : text.written}</p>
      </section>
      {scores && sheet && (
        <dl className={styles['lines']}>
          {sheet.criteria.map(({ id, name, max }) => (
            <div key={id} className="line between under">
              <dt>{name}</dt>
              <dd className="line fixed">
                <strong>{own(scores, id)}</strong>
                <span style={{ minWidth: `${String(max).length + 2}ch` }}>/ {max}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className={styles['after']}>
        {open && (
          <Button wide onClick={onChange}>
            {left !== null && left > 0 ? (
              <>
                {text.changeFor} <strong className={styles['left']}>{clockText(left)}</strong>
              </>
            ) : (
              text.change
            )}
          </Button>
        )}
        <p>
          {open ? text.until : text.over}
          {open && <span className={styles['lock']}>{text.lock}</span>}
        </p>
      </div>
    </>
  );
}
