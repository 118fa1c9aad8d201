// You are drawn: what for, and the proof that it was chance (look/phone-5-drawn). Only after the last name is out.
import { drawsPeople, PURPOSES } from '../../../shared/meeting/draws/purposes.ts';
import { phoneDrawText } from '../../../shared/text/phone-draw.ts';
import type { DrawView, RunningDraw } from '../../../shared/views/slices/draw-slices.ts';
import type { Recount } from '../../draw/recount.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { useText } from '../../ui/language.ts';
import styles from './DrawNow.module.css';

export function Drawn({
  draw,
  group,
  recount,
}: {
  readonly draw: RunningDraw;
  readonly group: string;
  readonly recount: Recount | null;
}) {
  const text = useText(phoneDrawText);
  const { of, take, chance, lockHash } = draw;
  return (
    <div className={styles['you']}>
      <p className={styles['whose']}>{group}</p>
      <h1 className="huge">{text.you}</h1>
      <i className={styles['bar']} />
      <What draw={draw} />
      <div className={styles['proof']}>
        <p>
          {text.of(true, of, take)}
          {chance !== null && text.chance(true, chance)}
        </p>
        <p>
          {text.lock}{' '}
          <code>
            {lockHash.slice(0, 4)} {lockHash.slice(4, 8)} … {lockHash.slice(-4)}
          </code>
        </p>
        <p role="status">
          {recount !== null && text.draw.recount[recount]} <a href="watch">{text.process}</a>
        </p>
      </div>
    </div>
  );
}

function What({ draw: { purpose, asked, visits } }: { readonly draw: DrawView }) {
  const text = useText(phoneDrawText);
  const { before, unit, after } = text.asks(asked?.name ?? '');
  return (
    <>
      {asked && (
        <p className={styles['task']}>
          {before}
          <b>{unit}</b>
          {after}
        </p>
      )}
      {drawsPeople(purpose) && <p className={styles['task']}>{text.tasks[purpose]}</p>}
      {PURPOSES[purpose].visits !== null && (
        <>
          <p>{visits.length > 0 ? text.visit : text.visitLater}</p>
          <ul className={styles['visits']}>
            {visits.map(({ id, name, category }) => (
              <li key={id} className="row">
                <CategoryMark {...category} label={category.name} />
                <span>{name}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
