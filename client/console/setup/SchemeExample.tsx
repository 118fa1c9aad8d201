// One unit worked out beside the scheme's form, with totals that are invented: what each setting does to a score.
import { useState } from 'react';
import type { Situation } from '../../../shared/scoring/example-totals.ts';
import { exampleOf, type Example, type ExampleGroup } from '../../../shared/scoring/example.ts';
import { checkScheme, type CountingRules } from '../../../shared/scoring/scheme.ts';
import { schemeText } from '../../../shared/text/scheme.ts';
import { useText } from '../../ui/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { useView } from '../parts/console-context.ts';
import { useSchemeDraft, useWeightsDraft } from './scheme-draft.ts';
import styles from './SchemeExample.module.css';

export function SchemeExample() {
  const words = useText(schemeText).example;
  const groups = useView((view) => view.setup.groups);
  const { value: weights } = useWeightsDraft();
  const { made } = useSchemeDraft();
  const [situation, setSituation] = useState<Situation>('all');
  const weighed = groups.map(({ id, name }) => ({ id, name, weight: weights.get(id) ?? 0 }));
  const isSound = checkScheme({ ...made, version: 0 }) === null;
  return (
    <aside aria-label={words.title} className={styles['example']}>
      <h3>{words.title}</h3>
      <p className="soft">{words.invented}</p>
      {groups.length === 0 ? (
        <p>{words.noGroups}</p>
      ) : (
        <>
          <Choice
            label={words.situation}
            value={situation}
            options={words.situations}
            compact
            onChange={setSituation}
          />
          {isSound ? (
            <Steps rules={made} example={exampleOf(weighed, made, situation)} />
          ) : (
            <p>{words.waits}</p>
          )}
        </>
      )}
    </aside>
  );
}

function Steps({ rules, example }: { readonly rules: CountingRules; readonly example: Example }) {
  const words = useText(schemeText).example;
  const { groups, products, weights, score, why } = example;
  return (
    <>
      <p className={styles['score']}>
        <span>
          {words.score}{' '}
          {score !== null && (
            <span className="quiet small">{words.divided(products, weights)}</span>
          )}
        </span>
        <b>{score ?? '–'}</b>
      </p>
      {why !== null && <p>{words.whyNot[why]}</p>}
      {groups.map((group) => (
        <GroupStep key={group.id} group={group} rules={rules} />
      ))}
      <p className={styles['sum']}>
        <span>
          {words.sum} <span className="quiet">{words.weights(weights)}</span>
        </span>
        <b>{products}</b>
      </p>
      <p className="soft">{words.exact}</p>
    </>
  );
}

function GroupStep({
  group,
  rules,
}: {
  readonly group: ExampleGroup;
  readonly rules: CountingRules;
}) {
  const words = useText(schemeText).example;
  const { name, weight, totals, value, product, out, shown } = group;
  return (
    <section className={styles['group']} data-out={out !== null}>
      <p className={styles['head']}>
        <b>{name}</b> <span className="quiet">{words.ballots(totals.length)}</span>
      </p>
      {totals.length > 0 && (
        <ol className={styles['totals']}>
          {totals.map(({ total, fate, to }, n) => (
            <li key={n} data-fate={fate}>
              {fate === 'stays' ? total : <s>{total}</s>}
              {fate === 'dropped' && <span className="visually-hidden">{words.dropped}</span>}
              {to !== null && (
                <>
                  <span aria-hidden="true">→</span>
                  <span className="visually-hidden">{words.becomes}</span>
                  <b>{to}</b>
                </>
              )}
            </li>
          ))}
        </ol>
      )}
      <p>{words.step(group, rules)}</p>
      {value !== null && !shown && out === null && <p className="soft">{words.kept}</p>}
      {value !== null && product !== null && (
        <p className={styles['product']}>
          <span className="quiet">{words.times(value, weight)}</span>
          <b>{product}</b>
        </p>
      )}
    </section>
  );
}
