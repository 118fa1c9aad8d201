// The bar over a person's seat: whose it is, what is counted, the way out; and below it what must be asked before that.
import { kioskText } from '../../shared/text/kiosk.ts';
import type { MeSlice } from '../../shared/views/slices/panel-slices.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/language.ts';
import { Name } from '../ui/Name.tsx';
import styles from './KioskSeat.module.css';
import type { Standing } from './standing.ts';

/** From so many seconds on the tablet says that it is about to go. */
const WARN = 20;

export function KioskBar({
  me,
  counted,
  stands,
  looks = false,
  online,
  left,
  isQuick,
  asking,
  onLeave,
  onStay,
}: {
  readonly me: Pick<MeSlice, 'name' | 'apart' | 'group'> | null;
  /** The ballot in focus is counted. */
  readonly counted: boolean;
  readonly stands: Standing;
  /** They have nothing to score here. */
  readonly looks?: boolean;
  readonly online: boolean;
  /** Seconds until the tablet goes back by itself; null: it does not. */
  readonly left: number | null;
  /** All is done, and the key itself counts down. */
  readonly isQuick: boolean;
  /** Handing back would drop scores or a word: the person is asked first. */
  readonly asking: boolean;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}) {
  const text = useText(kioskText);
  const { unsent, drafts, word, written } = stands;
  const held = { n: unsent.length, word: word === 'waiting' };
  const dropped = { n: drafts, word: word === 'typed' };
  const note =
    held.n > 0 || held.word
      ? online
        ? text.sending(held)
        : text.kept(held)
      : counted
        ? text.counted
        : written
          ? drafts > 0
            ? text.writtenDrafts(written.n, written.of, drafts)
            : written.n === written.of
              ? text.writtenAll(written.of)
              : text.written(written.n, written.of)
          : looks
            ? text.looking
            : text.inUse;
  const isWarning = !asking && !isQuick && left !== null && left <= WARN;
  return (
    <section className={styles['bar']} aria-label={text.title}>
      <div className={styles['row']}>
        <p className={styles['who']}>
          {me && (
            <>
              <b>
                <Name of={me} />
              </b>
              <span className="fixed quiet ellipsis">{me.group}</span>
            </>
          )}
        </p>
        <p className={styles['note']} role="status">
          {note}
        </p>
        {!asking && (
          <Button kind={isQuick ? 'ink' : 'plain'} onClick={onLeave}>
            {isQuick && left !== null ? text.leaveIn(left) : text.leave}
          </Button>
        )}
      </div>
      {asking && (
        <section className={styles['ask']} role="alert">
          <p>
            <b>{text.draftsTitle(dropped)}</b> {text.draftsNote(dropped)}
          </p>
          <Button kind="ink" onClick={onStay}>
            {text.stay}
          </Button>
          <Button onClick={onLeave}>{text.leaveAnyway}</Button>
        </section>
      )}
      {isWarning && (
        <section className={styles['ask']} role="alert">
          <p>
            <b>{text.idle(left)}</b> {(drafts > 0 || dropped.word) && text.draftsNote(dropped)}
          </p>
          {/* Any touch will do; a key shows that one may. */}
          <Button kind="ink">{text.goOn}</Button>
        </section>
      )}
    </section>
  );
}
