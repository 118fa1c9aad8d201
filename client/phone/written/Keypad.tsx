// The page's own keypad: it stays where it is, whatever unit is open and whatever has been typed.
import { useRef } from 'react';
import { writtenText } from '../../../shared/text/written.ts';
import type { ShownDocument } from '../../../shared/views/slices/shown.ts';
import { Documents } from '../../documents/Documents.tsx';
import { useText } from '../../ui/language.ts';
import { useSeat } from '../seat-context.ts';
import styles from './Keypad.module.css';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

export function Keypad({
  last,
  documents,
  isLast,
  narrow,
  onKey,
  onErase,
  onBack,
  onNext,
}: {
  /** The key beside 0, if there is one. */
  readonly last: string | null;
  /** The open unit's. */
  readonly documents: readonly ShownDocument[];
  /** No other unit is left to score. */
  readonly isLast: boolean;
  /** A key has no room for a longer word. */
  readonly narrow: boolean;
  readonly onKey: (key: string) => void;
  readonly onErase: () => void;
  /** null at the first unit. */
  readonly onBack: (() => void) | null;
  readonly onNext: () => void;
}) {
  const { code } = useSeat();
  const text = useText(writtenText).keys;
  const key = (digit: string) => <Key key={digit} label={digit} onPress={() => onKey(digit)} />;
  return (
    <div className={styles['pad']} role="group" aria-label={text.pad}>
      <div className={styles['digits']} data-without={last === null}>
        {DIGITS.map(key)}
        <Key
          word
          label={narrow ? text.eraseShort : text.erase}
          name={text.erase}
          onPress={onErase}
        />
        {key('0')}
        {last !== null && key(last)}
      </div>
      <div className={styles['ways']}>
        <button
          type="button"
          className={styles['way']}
          aria-disabled={onBack === null}
          onClick={() => onBack?.()}
        >
          {text.back}
        </button>
        {documents.length > 0 ? (
          <Documents documents={documents} code={code} label={text.report} look={styles['way']} />
        ) : (
          <button type="button" className={styles['way']} aria-disabled="true">
            {text.noReport}
          </button>
        )}
        <button type="button" className={styles['next']} onClick={onNext}>
          {isLast ? text.done : text.next}
        </button>
      </div>
    </div>
  );
}

/** Takes a finger as it comes down: of two thumbs the second is down before the first is up, and would make no click. */
function Key({
  label,
  name,
  word = false,
  onPress,
}: {
  readonly label: string;
  /** Where the label is short for it. */
  readonly name?: string;
  readonly word?: boolean;
  readonly onPress: () => void;
}) {
  const taken = useRef(false);
  return (
    <button
      type="button"
      className={word ? styles['word'] : styles['key']}
      aria-label={name}
      onPointerDown={({ button }) => {
        if (button !== 0) return;
        taken.current = true;
        onPress();
      }}
      onClick={() => {
        if (!taken.current) onPress();
        taken.current = false;
      }}
      onKeyDown={(event) => {
        if (event.repeat) event.preventDefault();
      }}
    >
      {label}
    </button>
  );
}
