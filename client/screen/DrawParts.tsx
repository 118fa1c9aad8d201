// What the pictures of a draw share: its title, everyone's chance, its sources, its lock.
import type { DrawView } from '../../shared/views/slices.ts';
import { Slot } from '../ui/Slot.tsx';
import { percentOf } from './chance.ts';
import { Digits } from './Figures.tsx';
import { useStage } from './stage-context.ts';
import styles from './Draw.module.css';

/** `述职单位 77家抽12家`. */
export function DrawTitle({ draw }: { readonly draw: DrawView }) {
  const { text } = useStage();
  return (
    <h1 className={styles['title']}>
      <span className={styles['purpose']}>{text.purpose(draw.purpose)}</span>
      <span>
        <Digits>{text.drawOf(draw.purpose, draw.of, draw.take)}</Digits>
      </span>
    </h1>
  );
}

/** `15.58 % 12 / 77`; `size` in cqh. */
export function Chance({ draw, size }: { readonly draw: DrawView; readonly size: number }) {
  const { text } = useStage();
  return (
    <div className={styles['chance']}>
      <p>{text.chance(draw.purpose)}</p>
      <p className={styles['percent']} style={{ fontSize: `${size}cqh` }}>
        <b>{percentOf(draw.chance)}</b>
        <span>%</span>
        <span className={styles['fraction']}>{draw.chance.replace('/', ' / ')}</span>
      </p>
    </div>
  );
}

/** One slot per source: empty until it has been read. */
export function Sources({ draw }: { readonly draw: DrawView }) {
  const { text } = useStage();
  return (
    <div className={styles['sources']}>
      <p>{text.sources}</p>
      <ul>
        {draw.sources.map((source, index) => (
          <li key={index}>
            <Slot state={source.read ? 'filled' : 'empty'} />
            <span>
              {text.source(source.type, source.count)}
              <small>{source.read ? text.sourceRead : text.sourceEmpty}</small>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function AssuranceNote({ draw }: { readonly draw: DrawView }) {
  const { text } = useStage();
  return (
    draw.assurance && (
      <span>
        {text.assurance(draw.assurance)}
        {text.comma}
        {text.assuranceWhy[draw.assurance]}
      </span>
    )
  );
}
