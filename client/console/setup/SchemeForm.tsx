// How ballots become a group's value and groups a score (RESULTS.md §2).
import { showsLive } from '../../../shared/meeting/agenda/live.ts';
import { schemeHints } from '../../../shared/scoring/hints.ts';
import { trimmedFrom } from '../../../shared/scoring/means.ts';
import { checkScheme, MOST_MARGIN, type CountingRules } from '../../../shared/scoring/scheme.ts';
import { schemeText } from '../../../shared/text/scheme.ts';
import { useText } from '../../ui/language.ts';
import { Locked } from '../parts/Locked.tsx';
import { Choice } from '../parts/Choice.tsx';
import { useView } from '../parts/console-context.ts';
import { Remark } from '../parts/Notice.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { setterOf } from '../parts/setter-of.ts';
import { SaveBar } from './SaveBar.tsx';
import { useSchemeDraft, useWeightsDraft } from './scheme-draft.ts';
import styles from './Scheme.module.css';

export function SchemeForm() {
  const text = useText(schemeText);
  const { draft, made, stands } = useSchemeDraft();
  const { spread, t, margin, centre, emptyGroup, belowFloor, floor, step } = draft.value;
  const flaw = checkScheme({ ...made, version: 0 });
  const set = setterOf(draft.value, draft.change);
  return (
    <section aria-label={text.rules} className={styles['part']}>
      <h3>{text.rules}</h3>
      <Locked act="AdoptScheme">
        <div className={styles['rules']}>
          <div className="grid gap-s">
            <Choice
              label={text.spread}
              value={spread}
              options={text.spreads}
              note={text.spreadMeans[spread]}
              onChange={set('spread')}
            />
            {spread === 'trim' && (
              <NumberField
                label={text.trim}
                value={t}
                least={1}
                after={text.trimMeans(trimmedFrom({ kind: 'trim', t: t ?? 1 }))}
                onChange={set('t')}
              />
            )}
            {spread === 'cap' && (
              <NumberField
                label={text.margin}
                value={margin}
                most={MOST_MARGIN}
                decimals
                after={text.marginMeans}
                onChange={set('margin')}
              />
            )}
          </div>
          <Choice
            label={text.centre}
            value={centre}
            options={text.centres}
            note={text.centreMeans[centre]}
            onChange={set('centre')}
          />
          <Choice
            label={text.emptyGroup}
            value={emptyGroup}
            options={text.emptyGroups}
            note={text.emptyGroupMeans[emptyGroup]}
            onChange={set('emptyGroup')}
          />
          <NumberField
            label={text.floor}
            value={floor}
            after={text.floorMeans}
            onChange={set('floor')}
          />
          <Choice
            label={text.belowFloor}
            value={belowFloor}
            options={text.belowFloors}
            note={text.belowFloorMeans[belowFloor]}
            onChange={set('belowFloor')}
          />
          <NumberField
            label={text.step}
            value={step}
            after={text.stepMeans}
            onChange={set('step')}
          />
        </div>
      </Locked>
      {flaw === null && <Hints rules={made} />}
      <SaveBar
        draft={draft}
        label={text.saveRules}
        // Without a scheme the defaults themselves are worth saving.
        dirty={draft.dirty || !stands}
        blocked={flaw === null ? null : text.flaws[flaw]}
        command={() => ({ type: 'AdoptScheme', scheme: made })}
      />
    </section>
  );
}

/** What is odd about it in this meeting: nothing of it keeps it from being saved. */
function Hints({ rules }: { readonly rules: CountingRules }) {
  const text = useText(schemeText);
  const groups = useView((view) => view.setup.groups);
  const agenda = useView((view) => view.agenda);
  const { value: weights } = useWeightsDraft();
  const isLive = agenda.some(({ item, skipped }) => skipped === null && showsLive(item));
  const weighed = groups.map(({ id, name, planned }) => ({
    ...{ name, seats: planned ?? 0 },
    weight: weights.get(id) ?? 0,
  }));
  const hints = schemeHints(rules, weighed, isLive);
  if (hints.length === 0) return null;
  return (
    <div aria-label={text.hints} role="group" className="grid gap-s">
      {hints.map((one) => (
        <Remark key={one.kind}>{text.hint(one)}</Remark>
      ))}
    </div>
  );
}
