// The rules beside the tree: ties, bonuses and deductions, grades, consequences.
import type { PlanKind, PlanTie } from '../../../shared/meeting/result/plan.ts';
import { nodesIn, treesIn } from '../../../shared/meeting/result/plans.ts';
import { TIE_DRAW } from '../../../shared/meeting/result/plan-templates.ts';
import type { GroupId, ItemId } from '../../../shared/ids.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { planText } from '../../../shared/text/plan.ts';
import type { ResultPage } from '../../../shared/views/slices/result-slices.ts';
import { useText } from '../../ui/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../parts/Choice.tsx';
import { useView } from '../parts/console-context.ts';
import { NumberField } from '../parts/NumberField.tsx';
import { Select } from '../parts/Select.tsx';
import { ConsequenceFields, GradeFields, type RuleProps } from './GradeFields.tsx';
import { numbersIn, numbersText, replaced } from './plan-draft.ts';
import { TextField } from './TextField.tsx';
import styles from './Plan.module.css';

/** A draw that the agenda has not got yet. */
const TO_COME = { item: TIE_DRAW, name: '' };

export function RuleFields({ page, ...rest }: RuleProps & { readonly page: ResultPage }) {
  return (
    <>
      <TieFields {...rest} page={page} />
      <KindFields {...rest} />
      <GradeFields {...rest} />
      <ConsequenceFields {...rest} />
    </>
  );
}

function TieFields({ plan, page, onChange }: RuleProps & { readonly page: ResultPage }) {
  const text = useText(planText);
  const groups = useView((view) => view.setup.groups);
  const nodes = treesIn(plan)
    .flatMap(nodesIn)
    .filter(({ id }) => id !== plan.tree?.id);
  const known = new Set<string>(page.draws.map(({ item }) => item));
  const stray = plan.tieBreak.flatMap((rule) =>
    'draw' in rule && !known.has(rule.draw) ? [{ item: rule.draw, name: '' }] : [],
  );
  const options = [
    ...nodes.map(({ id, name }) => ({ value: `node:${id}`, label: text.byNode(name) })),
    ...groups.map(({ id, name }) => ({ value: `group:${id}`, label: text.byGroup(name) })),
    { value: 'deduction:', label: text.byDeduction },
    ...[...page.draws, ...stray, ...(page.draws.length + stray.length === 0 ? [TO_COME] : [])].map(
      ({ item, name }) => ({
        value: `draw:${item}`,
        label: name === '' ? text.drawToCome : text.byDraw(name),
      }),
    ),
  ];
  const set = (place: number, value: string | null) => {
    const rule = value === null ? [] : [tieOf(value)];
    onChange({ ...plan, tieBreak: replaced(plan.tieBreak, place, rule) });
  };
  return (
    <section className={styles['rule']} aria-label={text.tieBreak}>
      <h4>{text.tieBreak}</h4>
      <ol className={styles['ties']}>
        {plan.tieBreak.map((rule, n) => (
          <li key={n}>
            <Select
              label={text.tieRules(n + 1)}
              value={valueOf(rule)}
              options={options}
              onChange={(value) => {
                set(n, value);
              }}
            />
            <button
              type="button"
              aria-label={text.removeRule(n + 1)}
              onClick={() => {
                set(n, null);
              }}
            >
              {text.remove}
            </button>
          </li>
        ))}
      </ol>
      {stray.length > 0 && <p className="soft">{text.noDraw}</p>}
      <Button
        onClick={() => {
          onChange({ ...plan, tieBreak: [...plan.tieBreak, { deduction: true }] });
        }}
      >
        {text.addRule}
      </Button>
    </section>
  );
}

function valueOf(rule: PlanTie): string {
  if ('node' in rule) return `node:${rule.node}`;
  if ('group' in rule) return `group:${rule.group}`;
  return 'draw' in rule ? `draw:${rule.draw}` : 'deduction:';
}

function tieOf(value: string): PlanTie {
  const by = value.slice(0, value.indexOf(':'));
  const id = value.slice(by.length + 1);
  if (by === 'node') return { node: id };
  if (by === 'group') return { group: id as GroupId, rounds: 'all' };
  return by === 'draw' ? { draw: id as ItemId } : { deduction: true };
}

function KindFields({ plan, onChange }: RuleProps) {
  const text = useText(planText);
  const { kinds } = plan;
  const set = (place: number, next: PlanKind | null) => {
    onChange({ ...plan, kinds: replaced(kinds, place, next ? [next] : []) });
  };
  const fresh = (): string => {
    let n = kinds.length + 1;
    while (kinds.some(({ id }) => id === `k${String(n)}`)) n += 1;
    return `k${String(n)}`;
  };
  const clamped = (low: number | null, high: number | null) => {
    const { clamp: _, ...rest } = plan;
    onChange(
      low === null && high === null
        ? rest
        : { ...rest, clamp: [String(low ?? 0), String(high ?? 1000)] },
    );
  };
  const capped = (key: 'bonusCap' | 'deductionCap', value: number | null) => {
    const { [key]: _, ...rest } = plan;
    onChange(value === null ? rest : { ...rest, [key]: String(value) });
  };
  const [low, high] = [numberOf(plan.clamp?.[0]), numberOf(plan.clamp?.[1])];
  return (
    <section className={styles['rule']} aria-label={text.kinds}>
      <h4>{text.kinds}</h4>
      {kinds.map((kind, n) => (
        <KindField
          key={kind.id}
          kind={kind}
          onChange={(next) => {
            set(n, next);
          }}
        />
      ))}
      <Button
        onClick={() => {
          set(kinds.length, { id: fresh(), name: text.signs.bonus, sign: 'bonus' });
        }}
      >
        {text.addKind}
      </Button>
      <div className={styles['fields']}>
        <NumberField
          label={text.bonusCap}
          value={numberOf(plan.bonusCap)}
          decimals
          onChange={(value) => {
            capped('bonusCap', value);
          }}
        />
        <NumberField
          label={text.deductionCap}
          value={numberOf(plan.deductionCap)}
          decimals
          onChange={(value) => {
            capped('deductionCap', value);
          }}
        />
        <NumberField
          label={text.clampLow}
          value={low}
          decimals
          onChange={(value) => {
            clamped(value, high);
          }}
        />
        <NumberField
          label={text.clampHigh}
          value={high}
          decimals
          onChange={(value) => {
            clamped(low, value);
          }}
        />
      </div>
      <p className="soft">{text.veto}</p>
    </section>
  );
}

function KindField({
  kind,
  onChange,
}: {
  readonly kind: PlanKind;
  readonly onChange: (kind: PlanKind | null) => void;
}) {
  const text = useText(planText);
  const { and } = useText(consoleText);
  return (
    <div className={styles['kind']}>
      <TextField
        label={text.kind}
        value={kind.name}
        textOf={(name) => name}
        read={(typed) => (typed.trim() === '' ? null : typed.trim())}
        onChange={(name) => {
          onChange({ ...kind, name });
        }}
      />
      <Choice
        label={text.sign}
        value={kind.sign}
        options={text.signs}
        compact
        onChange={(sign) => {
          onChange({ ...kind, sign });
        }}
      />
      <NumberField
        label={text.cap}
        value={numberOf(kind.cap)}
        decimals
        onChange={(value) => {
          const { cap: _, ...rest } = kind;
          onChange(value === null ? rest : { ...rest, cap: String(value) });
        }}
      />
      <Choice
        label={text.late}
        value={kind.late ?? 'drop'}
        options={text.lates}
        compact
        onChange={(late) => {
          onChange({ ...kind, late });
        }}
      />
      <TextField
        label={text.multipliers}
        hint={text.multipliersHint}
        value={kind.multipliers ?? {}}
        textOf={(numbers) => numbersText(numbers, false, and)}
        read={numbersIn}
        onChange={(multipliers) => {
          const { multipliers: _, ...rest } = kind;
          onChange(Object.keys(multipliers).length === 0 ? rest : { ...rest, multipliers });
        }}
      />
      <button
        type="button"
        aria-label={text.removeOf(kind.name)}
        onClick={() => {
          onChange(null);
        }}
      >
        {text.remove}
      </button>
    </div>
  );
}

function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}
