// Grades by threshold and by share, and what a result entails.
import type { GradeForm } from '../../../shared/results/case.ts';
import { fromDecimal, fromShare } from '../../../shared/scoring/rational.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { planText } from '../../../shared/text/plan.ts';
import { useText } from '../../ui/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { useView } from '../parts/console-context.ts';
import { Remark } from '../parts/Notice.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { listIn, numbersIn, numbersText, shareIn, shareText } from './plan-draft.ts';
import type { PlanRules } from '../../../shared/meeting/result/plan.ts';
import { TextField } from './TextField.tsx';
import styles from './Plan.module.css';

export interface RuleProps {
  readonly plan: PlanRules;
  readonly onChange: (plan: PlanRules) => void;
}

export function GradeFields({ plan, onChange }: RuleProps) {
  const text = useText(planText);
  const { and } = useText(consoleText);
  const { grades } = plan;
  const set = (next: GradeForm | null) => {
    const { grades: _, ...rest } = plan;
    onChange(next ? { ...rest, grades: next } : rest);
  };
  const numbers = (typed: string) => {
    const list = listIn(typed).map(shareIn);
    return list.every((one) => fromShare(one) !== null) ? list : null;
  };
  return (
    <section className={styles['rule']} aria-label={text.grades}>
      <h4>{text.grades}</h4>
      <Choice
        label={text.grades}
        value={grades ? 'yes' : 'no'}
        options={text.withGrades}
        compact
        onChange={(with_) => {
          set(with_ === 'yes' ? { names: ['A', 'B'], thresholds: ['60'], of: 'category' } : null);
        }}
      />
      {grades && (
        <>
          <div className={styles['fields']}>
            <TextField
              label={text.gradeNames}
              hint={text.gradeNamesHint}
              value={grades.names}
              textOf={(names) => names.join(and)}
              read={(typed) => (listIn(typed).length > 0 ? listIn(typed) : null)}
              onChange={(names) => {
                set({ ...grades, names });
              }}
            />
            <TextField
              label={text.thresholds}
              hint={text.thresholdsHint}
              value={grades.thresholds ?? []}
              textOf={(list) => list.join(and)}
              read={(typed) => {
                const list = listIn(typed);
                return list.every((one) => fromDecimal(one) !== null) ? list : null;
              }}
              onChange={(list) => {
                const { thresholds: _, ...rest } = grades;
                set(list.length > 0 ? { ...rest, thresholds: list } : rest);
              }}
            />
            <TextField
              label={text.shares}
              hint={text.sharesHint}
              value={grades.shares ?? []}
              textOf={(list) => list.map(shareText).join(and)}
              read={numbers}
              onChange={(list) => {
                const { shares: _, ...rest } = grades;
                set(list.length > 0 ? { ...rest, shares: list } : rest);
              }}
            />
          </div>
          <Choice
            label={text.of}
            value={grades.of}
            options={text.ofs}
            compact
            onChange={(of) => {
              set({ ...grades, of });
            }}
          />
          <SmallCategories grades={grades} />
        </>
      )}
    </section>
  );
}

/** Categories in which a share of the best grade comes to nobody (RESULTS.md §5). */
function SmallCategories({ grades: { shares, names, of } }: { readonly grades: GradeForm }) {
  const text = useText(planText);
  const categories = useView((view) => view.setup.categories);
  const [best] = shares ?? [];
  const share = best === undefined ? null : fromShare(best);
  if (!share || share.n === 0n || of === 'all') return null;
  return categories
    .filter(({ count }) => count > 0 && (share.n * BigInt(count)) / share.d === 0n)
    .map(({ id, name, count }) => (
      <Remark key={id}>{text.small(name, names[0] ?? '', count)}</Remark>
    ));
}

export function ConsequenceFields({ plan, onChange }: RuleProps) {
  const text = useText(planText);
  const { and } = useText(consoleText);
  const { consequences } = plan;
  const last = consequences.find((one) => 'last' in one);
  const shares = consequences.find((one) => 'staffShare' in one);
  const others = consequences.filter((one) => 'repeated' in one);
  return (
    <section className={styles['rule']} aria-label={text.consequences}>
      <h4>{text.consequences}</h4>
      <div className={styles['fields']}>
        <NumberField
          label={text.last}
          value={last?.last ?? null}
          least={1}
          most={100}
          onChange={(n) => {
            const named = n === null ? [] : [{ last: n, of: last?.of ?? ('category' as const) }];
            onChange({
              ...plan,
              consequences: [...named, ...others, ...(shares ? [shares] : [])],
            });
          }}
        />
        <TextField
          label={text.staffShare}
          hint={text.staffShareHint}
          value={shares?.staffShare ?? {}}
          textOf={(numbers) => numbersText(numbers, true, and)}
          read={numbersIn}
          onChange={(staffShare) => {
            const given = Object.keys(staffShare).length > 0 ? [{ staffShare }] : [];
            onChange({ ...plan, consequences: [...(last ? [last] : []), ...others, ...given] });
          }}
        />
      </div>
    </section>
  );
}
