// The holder's own chance where chances differ, from the lock until the sources are read: everybody's stands before there is any.
import { drawPoolText } from '../../../shared/text/draw-pool.ts';
import { ownChanceText } from '../../../shared/text/own-chance.ts';
import type { LockedDraw } from '../../../shared/views/slices/draw-slices.ts';
import { percentOf } from '../../parts/chance.ts';
import { useText } from '../../ui/language.ts';
import { useOwn } from './use-own.ts';
import styles from './OwnLots.module.css';

/** A longer denominator says nothing to anybody: weights add up to 2^32 where they are no short fractions. */
const LONGEST = 4;

const load = async () => (await import('../../draw/own-chance.ts')).ownChance;

export function OwnChance({
  draw,
  code,
  person,
}: {
  readonly draw: LockedDraw;
  readonly code: string;
  readonly person: string;
}) {
  const text = useText(ownChanceText);
  const pool = useText(drawPoolText);
  const own = useOwn(load, code, draw.id, draw.lockHash, person);
  const chance = typeof own === 'object' && own.kind === 'chance' ? own.of : null;
  const [n = '', d = ''] = chance?.split('/') ?? [];
  const says =
    typeof own === 'string'
      ? text[own]
      : own.kind === 'excluded'
        ? text.excluded(pool.why(own.why))
        : own.kind === 'none'
          ? text.none
          : text.how;
  return (
    // As high from the first moment on: below it somebody may be typing a word.
    <section className={styles['own']}>
      <div
        className={`${styles['now'] ?? ''} ${styles['exact'] ?? ''}`}
        role={own === 'differs' ? 'alert' : 'status'}
      >
        <div>
          <p>{text.title}</p>
          <p className={styles['count']}>
            <b>{chance === null ? '—' : `${percentOf(chance)}%`}</b>
          </p>
        </div>
        {chance !== null && d.length <= LONGEST && (
          <div className={styles['chance']}>
            <p className="soft">{draw.lots ? text.lots : text.exactly}</p>
            <p>
              <b>
                {n} / {d}
              </b>
            </p>
          </div>
        )}
        <p className="soft">{says}</p>
      </div>
    </section>
  );
}
