// One report: a picture or a text on this page, a PDF in the browser's own viewer; on a shared tablet that too is here.
import { use, useEffect, useRef, useState } from 'react';
import { documentsText } from '../../shared/text/documents.ts';
import type { ShownDocument } from '../../shared/views/slices/shown.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { useText } from '../ui/language.ts';
import { InPlace } from './in-place.ts';
import { sizeText } from './size.ts';
import { TextReport } from './TextReport.tsx';
import styles from './Reports.module.css';

export function Report({
  document: { hash, name, bytes, media },
  code,
}: {
  readonly document: ShownDocument;
  readonly code: string;
}) {
  const text = useText(documentsText);
  const path = `/m/${encodeURIComponent(code)}/api/documents/${hash}`;
  const isPdf = media === 'application/pdf';
  const inPlace = use(InPlace);
  return (
    <>
      <h3 className={styles['name']}>{name}</h3>
      {inPlace && isPdf && navigator.pdfViewerEnabled ? (
        <PdfHere path={path} name={name} onReading={inPlace} />
      ) : isPdf && showsNoPdf() ? (
        <ByLink path={path} />
      ) : inPlace && !isPdf ? null : (
        <p className={styles['tab']}>
          <a
            className={isPdf ? styles['pdf'] : 'tap'}
            href={path}
            target="_blank"
            rel="noopener noreferrer"
          >
            {text.newTab}
          </a>
          <small className="fixed quiet">
            {text.kinds[media]} {sizeText(bytes)}
          </small>
        </p>
      )}
      {inPlace && isPdf && !navigator.pdfViewerEnabled && <p>{text.comeBack}</p>}
      {media.startsWith('image/') && <img className={styles['picture']} src={path} alt={name} />}
      {media.startsWith('text/') && (
        <TextReport path={path} isMarkdown={media === 'text/markdown'} />
      )}
    </>
  );
}

function PdfHere({
  path,
  name,
  onReading,
}: {
  readonly path: string;
  readonly name: string;
  readonly onReading: (reading: boolean) => void;
}) {
  useEffect(() => {
    onReading(true);
    return () => {
      onReading(false);
    };
  }, [onReading]);
  return <iframe className={styles['frame']} src={path} title={name} />;
}

/** WeChat's browser on Android offers a download that leads nowhere. */
function showsNoPdf(): boolean {
  return /Android/i.test(navigator.userAgent) && /MicroMessenger/i.test(navigator.userAgent);
}

function ByLink({ path }: { readonly path: string }) {
  const text = useText(documentsText);
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<'no' | 'copied' | 'byHand'>('no');
  const copy = () => {
    field.current?.focus();
    field.current?.select();
    // On plain http there is no clipboard but this one; where it fails too, the person copies by hand.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    setCopied(document.execCommand('copy') ? 'copied' : 'byHand');
  };
  return (
    <div className={styles['link']}>
      <p>{text.wechat}</p>
      <Field
        ref={field}
        label={text.link}
        hint={copied === 'no' ? '' : text[copied]}
        value={location.origin + path}
        readOnly
      />
      <Button kind="ink" large wide onClick={copy}>
        {text.copy}
      </Button>
    </div>
  );
}
