// How ballots become a group's value and groups a score (RESULTS.md §2).
import { consoleText } from '../../../shared/text/console.ts';
import {
  checkScheme,
  SCHEME_DEFAULTS,
  trimOf,
  type Scheme,
} from '../../../shared/scoring/scheme.ts';
import { useText } from '../../ui/language.ts';
import { Locked } from '../parts/Locked.tsx';
import { Choice } from '../parts/Choice.tsx';
import { useView } from '../parts/console-context.ts';
import { NumberField } from '../parts/NumberField.tsx';
import { setterOf } from '../parts/setter-of.ts';
import { useDraft } from '../parts/use-draft.ts';
import { SaveBar } from './SaveBar.tsx';
import styles from './Scheme.module.css';

type Rules = Pick<Scheme, 'centre' | 'emptyGroup'> & {
  readonly [K in 't' | 'floor' | 'step']: number | null;
};

export function SchemeForm() {
  const text = useText(consoleText);
  const words = text.scheme;
  const scheme = useView((view) => view.setup.scheme);
  const standing = scheme ?? SCHEME_DEFAULTS;
  const draft = useDraft<Rules>('AdoptScheme', 'scheme/rules', {
    ...standing,
    t: trimOf(standing),
  });
  const { t, centre, emptyGroup, floor, step } = draft.value;
  const made: Scheme = {
    id: scheme?.id ?? 'scheme',
    version: 0,
    spread: t === 0 ? { kind: 'none' } : { kind: 'trim', t: t ?? -1 },
    centre,
    emptyGroup,
    belowFloor: 'count',
    floor: floor ?? -1,
    step: step ?? -1,
  };
  const flaw = checkScheme(made);
  const set = setterOf(draft.value, draft.change);
  return (
    <section aria-label={words.rules} className={styles['part']}>
      <h3>{words.rules}</h3>
      <Locked act="AdoptScheme">
        <div className={styles['rules']}>
          <Choice
            label={words.centre}
            value={centre}
            options={words.centres}
            onChange={set('centre')}
          />
          <NumberField
            label={words.trim}
            value={t}
            after={words.trimMeans(t ?? 0)}
            onChange={set('t')}
          />
          <Choice
            label={words.emptyGroup}
            value={emptyGroup}
            options={words.emptyGroups}
            onChange={set('emptyGroup')}
          />
          <NumberField
            label={words.floor}
            value={floor}
            after={words.floorMeans}
            onChange={set('floor')}
          />
          <NumberField
            label={words.step}
            value={step}
            after={words.stepMeans}
            onChange={set('step')}
          />
        </div>
      </Locked>
      <SaveBar
        draft={draft}
        label={words.saveRules}
        // Without a scheme the defaults themselves are worth saving.
        dirty={draft.dirty || scheme === null}
        blocked={flaw === null ? null : words.flaws[flaw]}
        command={() => {
          const { version: _, ...adopted } = made;
          return { type: 'AdoptScheme', scheme: adopted };
        }}
      />
    </section>
  );
}
