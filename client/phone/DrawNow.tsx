// A draw as it runs: chances, the lock to compare, and the names shown so far, never one more.
import { phoneText } from '../../shared/text/phone.ts';
import type { DrawView } from '../../shared/views/slices.ts';
import { CategoryMark } from '../ui/CategoryMark.tsx';
import { useText } from '../ui/language.ts';
import { Slot } from '../ui/Slot.tsx';
import styles from './DrawNow.module.css';

const MOST_SLOTS = 40;

export function DrawNow({ draw }: { readonly draw: DrawView }) {
  const text = useText(phoneText).stage;
  const { purpose, take, of, chance, phase, lockHash, shown, why } = draw;
  const panel = purpose === 'panel';
  return (
    <div className={styles['draw']}>
      <h1>{panel ? text.drawPanel : text.drawPresenters}</h1>
      <p>{(panel ? text.drawOfPeople : text.drawOf)(of, take, chance)}</p>
      {phase === 'void' ? (
        <p className={styles['void']}>
          {text.drawVoid} {why}
        </p>
      ) : (
        <p className={styles['hint']}>{text.drawHint}</p>
      )}
      {take <= MOST_SLOTS && (
        <div className={styles['slots']} aria-hidden="true">
          {Array.from({ length: take }, (_, n) => (
            <Slot
              key={n}
              state={
                n < shown.length
                  ? n === shown.length - 1 && phase === 'showing'
                    ? 'now'
                    : 'filled'
                  : 'empty'
              }
            />
          ))}
        </div>
      )}
      <p className={styles['count']}>{text.drawn(shown.length, take)}</p>
      <ol className={styles['names']}>
        {shown.map((name, n) => (
          <li key={name.id}>
            <span className={styles['n']}>{n + 1}</span>
            {name.subject && (
              <CategoryMark {...name.subject.category} label={name.subject.category.name} />
            )}
            <span>{name.name}</span>
            {name.group !== null && <span className={styles['group']}>{name.group}</span>}
          </li>
        ))}
      </ol>
      <div className={styles['lock']}>
        <h2>{text.lock}</h2>
        {lockHash === null ? (
          <p>{text.drawReady}</p>
        ) : (
          <code>
            {lockHash.match(/.{1,4}/g)?.map((four, n) => (
              <span key={n}>{four}</span>
            ))}
          </code>
        )}
      </div>
    </div>
  );
}
