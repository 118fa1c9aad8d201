// How the names of a draw come: one a key, a group a key, or by themselves.
import type { Pace } from '../../../shared/meeting/agenda/item.ts';
import { MOST_PACE_SECONDS } from '../../../shared/number-limits.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { Choice } from './Choice.tsx';
import { NumberField } from './NumberField.tsx';

/** A name is read aloud in about this long. */
const USUAL_SECONDS = 4;

export function PaceChoice({
  pace,
  onChange,
  barred = null,
}: {
  readonly pace: Pace;
  readonly onChange: (pace: Pace) => void;
  readonly barred?: string | null;
}) {
  const text = useText(consoleText).pace;
  const kind = typeof pace === 'string' ? pace : 'every';
  return (
    <>
      <Choice
        label={text.label}
        value={kind}
        options={text.kinds}
        note={text.means[kind]}
        barred={barred}
        onChange={(chosen) => {
          onChange(chosen === 'every' ? { every: USUAL_SECONDS } : chosen);
        }}
      />
      {typeof pace !== 'string' && (
        <NumberField
          label={text.every}
          after={text.seconds}
          value={pace.every}
          least={1}
          most={MOST_PACE_SECONDS}
          disabled={barred !== null}
          onChange={(every) => {
            if (every !== null) onChange({ every });
          }}
        />
      )}
    </>
  );
}
