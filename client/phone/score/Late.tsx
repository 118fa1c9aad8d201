// What the person filled in and the hall did not count: said plainly, shown as it was, let go only by the person.
import type { RefusalCode } from '../../../shared/meeting/refusals.ts';
import { abstainText } from '../../../shared/text/abstain.ts';
import { countedText } from '../../../shared/text/counted.ts';
import { lateText } from '../../../shared/text/late.ts';
import { phoneText } from '../../../shared/text/phone.ts';
import { Button } from '../../ui/Button.tsx';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { useText } from '../../ui/language.ts';
import type { Focus } from '../focus.ts';
import { Plain } from '../shell/Plain.tsx';
import { useRefusalSentence } from '../shell/refusal.ts';
import { shownMark } from './shown-mark.ts';
import { shownDecimal } from './totals.ts';
import { own } from '../../../shared/own.ts';
import styles from './Late.module.css';

export type LateFocus = Extract<Focus, { readonly kind: 'late' }>;

/** Refusals that send the person back to the sheet, which is no way once the round is closed. */
const ASKS: ReadonlySet<RefusalCode> = new Set(['older-revision', 'paper-counted']);

export function Late({ focus }: { readonly focus: LateFocus }) {
  const text = useText(phoneText);
  const late = useText(lateText);
  const { abstained } = useText(countedText);
  const sentence = useRefusalSentence();
  const { target, choice, refusal, waiting, ballot } = focus;
  const why = waiting
    ? late.waiting
    : refusal === null
      ? late.unsent
      : refusal.code === 'round-closed' || (!focus.open && ASKS.has(refusal.code))
        ? late.refused
        : sentence(refusal);
  const stands =
    ballot &&
    (ballot.total === null
      ? late.standsAbstain
      : late.stands(shownDecimal(ballot.total, target.sheet)));
  return (
    <>
      <section className={styles['note']} role="status">
        <h1>{waiting ? late.closed : late.title}</h1>
        <p>{why}</p>
        {stands && <p className="bold">{stands}</p>}
      </section>
      <div className={styles['subject']}>
        <CategoryMark {...target.subject.category} />
        <h2>{target.subject.name}</h2>
      </div>
      <dl className={styles['lines']}>
        {choice.kind === 'abstain' ? (
          <div className="line between">
            <dt>{abstained}</dt>
          </div>
        ) : (
          target.sheet.lines.map((line) => (
            <div key={line.id} className="line between">
              <dt>{line.name}</dt>
              <dd className="fixed">
                {shownMark(line, own(choice.scores, line.id)) ?? text.sheet.unscored}
              </dd>
            </div>
          ))
        )}
      </dl>
      {focus.more.length > 0 && (
        <p className={styles['lines']}>
          {late.more(focus.more.length)}
          {focus.more.map(({ subject }) => subject.name).join(late.comma)}
        </p>
      )}
    </>
  );
}

export function Recused({ name }: { readonly name: string }) {
  const late = useText(lateText);
  return <Plain title={late.recused(name)}>{late.recusedHint}</Plain>;
}

export function LateAction({
  open,
  onDone,
}: {
  readonly open: boolean;
  readonly onDone: () => void;
}) {
  const { abstainNo } = useText(abstainText);
  const late = useText(lateText);
  return (
    <div className={styles['action']}>
      <Button kind="ink" large wide onClick={onDone}>
        {open ? abstainNo : late.ok}
      </Button>
    </div>
  );
}
