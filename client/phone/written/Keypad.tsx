// The page's own keypad: it stays where it is, whatever is open and whatever has been typed.
import { useRef, type ReactNode } from 'react';
import { writtenText } from '../../../shared/text/written.ts';
import type { ShownDocument } from '../../../shared/views/slices/shown.ts';
import { Documents } from '../../documents/Documents.tsx';
import { useText } from '../../ui/language.ts';
import { useSeat } from '../seat-context.ts';
import { endsPress } from './number-keys.ts';
import styles from './Keypad.module.css';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** One of the two upper keys beside the digits; null at the end of its way. */
export interface Way {
  readonly label: string;
  readonly onPress: (() => void) | null;
}

/** Plain where it leaves out what is open; null: not yet. */
export interface Onward extends Way {
  readonly skips: boolean;
}

export function Keypad({
  last,
  narrow = false,
  ways,
  onward,
  onKey,
  onErase,
}: {
  /** The key beside 0, if there is one. */
  readonly last: string | null;
  /** A key has no room for a longer word. */
  readonly narrow?: boolean;
  /** The two upper keys beside the digits. */
  readonly ways: ReactNode;
  /** The large one below them. */
  readonly onward: Onward;
  readonly onKey: (key: string) => void;
  readonly onErase: () => void;
}) {
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
        {ways}
        <button
          type="button"
          className={styles['next']}
          data-skips={onward.skips}
          aria-disabled={onward.onPress === null}
          onClick={() => onward.onPress?.()}
        >
          {onward.label}
        </button>
      </div>
    </div>
  );
}

export function WayKey({ label, onPress }: Way) {
  return (
    <button
      type="button"
      className={styles['way']}
      aria-disabled={onPress === null}
      onClick={() => onPress?.()}
    >
      {label}
    </button>
  );
}

/** The way to the open unit's reports. */
export function ReportKey({ documents }: { readonly documents: readonly ShownDocument[] }) {
  const { code } = useSeat();
  const text = useText(writtenText).keys;
  if (documents.length === 0) return <WayKey label={text.noReport} onPress={null} />;
  return <Documents documents={documents} code={code} label={text.report} look={styles['way']} />;
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
  /** When a pointer came down on it; null once its click, or a key, has come. */
  const down = useRef<number | null>(null);
  return (
    <button
      type="button"
      className={word ? styles['word'] : styles['key']}
      aria-label={name}
      onPointerDown={({ button, timeStamp }) => {
        if (button !== 0) return;
        down.current = timeStamp;
        onPress();
      }}
      onClick={(event) => {
        if (!endsPress(down.current, event)) onPress();
        down.current = null;
      }}
      // A pointer that went elsewhere before it came up has made no click.
      onKeyDown={() => {
        down.current = null;
      }}
    >
      {label}
    </button>
  );
}
