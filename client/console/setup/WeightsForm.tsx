// What each group weighs; weights are relative, the share beside them is what they mean.
import { consoleText } from '../../../shared/text/console.ts';
import type { GroupId } from '../../../shared/ids.ts';
import { useText } from '../../ui/language.ts';
import { Locked } from '../parts/Locked.tsx';
import { useView } from '../parts/console-context.ts';
import { Remark } from '../parts/Notice.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { SaveBar } from './SaveBar.tsx';
import { useWeightsDraft } from './scheme-draft.ts';
import styles from './Scheme.module.css';

export function WeightsForm() {
  const text = useText(consoleText);
  const groups = useView((view) => view.setup.groups);
  const draft = useWeightsDraft();
  const weightOf = (id: GroupId) => draft.value.get(id) ?? null;
  const total = groups.reduce((sum, { id }) => sum + (weightOf(id) ?? 0), 0);
  const empty = groups.some(({ id }) => weightOf(id) === null);
  return (
    <section aria-label={text.scheme.weights} className={styles['part']}>
      <h3>{text.scheme.weights}</h3>
      {groups.length === 0 ? (
        <Remark>{text.scheme.noGroups}</Remark>
      ) : (
        <>
          <Locked act="SetWeights">
            <div className={styles['fields']}>
              {groups.map(({ id, name }) => (
                <NumberField
                  key={id}
                  label={name}
                  value={weightOf(id)}
                  after={total > 0 ? percent((weightOf(id) ?? 0) / total) : '–'}
                  onChange={(weight) => {
                    draft.change(new Map(draft.value).set(id, weight));
                  }}
                />
              ))}
            </div>
          </Locked>
          <SaveBar
            draft={draft}
            label={text.scheme.saveWeights}
            blocked={empty ? text.scheme.weightMissing : null}
            command={() => ({
              type: 'SetWeights',
              weights: groups.map(({ id }) => ({ group: id, weight: weightOf(id) ?? 0 })),
            })}
          />
        </>
      )}
    </section>
  );
}

/** One decimal where it is needed: 33.3 %, 25 %. */
function percent(share: number): string {
  return `${String(Math.round(share * 1000) / 10)}%`;
}
