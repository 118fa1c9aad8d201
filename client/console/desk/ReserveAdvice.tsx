// Before people are called: how many of the drawn panel's reserve should be asked to come, for an expected attendance.
import { useRef, useState } from 'react';
import type { ReviewerId } from '../../../shared/ids.ts';
import { reserveText } from '../../../shared/text/console/reserve.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { useConsole, useView } from '../parts/console-context.ts';
import { NumberField } from '../parts/NumberField.tsx';
import type { adviceFor, Advice } from './reserve-advice.ts';
import desk from './Desk.module.css';
import styles from './ReserveAdvice.module.css';

type Found = Advice | 'failed' | 'too-many';

/** Of the newest draw that has a reserve; nothing where no panel was drawn. */
export function ReserveAdvice() {
  const { reserves } = useView((view) => view.desk);
  const draw = reserves.at(-1)?.draw;
  return draw === undefined ? null : <AdviceFor key={draw} draw={draw} />;
}

function AdviceFor({ draw }: { readonly draw: string }) {
  const words = useText(reserveText);
  const { code } = useConsole();
  const all = useView((view) => view.setup.groups);
  const { reserves } = useView((view) => view.desk);
  // Only where every cell is of one group its own rate says something of it.
  const isByGroup = reserves.every((one) => one.draw !== draw || one.group !== null);
  const groups = isByGroup ? all : [];
  const [by, setBy] = useState<'all' | 'each'>('all');
  const [rate, setRate] = useState<number | null>(null);
  const [rates, setRates] = useState<ReadonlyMap<string, number | null>>(new Map());
  const [found, setFound] = useState<Found | 'computing' | null>(null);
  const rateOf = (group: string) => (by === 'all' ? rate : (rates.get(group) ?? null));
  const isGiven = by === 'all' ? rate !== null : groups.every(({ id }) => rateOf(id) !== null);
  const newest = useRef(0);
  const changed = () => {
    newest.current += 1;
    setFound(null);
  };
  const compute = async () => {
    changed();
    const mine = newest.current;
    setFound('computing');
    const answer = await worked(code, draw, (group) => rateOf(group) ?? rate ?? 0);
    // Of figures that were changed meanwhile nobody wants to hear.
    if (mine === newest.current) setFound(answer);
  };
  return (
    <section aria-label={words.title} className={desk['block']}>
      <details className={styles['advice']}>
        <summary>{words.title}</summary>
        <p className="quiet small">{words.lead}</p>
        {groups.length > 1 && (
          <Choice
            label={words.rate}
            value={by}
            options={{ all: words.all, each: words.each }}
            compact
            onChange={(next) => {
              setBy(next);
              changed();
            }}
          />
        )}
        {by === 'all' ? (
          <NumberField
            label={words.rate}
            value={rate}
            most={100}
            after={words.percent}
            hideLabel={groups.length > 1}
            onChange={(next) => {
              setRate(next);
              changed();
            }}
          />
        ) : (
          groups.map(({ id, name }) => (
            <NumberField
              key={id}
              label={words.ofGroup(name)}
              value={rates.get(id) ?? null}
              most={100}
              onChange={(next) => {
                setRates(new Map(rates).set(id, next));
                changed();
              }}
            />
          ))
        )}
        <Button
          blocked={isGiven ? null : words.missing}
          waiting={found === 'computing' ? words.computing : null}
          onClick={() => void compute()}
        >
          {words.compute}
        </Button>
        <div role="status">
          {found !== null && found !== 'computing' && <Answer found={found} />}
        </div>
      </details>
    </section>
  );
}

/** The arithmetic is fetched when it is first needed. */
async function worked(...asked: Parameters<typeof adviceFor>): Promise<Found> {
  try {
    return await (await import('./reserve-advice.ts')).adviceFor(...asked);
  } catch {
    return 'failed';
  }
}

function Answer({ found }: { readonly found: Found }) {
  const words = useText(reserveText);
  const { groups } = useView((view) => view.setup);
  const people = useView((view) => view.people);
  if (found === 'failed') return <p>{words.failed}</p>;
  if (found === 'too-many') return <p>{words.tooMany}</p>;
  const { ask, groups: asked, holds, runs, isEnough } = found;
  if (isEnough && ask.length === 0) return <p>{words.none}</p>;
  const nameOf = (id: string) =>
    people.find(({ reviewer }) => reviewer === (id as ReviewerId))?.name ?? id;
  const shares = asked.flatMap(({ group: of, count }) => {
    const group = groups.find(({ id }) => id === of);
    return group ? [words.of(group.name, count)] : [];
  });
  return (
    <>
      <p>
        <b>{isEnough ? words.ask(ask.length) : words.notEnough(ask.length, holds, runs)}</b>
      </p>
      {shares.length > 0 && <p>{shares.join(words.comma)}</p>}
      {isEnough && <p className="quiet small">{words.holds(holds, runs)}</p>}
      {ask.length > 0 && (
        <details>
          <summary>{words.names(ask.length)}</summary>
          <ol className={styles['names']} tabIndex={0} aria-label={words.names(ask.length)}>
            {ask.map((id) => (
              <li key={id}>{nameOf(id)}</li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
