// The written round: one long page of units, each a ballot of its own, filled in at leisure and kept through anything.
import { useEffect, useLayoutEffect, useState, type ReactNode } from 'react';
import { phoneText } from '../../../shared/text/phone.ts';
import { writtenText } from '../../../shared/text/written.ts';
import type { MyBallot, OpenRound, SeatView } from '../../../shared/views/slices/panel-slices.ts';
import { Button } from '../../ui/Button.tsx';
import type { ConnectionStatus } from '../../ui/Connection.tsx';
import { useText } from '../../ui/language.ts';
import { commentsOf } from '../slips/comments.ts';
import type { OutboxState } from '../slips/outbox.ts';
import { useSeat } from '../seat-context.ts';
import { Foot } from '../shell/Foot.tsx';
import { Shell } from '../shell/Shell.tsx';
import { filtered, goneFrom, nextOpen, rowsOf } from './written-rows.ts';
import { LeftToGive } from './LeftToGive.tsx';
import { leftNow, rowLimit } from './row-limit.ts';
import { WrittenBar } from './WrittenBar.tsx';
import { WrittenFilters, type Choosing } from './WrittenFilters.tsx';
import { HEADER_ID, WrittenHeader } from './WrittenHeader.tsx';
import { WrittenRow } from './WrittenRow.tsx';
import styles from './WrittenPage.module.css';

export interface WrittenPageProps {
  readonly view: SeatView;
  readonly round: OpenRound;
  readonly status: ConnectionStatus;
  readonly ballots: readonly MyBallot[];
  readonly device: OutboxState;
  /** The note of a network that is gone. */
  readonly offline: ReactNode;
  readonly onNotMe: () => void;
  /** Back to what the hall does; null while the hall does this. */
  readonly onStage: (() => void) | null;
}

interface Place extends Choosing {
  /** Key of the unit whose sheet is unfolded. */
  readonly open: string | null;
}

const START: Place = { open: null, filter: 'all', category: null, query: '' };
/** Where the person was when a live round called them away, by round and attempt. */
const left = new Map<string, Place>();

export function WrittenPage(props: WrittenPageProps) {
  const { view, round, status, ballots, device, onStage } = props;
  const { outbox } = useSeat();
  const text = useText(phoneText);
  const words = useText(writtenText);
  const id = `${view.me.seat}/${round.round}/${round.attempt}`;
  const [place, setPlace] = useState(() => left.get(id) ?? START);
  useEffect(() => {
    left.set(id, place);
  }, [id, place]);
  /** What to bring to the upper edge once it is drawn. */
  const [shown, setShown] = useState(place.open);
  useLayoutEffect(() => {
    const row = shown === null ? null : document.getElementById(shown);
    if (row) {
      row.style.scrollMarginTop = `${coveredBy(document.getElementById(HEADER_ID))}px`;
      row.scrollIntoView({ block: 'start' });
    } else window.scrollTo(0, 0);
  }, [shown]);

  const takes = round.forms.some(({ comments }) => comments);
  useEffect(() => {
    // What was kept before a reload goes out though no sheet is unfolded.
    if (takes) commentsOf(outbox);
  }, [takes, outbox]);

  const rows = rowsOf(round, view.me, ballots, device);
  const visible = filtered(rows, place, place.open);
  const open = rows.find(({ key }) => key === place.open) ?? null;
  const limit = open && rowLimit(round, view.me, rows, open);
  const toGive = leftNow(round, view.me, rows, open);
  // After folding a sheet the next one is still the one below it.
  const next = nextOpen(rows, place.open ?? shown);
  // Beside the thumb, wherever the page stands; one after the other.
  const [gone] = goneFrom(round, view.me, ballots, device);
  const turnTo = (key: string | null) => {
    setPlace((now) => ({ ...now, open: key }));
    if (key !== null) setShown(key);
  };
  return (
    <Shell
      meeting={view.stage.meeting.title}
      place={words.title}
      status={status}
      bottom={
        <>
          {props.offline}
          {gone && (
            <section className={styles['gone']} role="status">
              <h2>{words.gone(gone.subject.name)}</h2>
              <p>{gone.counted ? words.goneCounted : words.goneWhy}</p>
              <Button
                onClick={() => {
                  outbox.letGo(gone.key);
                }}
              >
                {words.ok}
              </Button>
            </section>
          )}
          <WrittenBar
            rows={rows}
            open={open}
            broken={limit?.broken ?? null}
            next={next}
            onNext={(row) => {
              // The next one may be hidden by what was looked for.
              if (!filtered([row], place, null).length)
                setPlace((now) => ({ ...START, open: now.open }));
              turnTo(row.key);
            }}
            onStage={onStage}
          />
        </>
      }
    >
      {onStage && (
        <div className={styles['elsewhere']}>
          <span>{words.onStage(text.place[view.stage.body.kind])}</span>
          <button type="button" className="link bold" onClick={onStage}>
            {words.toStage}
          </button>
        </div>
      )}
      <WrittenHeader rows={rows} open={place.open} />
      {toGive && <LeftToGive left={toGive} />}
      <WrittenFilters
        rows={rows}
        choosing={place}
        onChoose={(choosing) => {
          setPlace({ ...choosing, open: null });
        }}
      />
      {visible.length === 0 && (
        <p className={styles['none']}>
          {place.filter === 'open' && next === null ? words.noneOpen : words.none}
        </p>
      )}
      <ul>
        {visible.map((row) => (
          <WrittenRow
            key={row.key}
            row={row}
            open={row.key === place.open}
            limit={row.key === place.open ? limit : null}
            onTurn={turnTo}
          />
        ))}
      </ul>
      <Foot me={view.me} onNotMe={props.onNotMe} />
    </Shell>
  );
}

/** How much of the upper edge the header lies over: it may take two lines, and on a low window it stays behind. */
function coveredBy(header: HTMLElement | null): number {
  return header && getComputedStyle(header).position === 'sticky' ? header.offsetHeight : 0;
}
