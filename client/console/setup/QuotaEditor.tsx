// Quotas of a panel: by which attributes, how many of each value, checked while they are typed.
import type { QuotaRange } from '../../../shared/draw/lock.ts';
import type { ByQuotas, ItemOf } from '../../../shared/meeting/agenda/item.ts';
import {
  attributesIn,
  quotaFlaws,
  quotaId,
  type Counts,
  type QuotaFlaw,
} from '../../../shared/meeting/draws/quotas.ts';
import { MOST_TAKEN } from '../../../shared/number-limits.ts';
import { quotasSetupText } from '../../../shared/text/console/quotas.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import { Choice } from '../parts/Choice.tsx';
import { useView } from '../parts/console-context.ts';
import { NumberField } from '../parts/NumberField.tsx';
import { askedAbout, countsIn, inProportion, rowsOf, withBound } from './quota-draft.ts';
import type { Asked } from './quota-draft.ts';
import { QuotaTrial } from './QuotaTrial.tsx';
import { RareNote } from './RareNote.tsx';
import { useAsked } from './use-asked.ts';
import styles from './Quotas.module.css';

export function QuotaEditor({
  item,
  by,
  onChange,
}: {
  readonly item: Pick<ItemOf<'draw'>, 'take' | 'without'>;
  readonly by: ByQuotas;
  readonly onChange: (by: ByQuotas) => void;
}) {
  const text = useText(quotasSetupText);
  const setup = useView((view) => view.setup);
  const { take, without } = item;
  const asked = useAsked(without, text.group);
  const counts = countsIn(asked);
  const { quotas, objective } = by;
  const chosen = attributesIn(quotas);
  const flaws = quotaFlaws(quotas, counts, take);
  const set = (next: readonly QuotaRange[]) => {
    onChange({ ...by, quotas: next });
  };
  return (
    <div className={styles['quotas']}>
      <fieldset className={styles['which']}>
        <legend>{text.which}</legend>
        {asked.map(({ id, name, values }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              disabled={values.length === 0}
              onChange={(event) => {
                const next = asked.flatMap((one) =>
                  (one.id === id ? event.target.checked : chosen.includes(one.id)) ? one.id : [],
                );
                set(askedAbout(quotas, next, counts, take));
              }}
            />
            {name}
          </label>
        ))}
      </fieldset>
      {setup.attributes.length === 0 && <p className="quiet">{text.noAttributes}</p>}
      <div className={styles['tables']}>
        {asked
          .filter(({ id }) => chosen.includes(id))
          .map((one) => (
            <QuotaTable
              key={one.id}
              {...{ asked: one, quotas, counts, take, flaws }}
              onChange={set}
            />
          ))}
      </div>
      {chosen.length > 0 && (
        <>
          <Button
            onClick={() => {
              set(inProportion(chosen, counts, take));
            }}
          >
            {text.propose}
          </Button>
          <Choice
            label={text.objective}
            value={objective ?? 'leximin'}
            options={text.objectives}
            note={text.objectiveMeans[objective ?? 'leximin']}
            onChange={(next) => {
              onChange(next === 'leximin' ? { quotas } : { quotas, objective: next });
            }}
          />
          <RareNote />
          <QuotaTrial
            // What was found is about these numbers, and no others.
            key={JSON.stringify([take, without, by])}
            {...{ item, by, asked }}
            isSound={flaws.length === 0}
            onAdopt={set}
          />
        </>
      )}
    </div>
  );
}

function QuotaTable({
  asked,
  quotas,
  counts,
  take,
  flaws,
  onChange,
}: {
  readonly asked: Asked;
  readonly quotas: readonly QuotaRange[];
  readonly counts: Counts;
  readonly take: number;
  readonly flaws: readonly QuotaFlaw[];
  readonly onChange: (quotas: readonly QuotaRange[]) => void;
}) {
  const text = useText(quotasSetupText);
  const { id, name } = asked;
  const own = quotas.filter(({ a }) => a === id);
  const sum = (of: (quota: QuotaRange) => number) => own.reduce((all, one) => all + of(one), 0);
  const wrong = flaws.find((flaw) => 'a' in flaw && flaw.a === id);
  return (
    <table className={styles['table']} aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">{text.columns.pool}</th>
          <th scope="col">{text.columns.min}</th>
          <th scope="col">{text.columns.max}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rowsOf(asked, quotas).map(({ v, name: value, count }) => {
          const about = { a: id, v };
          const quota = own.find((one) => one.v === v);
          const flaw = flaws.find((one) => 'quota' in one && quotaId(one.quota) === quotaId(about));
          const field = (bound: 'min' | 'max') => (
            <NumberField
              label={(bound === 'min' ? text.least : text.most)(value)}
              hideLabel
              value={quota?.[bound] ?? (bound === 'min' ? 0 : take)}
              most={MOST_TAKEN}
              onChange={(n) => {
                if (n !== null) onChange(withBound(quotas, about, { [bound]: n }, take));
              }}
            />
          );
          return (
            <tr key={v}>
              <th scope="row">{value}</th>
              <td className={styles['count']}>{counts.get(id)?.get(v) ?? count}</td>
              <td>{field('min')}</td>
              <td>{field('max')}</td>
              <td className={styles['flaw']} role="status">
                {flaw?.kind === 'order' && text.order}
                {flaw?.kind === 'few' && text.few(flaw.have)}
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={5} role="status">
            <span className="row gap-s bold">
              <Slot state={wrong ? 'waiting' : 'filled'} />
              {wrong && 'sum' in wrong
                ? (wrong.kind === 'min' ? text.tooMany : text.tooFew)(wrong.sum, take)
                : text.sums(
                    sum(({ min }) => min),
                    sum(({ max }) => max),
                    take,
                  )}
            </span>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
