// The red band: visible across the room, and here only because the server has answered (R1).
import { countedText } from '../../../shared/text/counted.ts';
import type { GroupId } from '../../../shared/ids.ts';
import { formAt, type RoundForms } from '../../../shared/meeting/round-forms.ts';
import type { CountdownView } from '../../../shared/views/slices/shown.ts';
import type { MyBallot } from '../../../shared/views/slices/panel-slices.ts';
import { Button } from '../../ui/Button.tsx';
import { clockText, useCountdown } from '../../ui/countdown.ts';
import { useText } from '../../ui/language.ts';
import { useSeat } from '../seat-context.ts';
import { Comment } from './Comment.tsx';
import { shownMark } from './shown-mark.ts';
import { shownDecimal } from './totals.ts';
import { own } from '../../../shared/own.ts';
import styles from './Counted.module.css';

export function Counted({
  ballot,
  forms,
  group,
  open,
  countdown,
  onChange,
}: {
  readonly ballot: MyBallot;
  /** undefined where the round closed before this device saw them. */
  readonly forms: RoundForms | undefined;
  readonly group: GroupId;
  /** The round still takes changes. */
  readonly open: boolean;
  readonly countdown: CountdownView | null;
  readonly onChange: () => void;
}) {
  const text = useText(countedText);
  const { clockOffset } = useSeat();
  const sheet = forms ? formAt(forms, group, ballot.subject.category.id) : null;
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
          {sheet.lines.map((line) => (
            <div key={line.id} className="line between under">
              <dt>{line.name}</dt>
              <dd className="line fixed">
                {'step' in line ? (
                  <>
                    <strong>{own(scores, line.id)}</strong>
                    <span style={{ minWidth: `${line.max.length + 2}ch` }}>/ {line.max}</span>
                  </>
                ) : (
                  <strong>{shownMark(line, own(scores, line.id))}</strong>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {sheet?.comments && <Comment about={ballot} open={open} />}
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
