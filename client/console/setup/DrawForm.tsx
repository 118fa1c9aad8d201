// The settings of a draw: what, how many, spread how, by which chance, and what each drawn unit then does.
import { usualPace } from '../../../shared/meeting/draws/pace.ts';
import { usualDraw } from '../../../shared/meeting/agenda/kinds/draw.ts';
import { drawsPeople, PURPOSE_NAMES, PURPOSES } from '../../../shared/meeting/draws/purposes.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { MOST_SECONDS, MOST_TAKEN } from '../../../shared/number-limits.ts';
import type { DrawPurpose } from '../../../shared/meeting/agenda/item.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { NumberField } from '../parts/NumberField.tsx';
import { PaceChoice } from '../parts/PaceChoice.tsx';
import { Select } from '../parts/Select.tsx';
import { ThrowsChoice, TieFields } from './RankedDraw.tsx';
import { setterOf } from '../parts/setter-of.ts';
import { DrawRule } from './DrawRule.tsx';
import { DrawSources } from './DrawSources.tsx';
import { DrawWithout } from './DrawWithout.tsx';
import type { FormProps } from './kind-props.ts';
import { MinutesField } from './MinutesField.tsx';
import { ScoreFields } from './ScoreFields.tsx';
import styles from './Agenda.module.css';

export function DrawForm({ item, onChange }: FormProps<'draw'>) {
  const text = useText(consoleText);
  const words = text.agenda;
  const { follow, purpose } = item;
  const { asks, orders, throws } = PURPOSES[purpose];
  const set = setterOf(item, onChange);
  const setup = useView((view) => view.setup);
  const cells = drawsPeople(purpose)
    ? setup.groups.map(({ id, name, pool }) => ({ id, name, count: pool }))
    : setup.categories.map(({ id, name, count }) => ({ id, name, count }));
  const score = follow?.score ?? {
    sheet: setup.sheets[0]?.id ?? 'live',
    disclosure: 'live' as const,
    seconds: 90,
  };
  return (
    <>
      <Select
        label={words.purpose}
        value={purpose}
        options={PURPOSE_NAMES.map((value) => ({ value, label: text.purposes[value] }))}
        onChange={(chosen) => {
          if (chosen !== purpose)
            onChange(usualDraw(item.id, chosen, score, mostOf(chosen, setup)));
        }}
      />
      {item.rule?.kind !== 'bands' && !orders && !throws && (
        <NumberField
          label={words.take(drawsPeople(purpose))}
          value={item.take}
          least={1}
          most={MOST_TAKEN}
          onChange={(take) => {
            if (take !== null) set('take')(take);
          }}
        />
      )}
      {item.tie && <TieFields tie={item.tie} onChange={set('tie')} />}
      {throws && <ThrowsChoice item={item} onChange={onChange} />}
      <p className={styles['means']}>{text.draw.means[purpose]}</p>
      {!asks && !orders && !throws && <DrawRule item={item} cells={cells} onChange={onChange} />}
      <DrawSources item={item} onChange={onChange} />
      {!asks && !orders && !throws && <DrawWithout item={item} onChange={onChange} />}
      {asks && (
        <NumberField
          label={words.questionSeconds}
          value={item.seconds ?? 0}
          most={MOST_SECONDS}
          after={words.noLimit}
          onChange={(seconds) => {
            if (seconds !== null) set('seconds')(seconds);
          }}
        />
      )}
      {item.take > 1 && (
        <PaceChoice pace={item.pace ?? usualPace(item.take)} onChange={set('pace')} />
      )}
      {follow && (
        <>
          <p className={styles['follow']}>{words.follow}</p>
          <MinutesField
            label={words.presentationMinutes}
            seconds={follow.presentationSeconds}
            onChange={setterOf(follow, set('follow'))('presentationSeconds')}
          />
          <ScoreFields
            score={follow.score}
            onChange={(next) => {
              set('follow')({ ...follow, score: next });
            }}
          />
        </>
      )}
    </>
  );
}

/** How many can be drawn from: of a panel's members it is known once they are drawn. */
function mostOf(
  purpose: DrawPurpose,
  { reviewers, subjects }: { readonly reviewers: number; readonly subjects: number },
): number {
  if (!drawsPeople(purpose)) return subjects;
  return PURPOSES[purpose].effect === 'seats' ? reviewers : 0;
}
