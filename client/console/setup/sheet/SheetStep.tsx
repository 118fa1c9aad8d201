// The sheets: what the panel scores by. Each save is a new version; rounds keep the one they opened with.
import { useState } from 'react';
import { own } from '../../../../shared/own.ts';
import type { Sheet } from '../../../../shared/scoring/sheet.ts';
import { consoleText } from '../../../../shared/text/console.ts';
import { sheetSourcesText } from '../../../../shared/text/sheet-sources.ts';
import { Button } from '../../../ui/Button.tsx';
import { useText } from '../../../ui/language.ts';
import { useConsole, useExpects, useView } from '../../parts/console-context.ts';
import { Select } from '../../parts/Select.tsx';
import { freshId } from '../fresh-id.ts';
import { draftOf, type SheetDraft } from './draft.ts';
import { SheetForm } from './SheetForm.tsx';
import { renamed } from './taken.ts';
import { StepHeader } from '../StepHeader.tsx';
import styles from './Sheet.module.css';

export function SheetStep() {
  const text = useText(consoleText);
  const sheets = useView((view) => view.setup.sheets);
  const sources = useText(sheetSourcesText);
  const { drafts } = useConsole();
  const expects = useExpects('AdoptSheet');
  const [chosen, setChosen] = useState<string | null>(null);
  const id = chosen ?? sheets[0]?.id ?? 'sheet';
  const sheet = sheets.find((one) => one.id === id) ?? null;
  const options = sheets.map((one) => ({ value: one.id, label: one.name }));
  /** What is on the page, changed or not, as a new one's beginning. */
  const saveAsAnother = (stands: Sheet) => {
    const draft = own(drafts.getState(), `sheet/${id}`);
    const shown = draft ? (draft.value as SheetDraft) : draftOf(stands);
    const fresh = freshId('sheet');
    const value: SheetDraft = {
      ...{ ...shown, version: 0, reason: '', name: sources.copyOf(shown.name) },
      nodes: renamed(shown.nodes, freshId),
    };
    drafts.setState({ [`sheet/${fresh}`]: { value, expects } });
    setChosen(fresh);
  };
  return (
    <section>
      <StepHeader title={text.setup.places.sheet} lead={text.sheet.lead} />
      <div className={styles['which']}>
        {sheets.length > 1 && (
          <Select
            label={text.sheet.which}
            value={id}
            options={sheet ? options : [...options, { value: id, label: text.sheet.fresh }]}
            onChange={setChosen}
          />
        )}
        {sheet && (
          <>
            <Button
              onClick={() => {
                setChosen(freshId('sheet'));
              }}
            >
              {text.sheet.another}
            </Button>
            <Button
              onClick={() => {
                saveAsAnother(sheet);
              }}
            >
              {sources.asAnother}
            </Button>
          </>
        )}
      </div>
      <SheetForm key={id} id={id} sheet={sheet} />
    </section>
  );
}
