// How a round is held: by which sheet, shown when, closed after how long.
import { consoleText } from '../../../shared/text/console.ts';
import type { ScoreSettings } from '../../../shared/meeting/state.ts';
import { useText } from '../../ui/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { useView } from '../parts/console-context.ts';
import { NumberField } from '../parts/NumberField.tsx';
import { Select } from '../parts/Select.tsx';

export function ScoreFields({
  score,
  onChange,
}: {
  readonly score: ScoreSettings;
  readonly onChange: (score: ScoreSettings) => void;
}) {
  const text = useText(consoleText);
  const words = text.agenda;
  const sheets = useView((view) => view.setup.sheets);
  const { sheet, disclosure, seconds } = score;
  return (
    <>
      <Select
        label={words.sheet}
        value={sheet}
        options={sheets.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(value) => {
          onChange({ sheet: value, disclosure, seconds });
        }}
      />
      <Choice
        label={words.disclosure}
        value={disclosure}
        options={text.disclosures}
        note={words.disclosureMeans[disclosure]}
        onChange={(value) => {
          onChange({ sheet, disclosure: value, seconds });
        }}
      />
      <NumberField
        label={words.scoreSeconds}
        value={seconds}
        step={10}
        after={words.noLimit}
        onChange={(value) => {
          if (value !== null && value >= 0) onChange({ sheet, disclosure, seconds: value });
        }}
      />
    </>
  );
}
