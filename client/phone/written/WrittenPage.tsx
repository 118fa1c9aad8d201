// The written round: one long page of units, each a ballot of its own, filled in at leisure and kept through anything.
import { useEffect, useLayoutEffect, useState } from 'react';
import { phoneText } from '../../../shared/text/phone.ts';
import { writtenText } from '../../../shared/text/written.ts';
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import type { MyBallot, OpenRound, SeatView } from '../../../shared/views/slices/panel-slices.ts';
import { Button } from '../../ui/Button.tsx';
import type { ConnectionStatus } from '../../ui/Connection.tsx';
import { useText } from '../../ui/language.ts';
import type { Desk, DeskState } from '../slips/desk.ts';
import { sendingIn } from '../slips/slips.ts';
import { Foot } from '../frame/Foot.tsx';
import { Frame } from '../frame/Frame.tsx';
import { OfflineNote } from '../frame/OfflineNote.tsx';
import { filtered, goneFrom, nextOpen, rowsOf } from './written-rows.ts';
import { WrittenBar } from './WrittenBar.tsx';
import { WrittenFilters, type Choosing } from './WrittenFilters.tsx';
import { HEAD_ID, WrittenHead } from './WrittenHead.tsx';
import { WrittenRow } from './WrittenRow.tsx';
import styles from './WrittenPage.module.css';

export interface WrittenPageProps {
  readonly view: SeatView;
  readonly round: OpenRound;
  readonly status: ConnectionStatus;
  readonly held: Refusal | null;
  readonly ballots: readonly MyBallot[];
  readonly device: DeskState;
  readonly desk: Desk;
  readonly onRetry: () => void;
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
  const { view, round, status, ballots, device, desk, onStage } = props;
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
      row.style.scrollMarginTop = `${coveredBy(document.getElementById(HEAD_ID))}px`;
      row.scrollIntoView({ block: 'start' });
    } else window.scrollTo(0, 0);
  }, [shown]);

  const rows = rowsOf(round, view.me, ballots, device);
  const visible = filtered(rows, place, place.open);
  const open = rows.find(({ key }) => key === place.open) ?? null;
  // After folding a sheet the next one is still the one below it.
  const next = nextOpen(rows, place.open ?? shown);
  const online = status === 'online';
  // Beside the thumb, wherever the page stands; one after the other.
  const [gone] = goneFrom(round, ballots, device);
  const turnTo = (key: string | null) => {
    setPlace((now) => ({ ...now, open: key }));
    if (key !== null) setShown(key);
  };
  return (
    <Frame
      meeting={view.stage.meeting.title}
      place={words.title}
      status={status}
      bottom={
        <>
          {status === 'offline' && (
            <OfflineNote
              waiting={sendingIn(device.slips).length}
              about="draft"
              keeps={device.keeps}
              held={props.held}
              onRetry={props.onRetry}
            />
          )}
          {gone && (
            <section className={styles['gone']} role="status">
              <h2>{words.gone(gone.subject.name)}</h2>
              <p>{gone.counted ? words.goneCounted : words.goneWhy}</p>
              <Button
                onClick={() => {
                  desk.letGo(gone.key);
                }}
              >
                {words.ok}
              </Button>
            </section>
          )}
          <WrittenBar
            rows={rows}
            open={open}
            next={next}
            desk={desk}
            online={online}
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
          <button type="button" onClick={onStage}>
            {words.toStage}
          </button>
        </div>
      )}
      <WrittenHead rows={rows} open={place.open} />
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
            online={online}
            keeps={device.keeps}
            desk={desk}
            code={view.stage.meeting.code}
            onTurn={turnTo}
          />
        ))}
      </ul>
      <Foot me={view.me} onNotMe={props.onNotMe} />
    </Frame>
  );
}

/** How much of the upper edge the head lies over: it may take two lines, and on a low window it stays behind. */
function coveredBy(head: HTMLElement | null): number {
  return head && getComputedStyle(head).position === 'sticky' ? head.offsetHeight : 0;
}
