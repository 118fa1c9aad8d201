// A day, as the browser asks for one.
import { useId } from 'react';

export function DateField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  /** YYYY-MM-DD, or "" for none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="grid gap-s">
      <label className="bold" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </div>
  );
}
