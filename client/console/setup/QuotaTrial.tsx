// Whether quotas can be met at all, and by what chances: the server looks, and says what to change where they cannot.
import { useEffect, useRef, useState } from 'react';
import type { QuotaRange } from '../../../shared/draw/lock.ts';
import type { ByQuotas, ItemOf } from '../../../shared/meeting/agenda/item.ts';
import { quotasSetupText } from '../../../shared/text/console/quotas.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { useConsole, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { relaxed, type Asked } from './quota-draft.ts';
import { tryQuotas, type Found, type Trial } from './quota-trial.ts';
import styles from './Quotas.module.css';

/** Of those whom no panel can hold, so many are named. */
const MOST_NAMED = 10;

export function QuotaTrial({
  item: { take, without },
  by,
  asked,
  isSound,
  onAdopt,
}: {
  readonly item: Pick<ItemOf<'draw'>, 'take' | 'without'>;
  readonly by: ByQuotas;
  readonly asked: readonly Asked[];
  /** Nothing about the numbers is wrong by themselves. */
  readonly isSound: boolean;
  readonly onAdopt: (quotas: readonly QuotaRange[]) => void;
}) {
  const text = useText(quotasSetupText);
  const { code } = useConsole();
  const [done, setDone] = useState<number | null>(null);
  const [trial, setTrial] = useState<Trial | null>(null);
  const underWay = useRef<AbortController | null>(null);
  // Whoever leaves, or types another number, has stopped listening.
  useEffect(() => () => underWay.current?.abort(), []);
  const run = async () => {
    const mine = new AbortController();
    underWay.current = mine;
    setTrial(null);
    setDone(0);
    const demand = { ...by, take, ...(without ? { without } : {}) };
    const came = await tryQuotas(code, demand, mine.signal, setDone);
    if (mine.signal.aborted) return;
    setDone(null);
    setTrial(came);
  };
  const percent = Math.floor((done ?? 0) * 100);
  return (
    <div className={styles['trial']}>
      <div className="row wrap gap-s">
        <Button
          kind="ink"
          blocked={isSound ? null : text.tryFirst}
          waiting={done === null ? null : text.trying(percent)}
          onClick={() => void run()}
        >
          {text.try}
        </Button>
        {done !== null && (
          <>
            <progress value={done} max={1} aria-label={text.trying(percent)} />
            <Button
              onClick={() => {
                underWay.current?.abort();
                setDone(null);
              }}
            >
              {text.cancel}
            </Button>
          </>
        )}
      </div>
      <div role="status">
        {trial?.kind === 'lost' && <p>{text.lost}</p>}
        {trial?.kind === 'found' && (
          <Answer
            found={trial.found}
            asked={asked}
            onAdopt={(changes) => {
              onAdopt(relaxed(by.quotas, changes));
            }}
          />
        )}
      </div>
      {trial?.kind === 'refused' && <Notice trouble={trial} />}
    </div>
  );
}

function Answer({
  found,
  asked,
  onAdopt,
}: {
  readonly found: Found;
  readonly asked: readonly Asked[];
  readonly onAdopt: (changes: Extract<Found, { kind: 'infeasible' }>['relaxation']) => void;
}) {
  const text = useText(quotasSetupText);
  const people = useView((view) => view.people);
  switch (found.kind) {
    case 'ended':
      return <p>{text.ended}</p>;
    case 'lottery': {
      const { least, most, best, leftOut } = found;
      const names = leftOut
        .slice(0, MOST_NAMED)
        .map((id) => people.find(({ reviewer }) => reviewer === id)?.name ?? id);
      return (
        <>
          <p>
            <b>{text.found(percentText(least), percentText(most))}</b>{' '}
            {text.best(percentText(best))}
          </p>
          {leftOut.length > 0 && <p>{text.leftOut(leftOut.length, names)}</p>}
        </>
      );
    }
    case 'infeasible': {
      const nameOf = ({ a, v }: Pick<QuotaRange, 'a' | 'v'>) =>
        asked.find(({ id }) => id === a)?.values.find((one) => one.v === v)?.name ?? v;
      return (
        <>
          <p>{text.infeasible}</p>
          <ul className={styles['changes']}>
            {found.relaxation.map((change) => (
              <li key={`${change.a}:${change.v}:${change.bound}`}>
                {text.change(nameOf(change), change.bound, change.from, change.to)}
              </li>
            ))}
          </ul>
          <Button
            onClick={() => {
              onAdopt(found.relaxation);
            }}
          >
            {text.adopt}
          </Button>
        </>
      );
    }
  }
}

function percentText(chance: number): string {
  return (chance * 100).toFixed(2);
}
