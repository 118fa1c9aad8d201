// The scoring sheet: criteria, the total as it stands, one action.
import type { Choice } from '../../../shared/ballots/ballot.ts';
import { phoneText } from '../../../shared/text/phone.ts';
import type { CountdownView } from '../../../shared/views/slices/shown.ts';
import { Documents } from '../../documents/Documents.tsx';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { Criterion } from './Criterion.tsx';
import type { Focus } from '../focus.ts';
import { useSeat } from '../seat-context.ts';
import { SheetHeader } from './SheetHeader.tsx';
import { quietly, soon } from '../../live/later.ts';
import { sameChoice } from '../slips/matter.ts';
import { missing, shownTotal, totalWidth } from './totals.ts';
import { own } from '../../../shared/own.ts';
import styles from './ScoreSheet.module.css';

// Abstaining must not wait for the network.
const notes = () => import('./SheetNotes.tsx');
const Forgetful = quietly(soon(async () => (await notes()).Forgetful));
const Editing = quietly(soon(async () => (await notes()).Editing));
const TreeLine = soon(async () => (await import('./TreeLine.tsx')).TreeLine);
const SheetEnd = quietly(soon(async () => (await import('./SheetEnd.tsx')).SheetEnd));

export type SheetFocus = Extract<Focus, { readonly kind: 'sheet' }>;

export function ScoreSheet({
  focus,
  countdown,
  startOf,
}: {
  readonly focus: SheetFocus;
  readonly countdown: CountdownView | null;
  /** What this person gave a line last. */
  readonly startOf: (line: string) => number | undefined;
}) {
  const { code, outbox, keeps } = useSeat();
  const { target, scores, ballot } = focus;
  const { subject } = target;
  return (
    <>
      <SheetHeader subject={subject} countdown={countdown} />
      <div className={styles['reports']}>
        <Documents documents={subject.documents} code={code} />
      </div>
      {ballot && <Editing target={target} total={ballot.total} />}
      {target.sheet.lines.map((line, n) => {
        const score = own(scores, line.id);
        const onScore = (next: number | undefined) => {
          outbox.score(target, line.id, next);
        };
        const given = { score, onScore, start: startOf(line.id) };
        return 'step' in line && line.path.length === 0 ? (
          <Criterion key={line.id} line={line} {...given} />
        ) : (
          <TreeLine
            key={line.id}
            line={line}
            before={target.sheet.lines[n - 1]?.path ?? []}
            {...given}
          />
        );
      })}
      {!keeps && <Forgetful />}
      <SheetEnd target={target} />
    </>
  );
}

/** The bar below the sheet: what it adds up to, and the way to hand it in. */
export function SheetAction({
  focus: { target, scores, waiting, ballot },
}: {
  readonly focus: SheetFocus;
}) {
  const { outbox, online } = useSeat();
  const text = useText(phoneText).sheet;
  const { sheet } = target;
  const left = missing(sheet, scores);
  const choice: Choice = { kind: 'scores', scores };
  const sent =
    waiting !== null && (sameChoice(waiting.choice, choice) || waiting.choice.kind === 'abstain');
  const unchanged = !waiting && ballot !== null && sameChoice(ballot.choice, choice);
  return (
    <div className={styles['action']}>
      <p
        className={styles['total']}
        data-complete={left === 0}
        style={{ minWidth: `calc(${totalWidth(sheet)}ch + 1.45em)` }}
      >
        <strong>{left === sheet.lines.length ? '–' : shownTotal(sheet, scores)}</strong>
        <span>/ 100</span>
      </p>
      <div className={styles['submit']}>
        <Button
          kind="seal"
          large
          wide
          waiting={sent ? (online ? text.sending : text.kept) : null}
          blocked={left > 0 ? text.missing(left) : unchanged ? text.unchanged : null}
          onClick={() => {
            outbox.submit(target, choice);
          }}
        >
          {ballot ? text.resubmit : text.submit}
        </Button>
      </div>
    </div>
  );
}
