// A unit whose sheet has several lines: unfolded below its name. The entry key goes on, from line to line and to the next unit.
import { writtenText } from '../../../shared/text/written.ts';
import { useText } from '../../ui/language.ts';
import { useRefusalSentence } from '../shell/refusal.ts';
import { SheetLines } from '../score/ScoreSheet.tsx';
import { OpenUnit } from './OpenUnit.tsx';
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
  const text = useText(writtenText);
  const sentence = useRefusalSentence();
  const { ballot, state } = row;
  const hint = state === 'counted' && ballot ? text.receipt(ballot.code) : null;
  return (
    <OpenUnit
      row={row}
      tiny={tiny}
      hint={hint}
      said={row.refusal ? sentence(row.refusal) : said}
      reports
      more={null}
    >
      {() => (
        <div
          className={styles['lines']}
          onKeyDown={({ key, target, currentTarget }) => {
            if (key !== 'Enter' || !(target instanceof HTMLInputElement)) return;
            const boxes = [...currentTarget.querySelectorAll<HTMLInputElement>('input[inputmode]')];
            const next = boxes[boxes.indexOf(target) + 1];
            if (next) next.focus();
            else onNext();
          }}
        >
          <SheetLines focus={row} editing={state === 'draft'} startOf={startOf} />
        </div>
      )}
    </OpenUnit>
  );
}
