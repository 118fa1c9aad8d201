// The settings of a written round: which units, by which sheet, what is shown before the reveal.
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { useView } from '../parts/console-context.ts';
import { setterOf } from '../parts/setter-of.ts';
import { LimitFields } from './LimitFields.tsx';
import { WhoFields } from './WhoFields.tsx';
import { SheetPlanFields } from './SheetPlanFields.tsx';
import { UnitChecks } from '../parts/UnitChecks.tsx';
import type { FormProps } from './kind-props.ts';
import styles from './Agenda.module.css';

export function WrittenForm({ item, onChange }: FormProps<'written'>) {
  const text = useText(consoleText);
  const words = useText(consoleAgendaText);
  const subjects = useView((view) => view.subjects);
  const set = setterOf(item, onChange);
  const about = item.subjects === 'rest' ? 'rest' : 'chosen';
  return (
    <>
      <SheetPlanFields plan={item.sheet} onChange={set('sheet')} />
      <WhoFields
        who={item.who}
        about={item.subjects}
        onChange={(who) => {
          const { who: _, ...rest } = item;
          onChange(who ? { ...rest, who } : rest);
        }}
      />
      <LimitFields
        limits={item.limits}
        plan={item.sheet}
        onChange={(limits) => {
          const { limits: _, ...rest } = item;
          onChange(limits ? { ...rest, limits } : rest);
        }}
      />
      <Choice
        label={text.agenda.disclosure}
        value={item.disclosure}
        options={{ hidden: text.disclosures.hidden, progress: text.disclosures.progress }}
        note={text.agenda.disclosureMeans[item.disclosure]}
        onChange={set('disclosure')}
      />
      <Choice
        label={words.writtenAbout}
        value={about}
        options={words.writtenAbouts}
        note={about === 'rest' ? words.writtenRest : null}
        onChange={(value) => {
          const all = subjects.flatMap(({ id, out }) => (out === null ? [id] : []));
          // A list is never empty: it begins with everyone and units are taken off it.
          if (value === 'rest' || all.length === 0) onChange({ ...item, subjects: 'rest' });
          else if (item.subjects === 'rest') onChange({ ...item, subjects: all });
        }}
      />
      {item.subjects !== 'rest' && (
        <div className={styles['pick']}>
          <UnitChecks
            label={words.find}
            hint={words.pickUnits(item.subjects.length)}
            picked={item.subjects}
            last={words.noneChosen}
            isBarred={({ out }) => out !== null}
            remark={({ out }) => (out === null ? '' : words[out])}
            onPick={set('subjects')}
          />
        </div>
      )}
    </>
  );
}
