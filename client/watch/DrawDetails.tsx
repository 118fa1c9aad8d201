// A draw as a viewer sees and checks it: the names so far, then the lock to compare, everyone's chance, the sources.
import { checkAddress } from '../../shared/check-address.ts';
import { watchText } from '../../shared/text/watch.ts';
import type { ShownMeeting, ShownSubject } from '../../shared/views/slices/shown.ts';
import type { DrawView, LockedDraw, RunningDraw } from '../../shared/views/slices/draw-slices.ts';
import { useRecount } from '../draw/use-recount.ts';
import { timeText } from '../parts/time.ts';
import { CategoryMark } from '../ui/CategoryMark.tsx';
import { useText } from '../ui/language.ts';
import { Slot } from '../ui/Slot.tsx';
import { DrawFacts } from './DrawFacts.tsx';
import styles from './Lists.module.css';

export function DrawDetails({
  draw,
  meeting,
}: {
  readonly draw: DrawView;
  readonly meeting: ShownMeeting;
}) {
  const text = useText(watchText);
  const recount = useRecount(meeting.code, draw);
  return (
    <section className={styles['section']}>
      <div className={styles['head']}>
        <h2 className="line gap-s">
          <Slot state={draw.phase === 'ready' ? 'empty' : 'now'} />
          {text.draw.title(draw.purpose, draw.of, draw.take)}
        </h2>
        <span className="fixed">
          {draw.phase === 'ready'
            ? text.notLocked
            : text.lockedAt(timeText(draw.lockedAt, meeting.zone))}
        </span>
      </div>
      {draw.asked && <Units lead={null} units={[draw.asked]} asked />}
      {draw.visits.length > 0 && <Units lead={text.draw.visits} units={draw.visits} />}
      {draw.phase !== 'ready' && draw.phase !== 'void' && <Names draw={draw} />}
      {draw.replacements.length > 0 && <Replacements draw={draw} />}
      {draw.phase !== 'ready' && <Lock draw={draw} code={meeting.code} />}
      {recount !== null && (
        <p className={styles['recount']} role="status">
          {text.draw.recount[recount]}
        </p>
      )}
      {draw.phase === 'void' && (
        <p className={styles['void']}>
          <b>{text.void}</b>
          {text.draw.voidWhy(draw.why)}
        </p>
      )}
      <DrawFacts draw={draw} code={meeting.code} zone={meeting.zone} />
    </section>
  );
}

function Units({
  lead,
  units,
  asked = false,
}: {
  readonly lead: string | null;
  readonly units: readonly ShownSubject[];
  readonly asked?: boolean;
}) {
  const text = useText(watchText);
  return (
    <div className={styles['units']}>
      {lead !== null && <p className="quiet">{lead}</p>}
      <ul>
        {units.map(({ id, name, category }) => (
          <li key={id} className="row gap-s">
            <CategoryMark {...category} label={category.name} />
            <span>{asked ? text.draw.asks(name) : name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Lock({ draw, code }: { readonly draw: LockedDraw; readonly code: string }) {
  const text = useText(watchText);
  return (
    <>
      <code className={styles['hex']}>
        {(draw.lockHash.match(/.{4}/g) ?? []).map((group, index) => (
          <span key={index}>{group} </span>
        ))}
      </code>
      <p className={styles['soft']}>{text.compare}</p>
      <p className={styles['download']}>
        <a
          href={`/m/${encodeURIComponent(code)}/api/draws/${draw.id}/proof`}
          className="tap"
          download
        >
          {text.download}
        </a>
        <small>{text.downloadNote}</small>
      </p>
      <p className={styles['download']}>
        <a href={checkAddress(code, draw.id, draw.lockHash)} className="tap">
          {text.verify}
        </a>
        <small>{text.verifyNote}</small>
      </p>
    </>
  );
}

function Names({ draw }: { readonly draw: RunningDraw }) {
  const text = useText(watchText);
  const { shown, take } = draw;
  return (
    <>
      <h3 className={styles['subhead']}>
        {shown.length === 0 ? text.notShown : text.shown(shown.length, take)}
      </h3>
      <ol className={styles['rows']}>
        {shown.map((drawn, index) => (
          <li
            key={drawn.id}
            className="row gap-m over"
            data-latest={index === shown.length - 1 && draw.phase === 'showing'}
          >
            <span className={styles['rank']}>{index + 1}</span>
            {drawn.subject && (
              <CategoryMark {...drawn.subject.category} label={drawn.subject.category.name} />
            )}
            <span className={styles['name']}>
              {drawn.name}
              {drawn.group !== null && <small>{drawn.group}</small>}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Each is a record of its own, chained to the draw's. */
function Replacements({ draw: { replacements } }: { readonly draw: DrawView }) {
  const { draw: text } = useText(watchText);
  return (
    <>
      <h3 className={styles['subhead']}>{text.replacements}</h3>
      <ol className={styles['rows']}>
        {replacements.map((one) => (
          <li key={one.recordHash} className="row gap-m over">
            <span className={styles['name']}>
              {text.replacedBy(one.out, one.in)}
              <small>
                {one.group}
                {/* Who would rather not ask has said so to nobody but the server. */}
                {one.why !== 'declined' && ` · ${text.whys[one.why]}`}
                {text.passedOver(one.skipped)} ·{' '}
                <code>
                  {one.recordHash.slice(0, 4)} … {one.recordHash.slice(-4)}
                </code>
              </small>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
