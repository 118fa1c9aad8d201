// One sheet: how it is filled in, its tree with what each part weighs, and how it looks on a phone.
import { sheetFlaw } from '../../../../shared/scoring/sheet-flaws.ts';
import { partsOf, type Sheet } from '../../../../shared/scoring/sheet.ts';
import { consoleText } from '../../../../shared/text/console.ts';
import { sheetEditorText } from '../../../../shared/text/sheet-editor.ts';
import { sheetSourcesText } from '../../../../shared/text/sheet-sources.ts';
import { sheetFlawText } from '../../../../shared/text/sheet-flaws.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { later, quietly } from '../../../live/later.ts';
import { useLanguage, useText } from '../../../ui/language.ts';
import { Choice } from '../../parts/Choice.tsx';
import { useCommands, useExpects, useView } from '../../parts/console-context.ts';
import { Form } from '../../parts/Form.tsx';
import { Locked } from '../../parts/Locked.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { setterOf } from '../../parts/setter-of.ts';
import { useDraft } from '../../parts/use-draft.ts';
import { freshId } from '../fresh-id.ts';
import { SaveBar } from '../SaveBar.tsx';
import {
  draftOf,
  enteredAs,
  entryOf,
  maximaOf,
  nameless,
  NEW_SHEET,
  newLine,
  sharesIn,
  sheetOf,
  type Adopted,
  type SheetDraft,
} from './draft.ts';
import { NewerVersion } from './NewerVersion.tsx';
import { SheetNodes } from './SheetNodes.tsx';
import { SheetSources } from './SheetSources.tsx';
import styles from './Sheet.module.css';

// What of it is the phone's own stays with the phone.
const SheetPreview = quietly(later(async () => (await import('./SheetPreview.tsx')).SheetPreview));

export function SheetForm({ id, sheet }: { readonly id: string; readonly sheet: Sheet | null }) {
  const text = useText(consoleText);
  const words = useText(sheetEditorText);
  const language = useLanguage();
  const groups = useView((view) => view.setup.groups);
  const draft = useDraft<SheetDraft>(
    'AdoptSheet',
    `sheet/${id}`,
    sheet ? draftOf(sheet) : NEW_SHEET,
  );
  const { value } = draft;
  const { name, entry, nodes, points, comments, reason } = value;
  const set = setterOf(value, draft.change);
  const made = sheetOf(id, value);
  const flaw = sheetFlaw(
    made,
    groups.map((group) => group.id),
  );
  const unnamed = nameless(made);
  const partName = partsOf(made.children).find((part) => part.id === flaw?.at)?.name;
  const sentence = flaw && sheetFlawText[language][flaw.code](partName ?? words.thisSheet);
  const blocked =
    name.trim() === ''
      ? words.nameMissing
      : unnamed !== null
        ? words.partNameMissing
        : (sentence ?? null);
  const sources = useText(sheetSourcesText);
  const now = useExpects('AdoptSheet');
  const over = useCommands();
  // One's own save comes back as the newest version before it is answered.
  const newer =
    draft.dirty && sheet && sheet.version > value.version && !isSame(sheet, made) ? sheet : null;
  const command = () =>
    ({
      type: 'AdoptSheet',
      sheet: made,
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    }) as const;
  // Weights that are still being written give no shares yet.
  const shares = flaw === null ? sharesIn(made) : null;
  return (
    <>
      <SheetSources
        stands={sheet?.id ?? null}
        onTake={(taken) => {
          const entered = { ...taken, entry: entryOf(taken.nodes) };
          draft.change({ ...value, ...entered, name: sheet ? name : taken.name });
        }}
      />
      {newer && (
        <NewerVersion
          sheet={newer}
          blocked={blocked}
          waiting={over.waiting}
          onSave={() => void over.give(command(), { done: draft.drop })}
          onDrop={draft.drop}
        />
      )}
      <Notice trouble={over.trouble} />
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
          <Choice
            label={words.entry}
            value={entry}
            options={words.entries}
            note={words.entryMeans[entry]}
            onChange={(chosen) => {
              draft.change(enteredAs(value, chosen, words.usual, freshId));
            }}
          />
          {entry === 'criteria' && (
            <Choice
              label={words.weighing}
              value={points ? 'points' : 'weights'}
              options={words.weighings}
              note={words.weighingMeans[points ? 'points' : 'weights']}
              onChange={(chosen) => {
                // What points came to is where weights begin.
                const turned =
                  chosen === 'weights' ? draftOf({ ...made, version: 0 }).nodes : nodes;
                draft.change({ ...value, points: chosen === 'points', nodes: turned });
              }}
            />
          )}
          <div className={styles['sides']}>
            <div className={styles['tree']}>
              <SheetNodes
                nodes={nodes}
                points={points}
                alone={entry !== 'criteria'}
                shares={shares}
                groups={groups}
                flaw={flaw && sentence !== null ? { at: flaw.at, sentence } : null}
                onChange={set('nodes')}
              />
              {entry === 'criteria' && (
                <div className={styles['foot']}>
                  <Button
                    onClick={() => {
                      set('nodes')([...nodes, newLine(freshId('c'))]);
                    }}
                  >
                    {words.add}
                  </Button>
                  {points && (
                    <span className={styles['total']}>{words.total(maximaOf(made) ?? '–')}</span>
                  )}
                  {points && maximaOf(made) !== '100' && nodes.length > 0 && (
                    <span className="quiet">{words.normalised}</span>
                  )}
                </div>
              )}
              <label className={styles['tick']}>
                <input
                  type="checkbox"
                  checked={comments}
                  onChange={(event) => {
                    set('comments')(event.target.checked);
                  }}
                />
                <span>
                  {words.comments}
                  <small>{words.commentsMean}</small>
                </span>
              </label>
            </div>
            <SheetPreview sheet={flaw === null ? made : null} groups={groups} />
          </div>
          {sheet && draft.dirty && (
            <div className={styles['name']}>
              <Field
                label={words.reason}
                hint={words.reasonHint}
                value={reason}
                maxLength={400}
                onText={set('reason')}
              />
            </div>
          )}
        </Locked>
        <SaveBar
          // What others changed of units, people or weights is no reason to lose a sheet: its own version is.
          draft={{ ...draft, expects: now }}
          label={words.save}
          blocked={newer ? sources.decide(newer.version) : blocked}
          command={command}
        />
      </Form>
    </>
  );
}

/** Whether what stands is what would be saved. */
function isSame({ version: _version, reason: _reason, ...sheet }: Sheet, made: Adopted): boolean {
  return sameJson(draftOf({ ...sheet, version: 0 }), draftOf({ ...made, version: 0 }));
}

function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
