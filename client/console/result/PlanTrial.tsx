// One unit worked out beside the editor, by what is known today and the plan as it is being typed. Ranks are never shown here:
// weights must not be tuned by looking at who rises.
import { useEffect, useState } from 'react';
import type { SubjectId } from '../../../shared/ids.ts';
import type { ResultInput } from '../../../shared/meeting/result/input.ts';
import { resultBy } from '../../../shared/meeting/result/meeting-result.ts';
import { rowsOf } from '../../../shared/meeting/result/outcomes.ts';
import type { PlanRules } from '../../../shared/meeting/result/plan.ts';
import { treeFor } from '../../../shared/meeting/result/plans.ts';
import { FEWEST_DECIMALS } from '../../../shared/scoring/rank.ts';
import { planText } from '../../../shared/text/plan.ts';
import { figuresOfRow, type Figures } from '../../../shared/views/numbers/shown-rows.ts';
import type { ShownSubject } from '../../../shared/views/slices/shown.ts';
import { call } from '../../live/http.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { useText } from '../../ui/language.ts';
import { useConsole, useView } from '../parts/console-context.ts';
import { Select } from '../parts/Select.tsx';
import styles from './PlanTrial.module.css';

/** What one unit's result is computed from; null until the answer is there. */
export function useInput(subject: SubjectId | null): ResultInput | null {
  const { code } = useConsole();
  const events = useView((view) => view.log.events);
  const [input, setInput] = useState<ResultInput | null>(null);
  useEffect(() => {
    if (subject === null) return;
    let isPassed = false;
    const path = `/m/${code}/api/result/${encodeURIComponent(subject)}`;
    void call<{ input: ResultInput }>(path).then((heard) => {
      if (!isPassed && heard.ok) setInput(heard.input);
    });
    return () => {
      isPassed = true;
    };
  }, [code, subject, events]);
  return input;
}

export function PlanTrial({
  plan,
  input,
  chosen,
  onChoose,
}: {
  readonly plan: PlanRules;
  readonly input: ResultInput | null;
  readonly chosen: SubjectId | null;
  readonly onChoose: (subject: SubjectId) => void;
}) {
  const text = useText(planText);
  const subjects = useView((view) => view.subjects);
  const subject = subjects.find(({ id }) => id === chosen);
  const figures = input && subject ? tried(plan, input, subject) : null;
  return (
    <aside aria-label={text.trial} className={styles['trial']}>
      {subjects.length === 0 ? (
        <p>{text.noUnits}</p>
      ) : (
        <Select
          label={text.trial}
          value={chosen ?? ''}
          options={subjects.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={onChoose}
        />
      )}
      {subject && figures && (
        <>
          <header className={styles['head']} data-long={subject.name.length > 7}>
            <CategoryMark {...subject.category} label={subject.category.name} />
            <h3>{subject.name}</h3>
          </header>
          <p className={styles['total']}>
            <span>{text.today}</span>
            <b>{figures.total ?? text.noValue}</b>
          </p>
          <Sum figures={figures} />
        </>
      )}
      <p className="soft">{text.noRanks}</p>
    </aside>
  );
}

function Sum({ figures }: { readonly figures: Figures }) {
  const text = useText(planText);
  const { nodes, base, bonus, deduction, bonusEntered, deductionEntered, total } = figures;
  return (
    <>
      <table className={styles['sum']}>
        <thead>
          <tr>
            <td />
            <th scope="col">{text.value}</th>
            <th scope="col">{text.weight}</th>
            <th scope="col">{text.gets}</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map(({ id, name, level, value, weight, part }) => (
            <tr key={id} data-level={level}>
              <th scope="row">{name}</th>
              <td>{value ?? text.noValue}</td>
              <td>{weight}</td>
              <td>{level === 0 ? (part ?? text.noValue) : ''}</td>
            </tr>
          ))}
          <tr data-line="base">
            <th scope="row">{text.base}</th>
            <td />
            <td />
            <td>{base ?? text.noValue}</td>
          </tr>
          <tr>
            <th scope="row">{text.bonus}</th>
            <td />
            <td />
            <td>+{bonus}</td>
          </tr>
          <tr>
            <th scope="row">{text.deduction}</th>
            <td />
            <td />
            <td>−{deduction}</td>
          </tr>
          <tr data-line="base">
            <th scope="row">{text.total}</th>
            <td />
            <td />
            <td>{total ?? text.noValue}</td>
          </tr>
        </tbody>
      </table>
      {nodes.some(({ value }) => value === null) && <p className="soft">{text.missingPart}</p>}
      {bonusEntered !== bonus && <p className="soft">{text.capBites(bonusEntered, bonus)}</p>}
      {deductionEntered !== deduction && (
        <p className="soft">{text.capBites(deductionEntered, deduction)}</p>
      )}
    </>
  );
}

function tried(
  plan: PlanRules,
  input: ResultInput,
  { id, category }: Pick<ShownSubject, 'id' | 'category'>,
): Figures | null {
  const made = resultBy(input, plan);
  const row = made.ok ? rowsOf(made.result).find(({ subject }) => subject === id) : undefined;
  return row ? figuresOfRow(row, FEWEST_DECIMALS, treeFor(plan, category.id)) : null;
}
