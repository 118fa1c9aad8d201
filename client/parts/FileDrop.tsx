// A place to drop files on, or to press.
import { useEffect, useState } from 'react';
import { listen } from '../live/until-ended.ts';
import styles from './FileDrop.module.css';

export function FileDrop({
  label,
  hint,
  accept,
  multiple = false,
  barred,
  reading = null,
  onFiles,
}: {
  readonly label: string;
  readonly hint: string;
  /** What a picker offers first; what comes by dropping may be anything. */
  readonly accept: string;
  readonly multiple?: boolean;
  /** Why this operator can choose none now. */
  readonly barred: string | null;
  /** What is done with the last choice meanwhile; shown instead of the label. */
  readonly reading?: string | null;
  /** At least one file, and one at the most unless `multiple`. */
  readonly onFiles: (files: readonly [File, ...File[]]) => void;
}) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    // A file that misses the place must not replace the console in its window.
    const stay = (event: DragEvent) => {
      event.preventDefault();
    };
    return listen(window, { dragover: stay, drop: stay });
  }, []);
  const closed = barred !== null || reading !== null;
  const take = (files: FileList | null) => {
    const [first, ...more] = files ?? [];
    if (first && !closed) onFiles(multiple ? [first, ...more] : [first]);
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
      <span className="bold">{reading ?? label}</span>
      <span className="quiet" aria-hidden="true">
        {hint}
      </span>
      <input
        type="file"
        multiple={multiple}
        aria-label={label}
        accept={accept}
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
