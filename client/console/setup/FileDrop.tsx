// A place to drop a file on, or to press.
import { useEffect, useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import styles from './FileDrop.module.css';

/** What a picker offers first; the server looks at the content, and says of the others what to do with them. */
const ACCEPTED = '.xlsx,.csv,.xls,.ods,.et,.txt,.tsv,text/csv';

export function FileDrop({
  label,
  barred,
  busy,
  onFile,
}: {
  readonly label: string;
  readonly barred: string | null;
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}) {
  const text = useText(consoleText);
  const [over, setOver] = useState(false);
  useEffect(() => {
    // A file that misses the place must not replace the console in its window.
    const stay = (event: DragEvent) => {
      event.preventDefault();
    };
    addEventListener('dragover', stay);
    addEventListener('drop', stay);
    return () => {
      removeEventListener('dragover', stay);
      removeEventListener('drop', stay);
    };
  }, []);
  const closed = barred !== null || busy;
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !closed) onFile(file);
  };
  return (
    <label
      className={styles['drop']}
      data-over={over && !closed}
      data-closed={closed}
      title={barred ?? undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <span className={styles['label']}>{busy ? text.roster.reading : label}</span>
      <span className={styles['hint']} aria-hidden="true">
        {text.roster.drop}
      </span>
      <input
        type="file"
        aria-label={label}
        accept={ACCEPTED}
        disabled={closed}
        className={styles['input']}
        onChange={(event) => {
          take(event.target.files);
          // The same file, mended, can be chosen again.
          event.target.value = '';
        }}
      />
    </label>
  );
}
