// A number in a narrow field, typed in digits; empty is null, never 0, and so is what is no number or too large a one, which
// is said.
import { useEffect, useId, useRef, useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { MOST_NUMBER } from '../../../shared/number-limits.ts';
import { readDecimal, readWhole } from '../../../shared/typed-number.ts';
import { useText } from '../../ui/language.ts';
import { TypedInput } from '../../ui/TypedInput.tsx';
import styles from './NumberField.module.css';

export function NumberField({
  label,
  value,
  onChange,
  after,
  least = 0,
  most = MOST_NUMBER,
  decimals = false,
  hideLabel = false,
  disabled = false,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  /** A unit or a consequence behind the field. */
  readonly after?: string;
  readonly least?: number;
  readonly most?: number;
  /** Takes a decimal point too. */
  readonly decimals?: boolean;
  readonly hideLabel?: boolean;
  readonly disabled?: boolean;
}) {
  const text = useText(consoleText).number;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  /** As it was typed, and what stood before, which a form that needs a number keeps. */
  const [typed, setTyped] = useState<{
    readonly text: string;
    readonly before: number | null;
  } | null>(null);
  const within = (next: string) => {
    const n = numberIn(next, decimals);
    return n !== null && n >= least && n <= most ? n : null;
  };
  const read = typed === null ? null : within(typed.text);
  // Where the value has changed otherwise, that is what stands.
  const own = typed && (value === read || (read === null && value === typed.before)) ? typed : null;
  const wrong = own !== null && own.text.trim() !== '' && read === null;
  const isNumber = own !== null && numberIn(own.text, decimals) !== null;
  const sentence = isNumber ? text.range(least, most) : decimals ? text.decimal : text.whole;
  useEffect(() => {
    // Keeps its form from being sent.
    field.current?.setCustomValidity(wrong ? sentence : '');
  }, [wrong, sentence]);
  return (
    <div className={`${styles['field'] ?? ''} ${hideLabel ? (styles['cell'] ?? '') : ''}`}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'bold'}>
        {label}
      </label>
      <span className="row wrap gap-s">
        <TypedInput
          ref={field}
          id={id}
          type="text"
          inputMode={decimals ? 'decimal' : 'numeric'}
          autoComplete="off"
          value={own?.text ?? (value === null ? '' : String(value))}
          disabled={disabled}
          className={styles['input']}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onText={(next) => {
            setTyped({ text: next, before: value });
            onChange(within(next));
          }}
          onBlur={(event) => {
            const left = event.target.value;
            if (left.trim() === '' || within(left) !== null) setTyped(null);
          }}
        />
        {after !== undefined && <span className="quiet">{after}</span>}
      </span>
      {wrong && (
        <p id={`${id}-wrong`} className={styles['wrong']} role="alert">
          {sentence}
        </p>
      )}
    </div>
  );
}

function numberIn(text: string, decimals: boolean): number | null {
  if (!decimals) return readWhole(text);
  const read = readDecimal(text);
  return read === null ? null : Number(read);
}
