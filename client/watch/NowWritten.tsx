// The written round on stage: how many ballots are in, and how many seats have finished.
import { watchText } from '../../shared/text/watch.ts';
import { useText } from '../ui/language.ts';
import type { NowProps } from './kind-props.ts';
import { NowLayout } from './NowLayout.tsx';
import styles from './Now.module.css';

export function NowWritten({ body, view: { progress }, label }: NowProps<'written'>) {
  const text = useText(watchText);
  const seats = progress.groups.reduce((sum, group) => sum + group.expected, 0);
  const finished = progress.groups.reduce((sum, group) => sum + group.done, 0);
  const over = body.phase === 'closed' || body.phase === 'revealed';
  return (
    <NowLayout
      label={label}
      name={text.written.units(body.subjects)}
      figure={body.phase === 'ready' || body.phase === 'revealed' ? undefined : progress.done}
      of={progress.expected}
      bar={body.phase === 'ready' ? null : <i className={styles['bar']} data-final={over} />}
      note={
        body.phase === 'revealed'
          ? text.written.revealed
          : body.phase === 'closed'
            ? text.awaiting
            : body.phase === 'open'
              ? text.ballotsIn
              : null
      }
      more={body.phase === 'open' ? text.written.seats(finished, seats) : null}
    />
  );
}
