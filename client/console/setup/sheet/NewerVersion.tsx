// Somebody else has saved this sheet meanwhile: what they made of it, and the choice between theirs and one's own.
import { useState } from 'react';
import type { Sheet, SheetNode } from '../../../../shared/scoring/sheet.ts';
import { sheetSourcesText } from '../../../../shared/text/sheet-sources.ts';
import { Button } from '../../../ui/Button.tsx';
import { useText } from '../../../ui/language.ts';
import styles from './SheetSources.module.css';

export function NewerVersion({
  sheet,
  blocked,
  waiting,
  onSave,
  onDrop,
}: {
  readonly sheet: Sheet;
  /** Why one's own cannot be saved, or null. */
  readonly blocked: string | null;
  readonly waiting: string | null;
  readonly onSave: () => void;
  readonly onDrop: () => void;
}) {
  const words = useText(sheetSourcesText);
  const [isOpen, setOpen] = useState(false);
  const { version } = sheet;
  return (
    <section className={styles['newer']} aria-label={words.theirs(version)}>
      <p className="bold" role="alert">
        {words.newer(version)}
      </p>
      <div className={styles['buttons']}>
        <Button
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {isOpen ? words.hide : words.look(version)}
        </Button>
        <Button blocked={blocked} waiting={waiting} onClick={onSave}>
          {words.over(version + 1)}
        </Button>
        <Button onClick={onDrop}>{words.dropMine(version)}</Button>
      </div>
      {isOpen && (
        <div className={styles['theirs']}>
          <h4>{sheet.name}</h4>
          <Outline nodes={sheet.children} />
        </div>
      )}
    </section>
  );
}

function Outline({ nodes }: { readonly nodes: readonly SheetNode[] }) {
  const words = useText(sheetSourcesText);
  return (
    <ol>
      {nodes.map((node) => (
        <li key={node.id}>
          {node.name}{' '}
          <span className="quiet">
            {'children' in node ? words.part(node.weight) : words.line(node.max, node.weight)}
          </span>
          {'children' in node && <Outline nodes={node.children} />}
        </li>
      ))}
    </ol>
  );
}
