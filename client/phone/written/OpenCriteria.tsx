// A unit whose sheet has several lines: unfolded below its name. The entry key goes on, from line to line and to the next unit.
import { own } from '../../../shared/own.ts';
import { useSeat } from '../seat-context.ts';
import { SheetEnd } from '../score/SheetEnd.tsx';
import { Editing, Forgetful } from '../score/SheetNotes.tsx';
import { TreeLine } from '../score/TreeLine.tsx';
import { OpenUnit } from './OpenUnit.tsx';
import { useUnitWords } from './use-unit-words.ts';
import type { Row } from './written-rows.ts';
import styles from './OpenCriteria.module.css';

export function OpenCriteria({
  row,
  said,
  tiny,
  startOf,
  onNext,
}: {
  readonly row: Row;
  /** Why it cannot be handed in as it stands. */
  readonly said: string | null;
  readonly tiny: boolean;
  /** What this person gave a line last. */
  readonly startOf: (line: string) => number | undefined;
  readonly onNext: () => void;
}) {
  const { outbox, keeps } = useSeat();
  const { stands, refused } = useUnitWords(row);
  const { target, ballot, state, scores } = row;
  const { lines } = target.sheet;
  return (
    <OpenUnit row={row} tiny={tiny} hint={stands} said={refused ?? said} reports more={null}>
      {() => (
        <div
          className={styles['lines']}
          onKeyDown={({ key: pressed, target: at, currentTarget }) => {
            if (pressed !== 'Enter' || !(at instanceof HTMLInputElement)) return;
            const boxes = [...currentTarget.querySelectorAll<HTMLInputElement>('input[inputmode]')];
            const next = boxes[boxes.indexOf(at) + 1];
            if (next) next.focus();
            else onNext();
          }}
        >
          {state === 'draft' && ballot && <Editing target={target} total={ballot.total} />}
          {lines.map((line, n) => (
            <TreeLine
              key={line.id}
              line={line}
              before={lines[n - 1]?.path ?? []}
              score={own(scores, line.id)}
              start={startOf(line.id)}
              onScore={(score) => {
                outbox.score(target, line.id, score);
              }}
            />
          ))}
          {!keeps && <Forgetful />}
          <SheetEnd target={target} />
        </div>
      )}
    </OpenUnit>
  );
}
