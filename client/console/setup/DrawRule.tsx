// How the drawn are spread over groups or categories; fixed numbers are added up while they are typed.
import { drawsPeople, PURPOSES } from '../../../shared/meeting/draws/purposes.ts';
import { consoleDrawPoolText } from '../../../shared/text/console/draw-pool.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { MOST_TAKEN } from '../../../shared/number-limits.ts';
import { LOTS_COUNTS, type ItemOf } from '../../../shared/meeting/agenda/item.ts';
import { useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import { Choice } from '../parts/Choice.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { quotasSetupText } from '../../../shared/text/console/quotas.ts';
import { useView } from '../parts/console-context.ts';
import { askable, countsIn, inProportion } from './quota-draft.ts';
import { QuotaEditor } from './QuotaEditor.tsx';
import { usualBands, withBands } from './band-draft.ts';
import { BandFields } from './BandFields.tsx';
import { numberingSources, spread, sumOf, type Cell } from './draw-draft.ts';
import { own } from '../../../shared/own.ts';
import styles from './Agenda.module.css';

export function DrawRule({
  item,
  cells,
  onChange,
}: {
  readonly item: ItemOf<'draw'>;
  readonly cells: readonly Cell[];
  readonly onChange: (item: ItemOf<'draw'>) => void;
}) {
  const text = useText(consoleText).draw;
  const words = useText(consoleDrawPoolText);
  const { rule, ...alike } = item;
  const people = drawsPeople(item.purpose);
  const panels = PURPOSES[item.purpose].effect === 'seats';
  const kind = rule?.kind ?? 'simple';
  const options: Partial<Record<typeof kind, string>> = panels
    ? text.rulesOfPanels
    : people
      ? text.rulesOfPeople
      : PURPOSES[item.purpose].ofRanking
        ? { ...text.rulesOfUnits, bands: words.rule }
        : text.rulesOfUnits;
  const quotaWords = useText(quotasSetupText);
  const { groups, attributes } = useView((view) => view.setup);
  // Something is asked about from the beginning: without a quota the rule is none.
  const all = askable({ groups, attributes }, '');
  const first = all[1] ?? all[0];
  const begun = first ? inProportion([first.id], countsIn(all), item.take) : [];
  const fixed = rule?.kind === 'fixed' ? rule.take : {};
  const sum = sumOf(fixed);
  const cellsDo = cells.every(({ id, count }) => (own(fixed, id) ?? 0) <= count);
  return (
    <div className={styles['rule']}>
      <Choice
        label={text.rule}
        value={kind}
        options={options as Record<typeof kind, string>}
        note={kind === 'bands' ? words.ruleMeans : text.ruleMeans[kind]}
        onChange={(next) => {
          if (next === kind) return;
          if (next === 'simple') onChange(alike);
          else if (next === 'bands') onChange(withBands(item, usualBands(item.take)));
          else if (next === 'proportional') onChange({ ...alike, rule: { kind: next } });
          else if (next === 'lottery') onChange({ ...alike, rule: { kind: next, quotas: begun } });
          else if (next === 'lots')
            onChange({
              ...alike,
              rule: { kind: next, panels: 1000 },
              sources: numberingSources(item.sources),
            });
          else onChange({ ...alike, rule: { kind: next, take: spread(item.take, cells) } });
        }}
      />
      {rule?.kind === 'lots' && (
        <Choice
          label={text.lotsCount}
          value={`${rule.panels}`}
          options={text.lotsCounts}
          note={text.lotsNumbered}
          onChange={(n) => {
            const panels = LOTS_COUNTS.find((count) => `${count}` === n);
            if (panels) onChange({ ...item, rule: { ...rule, panels } });
          }}
        />
      )}
      {rule?.kind === 'lots' && (
        <Choice
          label={quotaWords.byLots}
          value={rule.quotas ? 'quotas' : 'proportional'}
          options={quotaWords.lotsBy}
          onChange={(next) => {
            const { panels: count } = rule;
            const fresh = { kind: 'lots', panels: count } as const;
            onChange({ ...item, rule: next === 'quotas' ? { ...fresh, quotas: begun } : fresh });
          }}
        />
      )}
      {(rule?.kind === 'lottery' || rule?.kind === 'lots') && rule.quotas && (
        <QuotaEditor
          item={item}
          by={{ quotas: rule.quotas, ...(rule.objective ? { objective: rule.objective } : {}) }}
          onChange={(by) => {
            const { objective: _, ...rest } = rule;
            onChange({ ...item, rule: { ...rest, ...by } });
          }}
        />
      )}
      {rule?.kind === 'bands' && <BandFields item={item} rule={rule} onChange={onChange} />}
      {rule?.kind === 'fixed' && (
        <div className={styles['cells']}>
          {cells.length === 0 && <p>{people ? text.noGroups : text.noCategories}</p>}
          {cells.map(({ id, name, count }) => (
            <NumberField
              key={id}
              label={name}
              value={own(rule.take, id) ?? 0}
              most={MOST_TAKEN}
              after={
                (own(rule.take, id) ?? 0) > count ? text.onlyInRoster(count) : text.inRoster(count)
              }
              onChange={(n) => {
                if (n === null) return;
                onChange({ ...item, rule: { kind: 'fixed', take: { ...rule.take, [id]: n } } });
              }}
            />
          ))}
          <p className={styles['sum']} role="status">
            <Slot state={sum === item.take && cellsDo ? 'filled' : 'waiting'} />
            {text.sum(sum, item.take, cellsDo)}
          </p>
        </div>
      )}
    </div>
  );
}
