// Files chosen and under way: a preview of who gets what before anything is sent, then progress and what went wrong.
import { useStore } from 'zustand';
import type { SubjectId } from '../../../shared/ids.ts';
import { consoleDocumentsText } from '../../../shared/text/console/documents.ts';
import { sizeText } from '../../documents/size.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { Slot, type SlotState } from '../../ui/Slot.tsx';
import { useBarred, useConsole, useView } from '../parts/console-context.ts';
import { FileDrop } from '../../parts/FileDrop.tsx';
import { Notice } from '../parts/Notice.tsx';
import { uploadsOf, type Upload, type Uploads } from './uploads.ts';
import styles from './Documents.module.css';

const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.webp,.txt,.md,.markdown';

export function UploadList() {
  const text = useText(consoleDocumentsText);
  const { code } = useConsole();
  const units = useView((view) => view.subjects);
  const barred = useBarred('AttachDocument');
  const cannot = barred ?? (units.length === 0 ? text.noUnits : null);
  const uploads = uploadsOf(code);
  const list = useStore(uploads.store, (state) => state.list);
  const open = list.filter(({ state }) => state !== 'done');
  const ready = open.filter(({ subject, flaw }) => subject !== null && flaw === null);
  const lost = open.filter(({ subject, flaw }) => subject === null && flaw === null);
  const isBusy = list.some(({ state }) => state === 'queued' || state === 'sending');
  return (
    <div className={styles['part']}>
      <FileDrop
        label={text.choose}
        hint={cannot ?? text.drop}
        accept={ACCEPTED}
        multiple
        barred={cannot}
        onFiles={(files) => {
          uploads.choose(files, units);
        }}
      />
      {list.length > 0 && (
        <>
          <p role="status">
            {isBusy
              ? text.uploading(list.length - open.length, list.length)
              : ready.length + lost.length > 0 &&
                text.matched(ready.length, ready.length + lost.length)}
          </p>
          <ul className={styles['rows']}>
            {list.map((upload) => (
              <UploadRow key={upload.id} upload={upload} uploads={uploads} />
            ))}
          </ul>
          <div className={styles['buttons']}>
            {open.length > 0 && (
              <Button
                kind="ink"
                blocked={barred ?? (ready.length === 0 ? text.nothing : null)}
                waiting={isBusy ? text.uploading(list.length - open.length, list.length) : null}
                onClick={() => {
                  uploads.send();
                }}
              >
                {text.upload(ready.length)}
              </Button>
            )}
            {open.length < list.length && !isBusy && (
              <Button
                onClick={() => {
                  uploads.drop(({ state }) => state !== 'done');
                }}
              >
                {text.clear}
              </Button>
            )}
            {lost.length > 0 && <span>{text.unitMissing(lost.length)}</span>}
          </div>
        </>
      )}
    </div>
  );
}

const SLOT: Readonly<Record<Upload['state'], SlotState>> = {
  chosen: 'empty',
  queued: 'waiting',
  sending: 'waiting',
  done: 'filled',
  failed: 'empty',
};

function UploadRow({ upload, uploads }: { readonly upload: Upload; readonly uploads: Uploads }) {
  const text = useText(consoleDocumentsText);
  const units = useView((view) => view.subjects);
  const { id, file, subject, flaw, state, sent, trouble } = upload;
  const isOpen = state === 'chosen' || state === 'failed';
  return (
    <li data-lost={subject === null && flaw === null}>
      <Slot state={SLOT[state]} />
      <span className={styles['file']}>
        {file.name} <small>{sizeText(file.size)}</small>
        {flaw && <b>{text[flaw]}</b>}
        <Notice trouble={trouble} />
      </span>
      <select
        aria-label={text.unit(file.name)}
        value={subject ?? ''}
        disabled={!isOpen || flaw !== null}
        onChange={(event) => {
          uploads.assign(id, event.target.value === '' ? null : (event.target.value as SubjectId));
        }}
      >
        <option value="">{text.chooseUnit}</option>
        {units.map((unit) => (
          <option key={unit.id} value={unit.id}>
            {unit.id} {unit.name}
          </option>
        ))}
      </select>
      <span className={styles['end']}>
        {isOpen ? (
          <Button
            onClick={() => {
              uploads.drop((one) => one.id !== id);
            }}
          >
            {text.leaveOut}
          </Button>
        ) : state === 'done' ? (
          text.done
        ) : (
          text.sent(sent)
        )}
      </span>
    </li>
  );
}
