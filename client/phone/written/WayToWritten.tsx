// The way to the written round, which stands open beside what the hall does: one key leads there.
import { writtenText } from '../../../shared/text/written.ts';
import type { MeSlice, MyBallot, OpenRound } from '../../../shared/views/slices/panel-slices.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { doneOf } from './done-of.ts';
import styles from '../score/Late.module.css';

export function WayToWritten({
  written,
  me,
  ballots,
  onGo,
}: {
  readonly written: OpenRound;
  readonly me: Pick<MeSlice, 'groupId' | 'recusals'>;
  readonly ballots: readonly MyBallot[];
  readonly onGo: () => void;
}) {
  const text = useText(writtenText);
  const { n, of } = doneOf(written, me, ballots);
  return (
    <div className={styles['action']}>
      <Button kind={n < of ? 'ink' : 'plain'} large wide onClick={onGo}>
        {n > 0 && n < of ? text.goOn : text.title} {n} / {of}
      </Button>
    </div>
  );
}
