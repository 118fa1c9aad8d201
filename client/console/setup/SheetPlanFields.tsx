// By which sheet a round is scored: one for all, or the first of several that fits the group and the unit's category.
import { choicesOf } from '../../../shared/meeting/agenda/kind.ts';
import type { SheetChoice, SheetPlan } from '../../../shared/meeting/agenda/item.ts';
import { formOf } from '../../../shared/scoring/seen-by.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { sheetPlanText } from '../../../shared/text/sheet-plan.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { useView } from '../parts/console-context.ts';
import { Select } from '../parts/Select.tsx';
import { moved, replaced, without } from './lists.ts';
import { RowButtons } from './RowButtons.tsx';
import styles from './SheetPlan.module.css';

export function SheetPlanFields({
  plan,
  onChange,
}: {
  readonly plan: SheetPlan;
  readonly onChange: (plan: SheetPlan) => void;
}) {
  const text = useText(consoleText);
  const words = useText(sheetPlanText);
  const { sheets, groups, categories } = useView((view) => view.setup);
  const options = sheets.map(({ id, name }) => ({ value: id, label: name }));
  const first = choicesOf(plan)[0]?.sheet ?? sheets[0]?.id ?? '';
  const isOne = typeof plan === 'string';
  return (
    <>
      {(sheets.length > 1 || !isOne) && (
        <Choice
          label={words.how}
          value={isOne ? 'one' : 'several'}
          options={words.hows}
          note={isOne ? null : words.severalMean}
          onChange={(how) => {
            onChange(how === 'one' ? first : [{ sheet: first }]);
          }}
        />
      )}
      {isOne ? (
        <Select label={text.agenda.sheet} value={plan} options={options} onChange={onChange} />
      ) : (
        <div className={styles['plan']}>
          <ol>
            {plan.map((choice, at) => (
              <li key={at} aria-label={words.nth(at + 1)}>
                <div className={styles['head']}>
                  <Select
                    label={words.nth(at + 1)}
                    value={choice.sheet}
                    options={options}
                    onChange={(sheet) => {
                      onChange(replaced(plan, at, { ...choice, sheet }));
                    }}
                  />
                  <RowButtons
                    what={words.nth(at + 1)}
                    first={at === 0}
                    last={at === plan.length - 1}
                    onMove={(by) => {
                      onChange(moved(plan, at, by));
                    }}
                    onRemove={() => {
                      if (plan.length > 1) onChange(without(plan, at));
                    }}
                  />
                </div>
                <Cells
                  label={words.groups}
                  all={groups}
                  chosen={choice.groups}
                  onChange={(ids) => {
                    const { groups: _, ...rest } = choice;
                    onChange(replaced(plan, at, ids ? { ...rest, groups: ids } : rest));
                  }}
                />
                <Cells
                  label={words.categories}
                  all={categories}
                  chosen={choice.categories}
                  onChange={(ids) => {
                    const { categories: _, ...rest } = choice;
                    onChange(replaced(plan, at, ids ? { ...rest, categories: ids } : rest));
                  }}
                />
              </li>
            ))}
          </ol>
          <Button
            onClick={() => {
              onChange([...plan, { sheet: sheets.at(-1)?.id ?? first }]);
            }}
          >
            {words.add}
          </Button>
          <WhoFills plan={plan} />
        </div>
      )}
    </>
  );
}

/** All of them, or some. */
function Cells<T extends string>({
  label,
  all,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly all: readonly { readonly id: T; readonly name: string }[];
  readonly chosen: readonly T[] | undefined;
  /** null: all. */
  readonly onChange: (ids: readonly T[] | null) => void;
}) {
  if (all.length < 2) return null;
  const isIn = (id: T) => chosen?.includes(id) ?? true;
  return (
    <fieldset className={styles['cells']}>
      <legend>{label}</legend>
      {all.map(({ id, name }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={isIn(id)}
            disabled={chosen?.length === 1 && isIn(id)}
            onChange={() => {
              const next = all.flatMap((one) => (isIn(one.id) !== (one.id === id) ? [one.id] : []));
              onChange(next.length === all.length ? null : next);
            }}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

/** Which sheet each group has for each category, so that nobody is forgotten. */
function WhoFills({ plan }: { readonly plan: readonly SheetChoice[] }) {
  const words = useText(sheetPlanText);
  const { sheets, groups, categories } = useView((view) => view.setup);
  if (groups.length === 0 || categories.length === 0) return null;
  const sheetFor = (group: string, category: string) => {
    const fits = (list: readonly string[] | undefined, id: string) => list?.includes(id) ?? true;
    const choice = plan.find((one) => fits(one.groups, group) && fits(one.categories, category));
    const sheet = sheets.find(({ id }) => id === choice?.sheet);
    return sheet && formOf(sheet, group) ? sheet.name : null;
  };
  const missing = categories.filter(({ id }) =>
    groups.every((group) => sheetFor(group.id, id) === null),
  );
  return (
    <>
      <table className={styles['who']}>
        <caption>{words.who}</caption>
        <thead>
          <tr>
            <td />
            {groups.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map((category) => (
            <tr key={category.id}>
              <th scope="row">{category.name}</th>
              {groups.map(({ id }) => {
                const name = sheetFor(id, category.id);
                return (
                  <td key={id} className={name === null ? 'quiet' : undefined}>
                    {name ?? words.none}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {missing.length > 0 && (
        <p role="alert" className="bold">
          {words.nobody(missing.map(({ name }) => name).join(words.and))}
        </p>
      )}
    </>
  );
}
