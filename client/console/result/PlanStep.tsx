// What a year's result adds up: the tree of components with one unit tried beside it, the rules, and what is imported.
import { useState } from 'react';
import type { SubjectId } from '../../../shared/ids.ts';
import { resultBy } from '../../../shared/meeting/result/meeting-result.ts';
import type { ResultInput } from '../../../shared/meeting/result/input.ts';
import { PLAN_TEMPLATES, planFrom } from '../../../shared/meeting/result/plan-templates.ts';
import type { PlanRules } from '../../../shared/meeting/result/plan.ts';
import { nodesIn, treesIn } from '../../../shared/meeting/result/plans.ts';
import { planText } from '../../../shared/text/plan.ts';
import { planTemplateText } from '../../../shared/text/plan-template.ts';
import { planFlawText } from '../../../shared/text/refusals/result.ts';
import { commonText } from '../../../shared/text/common.ts';
import type { ResultPage } from '../../../shared/views/slices/result-slices.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useLanguage, useText } from '../../ui/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { Locked } from '../parts/Locked.tsx';
import { Select } from '../parts/Select.tsx';
import { useView } from '../parts/console-context.ts';
import { useDraft } from '../parts/use-draft.ts';
import { SaveBar } from '../setup/SaveBar.tsx';
import { StepHeader } from '../setup/StepHeader.tsx';
import { combining, missingAs, treeAt, withTree, type TreeOf } from './plan-draft.ts';
import { PlanTrial, useInput } from './PlanTrial.tsx';
import { RuleFields } from './RuleFields.tsx';
import { ScoresImport } from './ScoresImport.tsx';
import { TreeEditor } from './TreeEditor.tsx';
import { useResult } from './use-result.ts';
import styles from './Plan.module.css';

export function PlanStep() {
  const text = useText(planText);
  const common = useText(commonText);
  const page = useResult();
  return (
    <section className={styles['step']}>
      <StepHeader title={text.title} lead={text.lead} />
      {page ? <Editor page={page} /> : <p>{common.loading}</p>}
    </section>
  );
}

const NOTHING: ResultInput = {
  ...{ subjects: [], rounds: [], groups: [], scores: [], columns: [], earlier: [] },
  ...{ period: ['', '9999-12-31'], entries: [], vetoes: [], draws: [] },
};

function Editor({ page }: { readonly page: ResultPage }) {
  const text = useText(planText);
  const language = useLanguage();
  const standing = page.plan && rulesOf(page.plan);
  const draft = useDraft<PlanRules | null>('AdoptResult', 'result/plan', standing);
  const [reason, setReason] = useState('');
  const first = useView((view) => view.subjects[0]?.id ?? null);
  const [picked, setPicked] = useState<SubjectId | null>(null);
  const chosen = picked ?? first;
  const input = useInput(chosen);
  const plan = draft.value;
  const made = plan && resultBy(input ?? NOTHING, plan);
  const flaw =
    plan && made && !made.ok ? flawIn(plan, made.at, planFlawText[language][made.flaw]) : null;
  const needsReason = page.begun && draft.dirty;
  return (
    <>
      <div className={styles['beside']}>
        <Locked act="AdoptResult">
          <div className="grid gap-l">
            {plan === null ? (
              <Templates
                onPick={(template) => {
                  draft.change(planFrom(template, planTemplateText[language]));
                }}
              />
            ) : (
              <>
                <Trees plan={plan} page={page} standing={standing} onChange={draft.change} />
                <h3>{text.rules}</h3>
                <RuleFields plan={plan} page={page} onChange={draft.change} />
                <p>
                  <Button
                    onClick={() => {
                      draft.change(null);
                    }}
                  >
                    {text.none}
                  </Button>
                </p>
              </>
            )}
            {plan === null && draft.dirty && <p>{text.dropped}</p>}
            {needsReason && (
              <Field
                label={text.reason}
                hint={text.reasonHint}
                value={reason}
                maxLength={400}
                autoComplete="off"
                live
                onText={setReason}
              />
            )}
          </div>
        </Locked>
        {plan && <PlanTrial plan={plan} input={input} chosen={chosen} onChoose={setPicked} />}
      </div>
      <SaveBar
        draft={draft}
        label={text.save}
        blocked={flaw ?? (needsReason && reason.trim() === '' ? text.reasonMissing : null)}
        command={() => ({
          ...{ type: 'AdoptResult', plan },
          ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
        })}
      />
      {page.plan && <ScoresImport plan={page.plan} page={page} />}
    </>
  );
}

function Templates({
  onPick,
}: {
  readonly onPick: (template: (typeof PLAN_TEMPLATES)[number]) => void;
}) {
  const text = useText(planText);
  const words = useText(planTemplateText);
  return (
    <section aria-label={text.start} className="grid gap-m">
      <h3>{text.start}</h3>
      <ul className={styles['templates']}>
        {PLAN_TEMPLATES.map((template) => (
          <li key={template}>
            <b>{words.names[template]}</b>
            <p className="soft">{words.says[template]}</p>
            <Button
              onClick={() => {
                onPick(template);
              }}
            >
              {text.use(words.names[template])}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Trees({
  plan,
  page,
  standing,
  onChange,
}: {
  readonly plan: PlanRules;
  readonly page: ResultPage;
  readonly standing: PlanRules | null;
  readonly onChange: (plan: PlanRules) => void;
}) {
  const text = useText(planText);
  const categories = useView((view) => view.setup.categories);
  const [of, setOf] = useState<TreeOf>('all');
  const own = treeAt(plan, of);
  const general = treeAt(plan, 'all');
  const set = (tree: PlanRules['tree'] | null) => {
    onChange(withTree(plan, of, tree ?? null));
  };
  return (
    <section aria-label={text.tree} className="grid gap-m">
      <h3>{text.tree}</h3>
      {categories.length > 1 && (
        <div className={styles['fields']}>
          <Select
            label={text.treeOf}
            value={of}
            options={[
              { value: 'all', label: text.general },
              ...categories.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(next: TreeOf) => {
              setOf(next);
            }}
          />
          {of !== 'all' && (
            <Button
              onClick={() => {
                set(own ? null : general);
              }}
            >
              {own ? text.ownDrop : text.own}
            </Button>
          )}
        </div>
      )}
      {own && (
        <>
          <TreeEditor
            plan={plan}
            tree={own}
            stands={standing && treeAt(standing, of)}
            page={page}
            onChange={set}
          />
          {'children' in own && (
            <div className={styles['fields']}>
              <Choice
                label={text.combine}
                value={own.combine}
                options={text.combines}
                compact
                onChange={(combine) => {
                  set(combining(own, combine));
                }}
              />
              <Choice
                label={text.missing}
                value={own.missing}
                options={text.missings}
                compact
                onChange={(missing) => {
                  set(missingAs(own, missing));
                }}
              />
            </div>
          )}
        </>
      )}
    </section>
  );
}

function rulesOf({ version: _, ...plan }: NonNullable<ResultPage['plan']>): PlanRules {
  const { reason: __, ...rules } = plan as PlanRules & { readonly reason?: string };
  return rules;
}

function flawIn(plan: PlanRules, at: string, what: string): string {
  const [id = ''] = at.split('.');
  const parts = [...treesIn(plan).flatMap(nodesIn), ...plan.kinds];
  return `${parts.find((one) => one.id === id)?.name ?? at}：${what}`;
}
