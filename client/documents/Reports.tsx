// A unit's reports: a line that opens the list, and above the page a sheet with the list or one report.
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { documentsText } from '../../shared/text/documents.ts';
import type { ShownDocument } from '../../shared/views/slices/shown.ts';
import { listen } from '../live/until-ended.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/language.ts';
import { useOpen } from '../ui/use-open.ts';
import { Report } from './Report.tsx';
import { sizeText } from './size.ts';
import styles from './Reports.module.css';

export interface DocumentsProps {
  readonly documents: readonly ShownDocument[];
  /** The meeting's. */
  readonly code: string;
  /** What the way to them says and how it looks, where it is one key among others. */
  readonly label?: string | undefined;
  readonly look?: string | undefined;
}

export function Reports({ documents, code, label, look }: DocumentsProps) {
  const text = useText(documentsText);
  const { open, opener, close } = useOpen();
  return (
    <>
      <button
        type="button"
        className={look ?? styles['way']}
        aria-haspopup="dialog"
        onClick={opener(true)}
      >
        {label ?? text.open(documents.length)}
      </button>
      {open &&
        createPortal(<Sheet documents={documents} code={code} onClose={close} />, document.body)}
    </>
  );
}

function Sheet({ documents, code, onClose }: DocumentsProps & { readonly onClose: () => void }) {
  const text = useText(documentsText);
  const [only] = documents.length === 1 ? documents : [];
  const { open: chosen, opener, close: toList } = useOpen<ShownDocument>(only);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const { overflow } = document.body.style;
    document.body.style.overflow = 'hidden';
    first.current?.focus();
    return () => {
      document.body.style.overflow = overflow;
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    // The phone's own way back closes the sheet, and does not leave the seat's page.
    history.pushState(null, '');
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') history.back();
    };
    return listen(window, { keydown: onKey, popstate: onClose });
  }, [onClose]);
  return (
    <div className={styles['sheet']} role="dialog" aria-modal="true" aria-label={text.title}>
      <header className={styles['head']}>
        <h2>{text.title}</h2>
        {chosen && documents.length > 1 && <Button onClick={toList}>{text.list}</Button>}
        <Button
          ref={first}
          kind="ink"
          onClick={() => {
            history.back();
          }}
        >
          {text.close}
        </Button>
      </header>
      <div className={styles['body']}>
        {chosen ? (
          <Report key={chosen.hash} document={chosen} code={code} />
        ) : (
          <ul className={styles['list']}>
            {documents.map((one) => (
              <li key={one.hash}>
                <button type="button" className="bare row between" onClick={opener(one)}>
                  <span className="slim breaks">{one.name}</span>
                  <small className="fixed quiet">
                    {text.kinds[one.media]} {sizeText(one.bytes)}
                  </small>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
