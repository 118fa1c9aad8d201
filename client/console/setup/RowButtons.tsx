// Up, down, remove: the same three at every row that can be moved.
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import styles from './RowButtons.module.css';

export function RowButtons({
  what,
  first,
  last,
  onMove,
  onRemove,
}: {
  /** The row's name, so that every button has one of its own. */
  readonly what: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}) {
  const text = useText(consoleText).rows;
  return (
    <span className={styles['buttons']}>
      <button
        type="button"
        disabled={first}
        data-control="up"
        aria-label={text.up(what)}
        title={text.up(what)}
        onClick={() => {
          onMove(-1);
        }}
      >
        ↑
      </button>
      <button
        type="button"
        disabled={last}
        data-control="down"
        aria-label={text.down(what)}
        title={text.down(what)}
        onClick={() => {
          onMove(1);
        }}
      >
        ↓
      </button>
      <button
        type="button"
        aria-label={text.remove(what)}
        title={text.remove(what)}
        onClick={onRemove}
      >
        {text.removeShort}
      </button>
    </span>
  );
}
