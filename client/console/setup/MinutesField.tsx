// A duration as people say it: minutes with decimals; seconds underneath.
import { MOST_SECONDS } from '../../../shared/number-limits.ts';
import { NumberField } from '../parts/NumberField.tsx';

export function MinutesField({
  label,
  seconds,
  onChange,
}: {
  readonly label: string;
  readonly seconds: number;
  readonly onChange: (seconds: number) => void;
}) {
  return (
    <NumberField
      label={label}
      value={Math.round((seconds / 60) * 100) / 100}
      decimals
      most={MOST_SECONDS / 60}
      onChange={(minutes) => {
        if (minutes !== null) onChange(Math.round(minutes * 60));
      }}
    />
  );
}
