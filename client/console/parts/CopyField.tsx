// Text to carry elsewhere. Where the browser does not let us, the field is selected and a sentence says how.
import { useRef, useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import styles from './CopyField.module.css';

export function CopyField({
  label,
  value,
  hint,
}: {
  readonly label: string;
  readonly value: string;
  readonly hint: string;
}) {
  const text = useText(consoleText).copy;
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<{ readonly value: string; readonly done: boolean } | null>(
    null,
  );
  const came = copied?.value === value ? copied : null;
  return (
    <div className={styles['copy']}>
      <Field
        ref={field}
        label={label}
        hint={came ? (came.done ? text.done : text.byHand) : hint}
        value={value}
        readOnly
        onFocus={(event) => {
          event.target.select();
        }}
      />
      <Button
        onClick={() => {
          field.current?.focus();
          field.current?.select();
          void copy(value).then((done) => {
            setCopied({ value, done });
          });
        }}
      >
        {text.copy}
      </Button>
    </div>
  );
}

/** The field is selected by now: an older way than the clipboard copies that, also on plain http. */
async function copy(value: string): Promise<boolean> {
  try {
    const clipboard = navigator.clipboard as Clipboard | undefined;
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else copies on plain http
    if (!clipboard) return document.execCommand('copy');
    await clipboard.writeText(value);
    return true;
  } catch {
    return false;
  }
}
