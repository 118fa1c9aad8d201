// What is on now where a few words or counts say it.
import { watchText } from '../../shared/text/watch.ts';
import { standingsOf } from '../parts/category-rows.ts';
import { useText } from '../ui/language.ts';
import type { NowProps } from './kind-props.ts';
import { NowLayout } from './NowLayout.tsx';
import styles from './Now.module.css';

export function NowIdle({ view, label }: NowProps<'idle'>) {
  return <NowLayout label={label} name={view.stage.meeting.title} />;
}

export function NowCheckIn({ view: { progress }, label }: NowProps<'check-in'>) {
  const text = useText(watchText);
  return (
    <NowLayout label={label} figure={progress.done} of={progress.expected} note={text.seated}>
      <ul className={styles['groups']}>
        {progress.groups.map(({ id, name, done, expected }) => (
          <li key={id} className="line wrap over">
            <span>{name}</span>
            <span>
              <b>{done}</b> / {expected}
            </span>
          </li>
        ))}
      </ul>
    </NowLayout>
  );
}

export function NowBoard({ body: { category }, view: { board, stage }, label }: NowProps<'board'>) {
  const text = useText(watchText);
  const { rows, of } = standingsOf(board, category);
  return (
    <NowLayout
      label={label}
      name={category?.name ?? stage.meeting.title}
      note={text.revealed(rows.length, of)}
    />
  );
}

export function NowTitled({
  body: { title, text },
  label,
}: {
  readonly body: { readonly title: string; readonly text?: string };
  readonly label: string;
}) {
  return <NowLayout label={label} name={title} note={text} />;
}
