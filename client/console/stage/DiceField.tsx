// A row of digits, grouped in fives while it is typed, with the caret kept at its digit.
import { useId, useLayoutEffect, useRef } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import styles from './Dice.module.css';

const GROUP = 5;

export function DiceField({
  label,
  count,
  six,
  value,
  hidden,
  disabled,
  onChange,
}: {
  readonly label: string;
  readonly count: number;
  /** Takes 1 to 6 only. */
  readonly six: boolean;
  /** Digits only. */
  readonly value: string;
  /** Shown as dots. */
  readonly hidden: boolean;
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
}) {
  const text = useText(consoleText).dice;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  /** Digits before the caret after the last change; null where the caret was not ours to move. */
  const caret = useRef<number | null>(null);
  const shown = grouped(value);
  useLayoutEffect(() => {
    if (caret.current === null || field.current === null) return;
    const at = grouped(value.slice(0, caret.current)).length;
    field.current.setSelectionRange(at, at);
    caret.current = null;
  }, [value]);
  return (
    <div>
      <label htmlFor={id} className={styles['label']}>
        {label} <span className={styles['count']}>{text.of(value.length, count)}</span>
      </label>
      <input
        ref={field}
        id={id}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        className={`${styles['digits'] ?? ''} ${hidden ? (styles['hidden'] ?? '') : ''}`}
        placeholder={grouped('·'.repeat(count))}
        value={shown}
        onChange={(event) => {
          const { value: typed, selectionStart } = event.target;
          caret.current = digitsOf(typed.slice(0, selectionStart ?? typed.length), six).length;
          onChange(digitsOf(typed, six).slice(0, count));
        }}
      />
    </div>
  );
}

function grouped(digits: string): string {
  return digits.replace(new RegExp(`.{${String(GROUP)}}(?=.)`, 'g'), '$& ');
}

function digitsOf(typed: string, six: boolean): string {
  return typed.normalize('NFKC').replace(six ? /[^1-6]/g : /[^0-9]/g, '');
}
