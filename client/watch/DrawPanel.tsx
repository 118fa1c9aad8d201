// A draw as a viewer checks it: the lock to compare, everyone's chance, the sources, the names so far.
import { watchText } from '../../shared/text/watch.ts';
import type { DrawView, MeetingCard } from '../../shared/views/slices.ts';
import { percentOf } from '../screen/chance.ts';
import { timeText } from '../screen/time.ts';
import { CategoryMark } from '../ui/CategoryMark.tsx';
import { useText } from '../ui/language.ts';
import { Slot } from '../ui/Slot.tsx';
import styles from './Lists.module.css';

export function DrawPanel({
  draw,
  meeting,
}: {
  readonly draw: DrawView;
  readonly meeting: MeetingCard;
}) {
  const text = useText(watchText);
  return (
    <section className={styles['section']}>
      <div className={styles['head']}>
        <h2>
          <Slot state={draw.lockHash === null ? 'empty' : 'now'} />
          {text.drawTitle(draw.purpose, draw.of, draw.take)}
        </h2>
        <span>
          {draw.lockedAt === null
            ? text.notLocked
            : text.lockedAt(timeText(draw.lockedAt, meeting.zone))}
        </span>
      </div>
      {draw.lockHash !== null && <Lock draw={draw} hash={draw.lockHash} code={meeting.code} />}
      {draw.phase === 'void' && (
        <p className={styles['void']}>
          <b>{text.void}</b>
          {draw.why}
        </p>
      )}
      <Facts draw={draw} />
      {draw.lockHash !== null && draw.phase !== 'void' && <Names draw={draw} />}
    </section>
  );
}

function Lock({
  draw,
  hash,
  code,
}: {
  readonly draw: DrawView;
  readonly hash: string;
  readonly code: string;
}) {
  const text = useText(watchText);
  return (
    <>
      <code className={styles['hex']}>
        {(hash.match(/.{4}/g) ?? []).map((group, index) => (
          <span key={index}>{group} </span>
        ))}
      </code>
      <p className={styles['soft']}>{text.compare}</p>
      {draw.id !== null && (
        <p className={styles['download']}>
          <a href={`/api/m/${encodeURIComponent(code)}/draws/${draw.id}`} download>
            {text.download}
          </a>
          <small>{text.downloadNote}</small>
        </p>
      )}
    </>
  );
}

function Facts({ draw }: { readonly draw: DrawView }) {
  const text = useText(watchText);
  return (
    <dl className={styles['facts']}>
      <dt>{text.chance(draw.purpose)}</dt>
      <dd>
        <b>{percentOf(draw.chance)}%</b> {draw.chance.replace('/', ' / ')}
      </dd>
      <dt>{text.sources}</dt>
      <dd>
        {draw.sources.map((source, index) => (
          <p key={index}>
            <Slot state={source.read ? 'filled' : 'empty'} />{' '}
            {text.source(source.type, source.count)}{' '}
            <small>{source.read ? text.sourceRead : text.sourceEmpty}</small>
          </p>
        ))}
      </dd>
      {draw.assurance && (
        <>
          <dt>{text.assurance}</dt>
          <dd>{text.assurances[draw.assurance]}</dd>
        </>
      )}
    </dl>
  );
}

function Names({ draw }: { readonly draw: DrawView }) {
  const text = useText(watchText);
  const { shown, take } = draw;
  return (
    <>
      <h3 className={styles['subhead']}>
        {shown.length === 0 ? text.notShown : text.shown(shown.length, take)}
      </h3>
      <ol className={styles['rows']}>
        {shown.map((drawn, index) => (
          <li key={drawn.id} data-latest={index === shown.length - 1 && draw.phase === 'showing'}>
            <span className={styles['rank']}>{index + 1}</span>
            {drawn.subject && (
              <CategoryMark
                mark={drawn.subject.category.mark}
                hue={drawn.subject.category.hue}
                label={drawn.subject.category.name}
              />
            )}
            <span className={styles['name']}>{drawn.name}</span>
            {drawn.group !== null && <small>{drawn.group}</small>}
          </li>
        ))}
      </ol>
    </>
  );
}
