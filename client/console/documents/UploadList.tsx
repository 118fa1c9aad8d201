// Files chosen and under way: a preview of who gets what before anything is sent, then progress and what went wrong.
import { useState } from 'react';
import { useStore } from 'zustand';
import type { SubjectId } from '../../../shared/ids.ts';
import { consoleDocumentsText } from '../../../shared/text/console-documents.ts';
import { sizeText } from '../../documents/size.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { Slot, type SlotState } from '../../ui/Slot.tsx';
import { useBarred, useConsole, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import drop from '../setup/FileDrop.module.css';
import { uploadsOf, type Upload, type Uploads } from './uploads.ts';
import styles from './Documents.module.css';

const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.webp,.txt,.md,.markdown';

export function UploadList() {
  const text = useText(consoleDocumentsText);
  const { code } = useConsole();
  const units = useView((view) => view.subjects);
  const barred = useBarred('desk');
  const uploads = uploadsOf(code);
  const list = useStore(uploads.store, (state) => state.list);
  const open = list.filter(({ state }) => state !== 'done');
  const ready = open.filter(({ subject, flaw }) => subject !== null && flaw === null);
  const lost = open.filter(({ subject, flaw }) => subject === null && flaw === null);
  const isBusy = list.some(({ state }) => state === 'queued' || state === 'sending');
  return (
    <div className={styles['part']}>
      <FilesDrop
        barred={barred ?? (units.length === 0 ? text.noUnits : null)}
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
                onClick={uploads.send}
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

function FilesDrop({
  barred,
  onFiles,
}: {
  readonly barred: string | null;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const text = useText(consoleDocumentsText);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    if (barred === null && files && files.length > 0) onFiles([...files]);
  };
  return (
    <label
      className={drop['drop']}
      data-over={over && barred === null}
      data-closed={barred !== null}
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
      <span className={drop['label']}>{text.choose}</span>
      <span className={drop['hint']} aria-hidden="true">
        {barred ?? text.drop}
      </span>
      <input
        type="file"
        multiple
        aria-label={text.choose}
        accept={ACCEPTED}
        disabled={barred !== null}
        className={drop['input']}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
    </label>
  );
}
