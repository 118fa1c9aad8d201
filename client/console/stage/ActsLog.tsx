// What was done a moment ago, by whom; the supervisor sees the same.
import { consoleText, type ConsoleText } from '../../../shared/text/console.ts';
import type { ActRow } from '../../../shared/views/slices/staff-slices.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { timeText } from '../../parts/time.ts';
import { own } from '../../../shared/own.ts';
import styles from './ActsLog.module.css';

const MOST = 40;

export function ActsLog() {
  const text = useText(consoleText);
  const { acts, events } = useView((view) => view.log);
  const { zone } = useView((view) => view.control.stage.meeting);
  const recent = [...acts].sort((a, b) => b.seq - a.seq).slice(0, MOST);
  return (
    <section aria-label={text.log.title} className={styles['log']}>
      <header className={styles['head']}>
        <h2>{text.log.title}</h2>
        <span>{text.log.events(events)}</span>
      </header>
      <ol>
        {recent.map((act) => (
          <li key={act.seq} className={styles['row']}>
            <time className={styles['time']}>{timeText(act.at, zone, true)}</time>
            <span>{sentence(act, text)}</span>
            <span className={styles['by']}>{act.byName || text.log.by[act.by.kind]}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface Acts {
  readonly acts: Readonly<Record<string, (about: string, count: number, batch: number) => string>>;
}

/** An event type that this console does not know yet is shown by its own name. */
function sentence(
  { type, item, purpose, about, count, batch }: ActRow,
  {
    acts,
    kinds,
    purposes,
    drawTitles,
    joined,
  }: Pick<ConsoleText, 'kinds' | 'purposes' | 'drawTitles' | 'joined'> & Acts,
): string {
  // A clock runs for those who were drawn, not for the draw.
  const draws = isClock(type) ? purposes : drawTitles;
  const kind = purpose !== null ? draws[purpose] : item === null ? '' : kinds[item];
  const what = kind === '' || about === '' ? kind + about : joined(kind, about);
  return own(acts, type)?.(what, count, batch) ?? `${type} ${what}`;
}

function isClock(type: string): boolean {
  return type === 'CountdownSet' || type === 'CountdownCleared';
}
