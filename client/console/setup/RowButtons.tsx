// Up, down, remove: the same three at every row that can be moved.
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import styles from './RowButtons.module.css';

const MOVES = [
  { way: 'up', by: -1, arrow: '↑' },
  { way: 'down', by: 1, arrow: '↓' },
] as const;

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
      {MOVES.map(({ way, by, arrow }) => (
        <button
          key={way}
          type="button"
          className="key"
          disabled={by < 0 ? first : last}
          data-control={way}
          aria-label={text[way](what)}
          title={text[way](what)}
          onClick={() => {
            onMove(by);
          }}
        >
          {arrow}
        </button>
      ))}
      <button
        type="button"
        className="key"
        aria-label={text.remove(what)}
        title={text.remove(what)}
        onClick={onRemove}
      >
        {text.removeShort}
      </button>
    </span>
  );
}
