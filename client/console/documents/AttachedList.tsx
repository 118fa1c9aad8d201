// The reports that stand, unit by unit; one that is taken down can be put back at once.
import { useState } from 'react';
import { consoleDocumentsText } from '../../../shared/text/console/documents.ts';
import type { ShownDocument, ShownSubject } from '../../../shared/views/slices/shown.ts';
import { sizeText } from '../../documents/size.ts';
import { call } from '../../live/http.ts';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands, useConsole, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { useAction } from '../parts/use-action.ts';
import styles from './Documents.module.css';

/** Its place stays taken: the next one must not slide under a finger that presses again. */
interface Removed {
  readonly document: ShownDocument;
  readonly at: number;
}

export function AttachedList() {
  const text = useText(consoleDocumentsText);
  const units = useView((view) => view.subjects);
  /** Taken down since this list was opened, by unit. */
  const [removed, setRemoved] = useState<ReadonlyMap<string, readonly Removed[]>>(new Map());
  const having = units.filter(({ documents }) => documents.length > 0);
  const files = having.reduce((sum, { documents }) => sum + documents.length, 0);
  const shown = units.filter(({ id, documents }) => documents.length > 0 || removed.has(id));
  return (
    <section className={styles['part']}>
      <h3>{files === 0 ? text.none : text.listed(files, having.length)}</h3>
      {files > 0 && units.length > having.length && (
        <p className="quiet">{text.without(units.length - having.length)}</p>
      )}
      <ul className={styles['units']}>
        {shown.map((unit) => (
          <li key={unit.id}>
            <h4>
              {unit.id} {unit.name}
            </h4>
            <UnitReports
              unit={unit}
              removed={removed.get(unit.id) ?? []}
              onRemoved={(one) => {
                setRemoved(new Map(removed).set(unit.id, [...(removed.get(unit.id) ?? []), one]));
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function UnitReports({
  unit,
  removed,
  onRemoved,
}: {
  readonly unit: ShownSubject;
  readonly removed: readonly Removed[];
  readonly onRemoved: (removed: Removed) => void;
}) {
  const text = useText(consoleDocumentsText);
  const { code } = useConsole();
  const commands = useCommands();
  const restoring = useAction();
  const base = `/m/${encodeURIComponent(code)}/api`;
  const rows = rowsOf(unit.documents, removed);
  return (
    <ul className={styles['rows']}>
      {rows.map(({ document, isThere }, at) => {
        const { hash, name, bytes } = document;
        return isThere ? (
          <li key={hash}>
            <span className={styles['file']}>
              <a href={`${base}/documents/${hash}`} target="_blank" rel="noopener noreferrer">
                {name}
              </a>{' '}
              <small>{sizeText(bytes)}</small>
            </span>
            <ActButton
              act="RemoveDocument"
              label={text.remove}
              title={text.removeOne(name)}
              onClick={() => {
                const done = () => {
                  onRemoved({ document, at });
                };
                void commands.give({ type: 'RemoveDocument', subject: unit.id, hash }, { done });
              }}
            />
          </li>
        ) : (
          <li key={hash} className="quiet" role="status">
            <span className={styles['file']}>{text.removed(name)}</span>
            <ActButton
              act="AttachDocument"
              label={text.undo}
              onClick={() => {
                const path = `${base}/subjects/${encodeURIComponent(unit.id)}/documents/again`;
                void restoring.run(() => call(path, { hash, name }));
              }}
            />
          </li>
        );
      })}
      <Notice trouble={commands.trouble ?? restoring.trouble} />
    </ul>
  );
}

/** What stands, and what was taken down in the place where it stood. */
function rowsOf(documents: readonly ShownDocument[], removed: readonly Removed[]) {
  const rows = documents.map((document) => ({ document, isThere: true }));
  const there = new Set(documents.map(({ hash }) => hash));
  const newest = new Map(removed.map((one) => [one.document.hash, one]));
  for (const { document, at } of [...newest.values()].sort((a, b) => a.at - b.at))
    if (!there.has(document.hash)) rows.splice(at, 0, { document, isThere: false });
  return rows;
}
