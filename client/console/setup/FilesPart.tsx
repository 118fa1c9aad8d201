// Files to take away: what each is for, and a button that has it made and saves it.
import { useEffect, useRef, useState } from 'react';
import { EXPORT_FILES, type ExportFile } from '../../../shared/export/file-names.ts';
import { consoleFilesText } from '../../../shared/text/console/files.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useText } from '../../ui/language.ts';
import { useConsole } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { callFile } from '../parts/saved-file.ts';
import { useAction } from '../parts/use-action.ts';
import scheme from './Scheme.module.css';
import styles from './Files.module.css';

export function FilesPart() {
  const text = useText(consoleFilesText);
  return (
    <section className={scheme['part']}>
      <h3>{text.title}</h3>
      <p>{text.lead}</p>
      <ul className={styles['files']}>
        {EXPORT_FILES.map((file) => (
          <FileRow key={file} file={file} />
        ))}
      </ul>
    </section>
  );
}

function FileRow({ file }: { readonly file: ExportFile }) {
  const text = useText(consoleFilesText);
  const language = useLanguage();
  const { code } = useConsole();
  const { run, busy, trouble } = useAction();
  const [saved, setSaved] = useState<string | null>(null);
  const save = useSaving();
  const { name, what } = text.files[file];
  const make = async () => {
    setSaved(null);
    const path = `/m/${encodeURIComponent(code)}/api/export/${file}?language=${language}`;
    const made = await run(() => callFile(path));
    if (!made) return;
    save(made.file, made.name);
    setSaved(made.name);
  };
  return (
    <li className={styles['file']}>
      <p className={styles['what']}>
        <b>{name}</b>
        <br />
        {what}
      </p>
      <Button
        kind={file === 'workbook.xlsx' ? 'ink' : 'plain'}
        title={text.of(name)}
        waiting={busy ? text.making : null}
        onClick={() => void make()}
      >
        {text.download}
      </Button>
      <div className={styles['after']}>
        <p role="status">{saved !== null && text.saved(saved)}</p>
        <Notice trouble={trouble} instead={{ busy: text.busy }} />
      </div>
    </li>
  );
}

/** Hands a file to the browser to save. Its bytes are let go when another one comes, or the page goes. */
function useSaving(): (file: Blob, name: string) => void {
  const address = useRef<string | null>(null);
  const letGo = () => {
    if (address.current !== null) URL.revokeObjectURL(address.current);
    address.current = null;
  };
  useEffect(() => letGo, []);
  return (file, name) => {
    letGo();
    address.current = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = address.current;
    link.download = name;
    link.click();
  };
}
