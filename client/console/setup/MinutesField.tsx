// A duration as people say it: minutes, halves allowed; seconds underneath.
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
      value={seconds / 60}
      step={0.5}
      onChange={(minutes) => {
        if (minutes !== null && minutes >= 0) onChange(Math.round(minutes * 60));
      }}
    />
  );
}
