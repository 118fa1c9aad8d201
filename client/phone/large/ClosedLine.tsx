// A line that is not open: its name, what it is out of and its mark, in one row that opens it.
import type { Line } from '../../../shared/scoring/form.ts';
import { commonText } from '../../../shared/text/common.ts';
import { largeSheetText } from '../../../shared/text/large-sheet.ts';
import { useText } from '../../ui/language.ts';
import { shownMark } from '../score/shown-mark.ts';
import styles from './LargeSheet.module.css';

export function ClosedLine({
  line,
  score,
  onOpen,
}: {
  readonly line: Line;
  readonly score: number | undefined;
  readonly onOpen: () => void;
}) {
  const text = useText(largeSheetText);
  const { outOf } = useText(commonText);
  return (
    <button type="button" className={styles['closed']} aria-expanded={false} onClick={onOpen}>
      <span className={styles['words']}>
        <b>{line.name}</b> <span>{outOf(line.max)}</span>
      </span>
      {score === undefined ? (
        <span className={styles['unscored']}>{text.notYet}</span>
      ) : (
        <strong>{'step' in line ? score : shownMark(line, score)}</strong>
      )}
    </button>
  );
}
