// The sheets: what the panel scores by. Each save is a new version; rounds keep the one they opened with.
import { useState } from 'react';
import { consoleText } from '../../../../shared/text/console.ts';
import { Button } from '../../../ui/Button.tsx';
import { useText } from '../../../ui/language.ts';
import { useView } from '../../parts/console-context.ts';
import { Select } from '../../parts/Select.tsx';
import { freshId } from '../fresh-id.ts';
import { SheetForm } from './SheetForm.tsx';
import { StepHeader } from '../StepHeader.tsx';
import styles from './Sheet.module.css';

export function SheetStep() {
  const text = useText(consoleText);
  const sheets = useView((view) => view.setup.sheets);
  const [chosen, setChosen] = useState<string | null>(null);
  const id = chosen ?? sheets[0]?.id ?? 'sheet';
  const sheet = sheets.find((one) => one.id === id) ?? null;
  const options = sheets.map((one) => ({ value: one.id, label: one.name }));
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
          <Button
            onClick={() => {
              setChosen(freshId('sheet'));
            }}
          >
            {text.sheet.another}
          </Button>
        )}
      </div>
      <SheetForm key={id} id={id} sheet={sheet} />
    </section>
  );
}
