// The head of the record's chain: eight digits in the rail, all of them and what they are for behind a press.
import { useEffect, useId, useRef, useState } from 'react';
import { consoleText } from '../../shared/text/console.ts';
import { listen } from '../live/until-ended.ts';
import { useText } from '../ui/language.ts';
import { useView } from './parts/console-context.ts';
import { CopyField } from './parts/CopyField.tsx';
import styles from './ChainHead.module.css';

export function ChainHead() {
  const text = useText(consoleText).chain;
  const { hash, seq, root } = useView((view) => view.log.head);
  const [open, setOpen] = useState(false);
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const leave = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    return listen(document, { pointerdown: leave, focusin: leave, keydown: escape });
  }, [open]);
  return (
    <div ref={place} className={styles['chain']}>
      <button
        ref={button}
        type="button"
        title={text.means(seq)}
        aria-expanded={open}
        aria-controls={id}
        className={styles['head']}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {text.head} <span className="hex">{`${hash.slice(0, 4)} ${hash.slice(4, 8)}`}</span>{' '}
        <span className={styles['seq']}>({seq})</span>
      </button>
      {open && (
        <section id={id} aria-label={text.head} className={styles['box']}>
          <p>{text.means(seq)}</p>
          <code>{inRows(hash)}</code>
          <CopyField label={text.whole} value={hash} hint={text.grows} />
          <CopyField label={text.root} value={root} hint={text.rootMeans} />
        </section>
      )}
    </div>
  );
}

/** Groups of four, four groups a row, as they are read aloud. */
function inRows(hash: string): string {
  const groups = hash.match(/.{1,4}/g) ?? [];
  return groups.map((group, n) => group + (n % 4 === 3 ? '\n' : ' ')).join('');
}
