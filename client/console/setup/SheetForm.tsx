// One sheet's criteria: name, maximum, step. The maximum is the weight, so that points are points.
import { consoleText } from '../../../shared/text/console.ts';
import { checkSheet, type Sheet } from '../../../shared/scoring/sheet.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { Locked } from '../parts/Locked.tsx';
import { useCommands } from '../parts/console-context.ts';
import { useDraft } from '../parts/use-draft.ts';
import { freshId } from './fresh-id.ts';
import { moved, replaced, without } from './lists.ts';
import { CriterionRow, type CriterionDraft } from './CriterionRow.tsx';
import { SaveBar } from './SaveBar.tsx';
import styles from './Sheet.module.css';

interface SheetDraft {
  readonly name: string;
  readonly criteria: readonly CriterionDraft[];
}

const EMPTY: SheetDraft = { name: '', criteria: [] };

export function SheetForm({ id, sheet }: { readonly id: string; readonly sheet: Sheet | null }) {
  const text = useText(consoleText);
  const words = text.sheet;
  const draft = useDraft<SheetDraft>('AdoptSheet', `sheet/${id}`, sheet ?? EMPTY);
  const commands = useCommands();
  const { name, criteria } = draft.value;
  const change = (next: readonly CriterionDraft[]) => {
    draft.change({ name, criteria: next });
  };
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
  const save = async () => {
    const { version: _, ...adopted } = made;
    const done = await commands.give({ type: 'AdoptSheet', sheet: adopted }, draft.expects);
    if (done) draft.drop();
  };
  return (
    <form
      className={styles['form']}
      aria-label={text.setup.places.sheet}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <Locked act="AdoptSheet">
        <div className={styles['name']}>
          <Field
            label={words.name}
            hint={sheet ? words.version(sheet.version) : null}
            value={name}
            maxLength={120}
            live
            onText={(text) => {
              draft.change({ name: text, criteria });
            }}
          />
        </div>
        <div className={styles['heads']} aria-hidden="true">
          <span />
          <span>{words.criterion}</span>
          <span>{words.max}</span>
          <span>{words.step}</span>
        </div>
        <ol className="over">
          {criteria.map((one, n) => (
            <CriterionRow
              key={one.id}
              criterion={one}
              n={n + 1}
              last={n === criteria.length - 1}
              onChange={(next) => {
                change(replaced(criteria, n, next));
              }}
              onMove={(by) => {
                change(moved(criteria, n, by));
              }}
              onRemove={() => {
                change(without(criteria, n));
              }}
            />
          ))}
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
        act="AdoptSheet"
        label={words.save}
        dirty={draft.dirty}
        blocked={blocked}
        action={commands}
        onSave={() => void save()}
        onDrop={draft.drop}
      />
    </form>
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
