// One sheet's criteria: name, maximum, step. The maximum is the weight, so that points are points.
import { consoleText } from '../../../shared/text/console.ts';
import { checkSheet, type Sheet } from '../../../shared/scoring/sheet.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { TypedInput } from '../../ui/TypedInput.tsx';
import { Locked } from '../parts/Locked.tsx';
import { Form } from '../parts/Form.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { setterOf } from '../parts/setter-of.ts';
import { useDraft } from '../parts/use-draft.ts';
import { freshId } from './fresh-id.ts';
import { moved, replaced, without } from './lists.ts';
import { RowButtons } from './RowButtons.tsx';
import { SaveBar } from './SaveBar.tsx';
import styles from './Sheet.module.css';

interface SheetDraft {
  readonly name: string;
  readonly criteria: readonly {
    readonly id: string;
    readonly name: string;
    readonly max: number | null;
    readonly step: number | null;
  }[];
}

const EMPTY: SheetDraft = { name: '', criteria: [] };

export function SheetForm({ id, sheet }: { readonly id: string; readonly sheet: Sheet | null }) {
  const text = useText(consoleText);
  const words = text.sheet;
  const draft = useDraft<SheetDraft>('AdoptSheet', `sheet/${id}`, sheet ?? EMPTY);
  const { name, criteria } = draft.value;
  const set = setterOf(draft.value, draft.change);
  const change = set('criteria');
  const total = criteria.reduce((sum, { max }) => sum + (max ?? 0), 0);
  const made = sheetOf(id, draft.value);
  const flaw = checkSheet(made);
  const nameless = criteria.some((one) => one.name.trim() === '');
  const blocked =
    name.trim() === ''
      ? words.nameMissing
      : flaw !== null
        ? words.flaws[flaw]
        : nameless
          ? words.criterionNameMissing
          : null;
  return (
    <Form className={styles['form']} aria-label={text.setup.places.sheet}>
      <Locked act="AdoptSheet">
        <div className={styles['name']}>
          <Field
            label={words.name}
            hint={sheet ? words.version(sheet.version) : null}
            value={name}
            maxLength={120}
            live
            onText={set('name')}
          />
        </div>
        <div className={styles['heads']} aria-hidden="true">
          <span />
          <span>{words.criterion}</span>
          <span>{words.max}</span>
          <span>{words.step}</span>
        </div>
        <ol className="over">
          {criteria.map((criterion, at) => {
            const n = at + 1;
            const what = words.nth(n, criterion.name);
            const setOf = setterOf(criterion, (next) => {
              change(replaced(criteria, at, next));
            });
            return (
              <li key={criterion.id} className={styles['criterion']} aria-label={what}>
                <span className="quiet">{n}</span>
                <TypedInput
                  type="text"
                  aria-label={words.criterionOf(n)}
                  value={criterion.name}
                  maxLength={120}
                  live
                  onText={setOf('name')}
                />
                {(['max', 'step'] as const).map((part) => (
                  <NumberField
                    key={part}
                    label={words[`${part}Of`](n)}
                    hideLabel
                    value={criterion[part]}
                    onChange={setOf(part)}
                  />
                ))}
                <RowButtons
                  what={what}
                  first={at === 0}
                  last={n === criteria.length}
                  onMove={(by) => {
                    change(moved(criteria, at, by));
                  }}
                  onRemove={() => {
                    change(without(criteria, at));
                  }}
                />
              </li>
            );
          })}
        </ol>
        <div className={styles['foot']}>
          <Button
            onClick={() => {
              change([...criteria, { id: freshId('c'), name: '', max: 25, step: 1 }]);
            }}
          >
            {words.add}
          </Button>
          <span className={styles['total']}>{words.total(total)}</span>
          {total !== 100 && criteria.length > 0 && (
            <span className="quiet">{words.normalised}</span>
          )}
        </div>
      </Locked>
      <SaveBar
        draft={draft}
        label={words.save}
        blocked={blocked}
        command={() => {
          const { version: _, ...adopted } = made;
          return { type: 'AdoptSheet', sheet: adopted };
        }}
      />
    </Form>
  );
}

function sheetOf(id: string, { name, criteria }: SheetDraft): Sheet {
  return {
    id,
    version: 0,
    name: name.trim(),
    criteria: criteria.map((one) => ({
      id: one.id,
      name: one.name.trim(),
      max: one.max ?? 0,
      step: one.step ?? 0,
      weight: one.max ?? 0,
    })),
  };
}
