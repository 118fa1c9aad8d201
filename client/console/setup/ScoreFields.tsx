// How a round is held: by which sheet, shown when, closed after how long and by whom.
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { MOST_SECONDS } from '../../../shared/number-limits.ts';
import type { ScoreSettings } from '../../../shared/meeting/agenda/item.ts';
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
  return (
    <>
      <Select
        label={words.sheet}
        value={score.sheet}
        options={sheets.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(value) => {
          onChange({ ...score, sheet: value });
        }}
      />
      <Choice
        label={words.disclosure}
        value={score.disclosure}
        options={text.disclosures}
        note={words.disclosureMeans[score.disclosure]}
        onChange={(value) => {
          onChange({ ...score, disclosure: value });
        }}
      />
      <NumberField
        label={words.scoreSeconds}
        value={score.seconds}
        most={MOST_SECONDS}
        after={words.noLimit}
        onChange={(value) => {
          if (value !== null) onChange({ ...score, seconds: value });
        }}
      />
      <ClosesChoice score={score} onChange={onChange} />
    </>
  );
}

/** Who closes the round once its time is up; without a limit there is nothing to choose. */
function ClosesChoice({
  score,
  onChange,
}: {
  readonly score: ScoreSettings;
  readonly onChange: (score: ScoreSettings) => void;
}) {
  const words = useText(consoleAgendaText);
  const { sheet, disclosure, seconds, closes = 'moderator' } = score;
  return (
    <Choice
      label={words.closes}
      value={closes}
      options={words.closesBy}
      note={seconds === 0 ? words.closesNever : words.closesMeans[closes]}
      onChange={(chosen) => {
        onChange({
          sheet,
          disclosure,
          seconds,
          ...(chosen === 'itself' ? { closes: chosen } : {}),
        });
      }}
    />
  );
}
