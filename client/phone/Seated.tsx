// Lays out the one thing in focus: its place in the bar, its body, its action, and what the network does to it.
import { Suspense, useEffect } from 'react';
import { commonText } from '../../shared/text/common.ts';
import { phoneText } from '../../shared/text/phone.ts';
import type { MyBallot, Ordinal, SeatView } from '../../shared/views/slices.ts';
import type { ConnectionStatus } from '../ui/Connection.tsx';
import { useText } from '../ui/language.ts';
import { Counted } from './Counted.tsx';
import { sheetKey, type Desk, type DeskState } from './desk.ts';
import type { Focus } from './focus.ts';
import { Foot } from './Foot.tsx';
import { Frame } from './Frame.tsx';
import { later } from './later.ts';
import { Late, LateAction } from './Late.tsx';
import { OfflineNote } from './OfflineNote.tsx';
import { ScoreSheet, SheetAction } from './ScoreSheet.tsx';
import { Plain, Stage } from './Stage.tsx';
import { keyOf } from './target.ts';

const History = later(async () => (await import('./History.tsx')).History);

export function Seated({
  view,
  status,
  clockOffset,
  ballots,
  device,
  focus,
  desk,
  onRetry,
  onNotMe,
}: {
  readonly view: SeatView;
  readonly status: ConnectionStatus;
  readonly clockOffset: number;
  readonly ballots: readonly MyBallot[];
  readonly device: DeskState;
  readonly focus: Focus;
  readonly desk: Desk;
  readonly onRetry: () => void;
  readonly onNotMe: () => void;
}) {
  const text = useText(phoneText);
  const { ordinal: ordinalText } = useText(commonText);
  const { stage, me } = view;
  const about = focus.kind === 'sheet' || focus.kind === 'late' ? focus.target : null;
  const round = about ?? (focus.kind === 'counted' ? focus.ballot : null);
  const open = round && stage.open.find((one) => sheetKey(one) === sheetKey(round));
  const ordinal = ordinalOf(view);
  const top = `${focus.kind} ${round ? sheetKey(round) : stage.body.kind}`;
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [top]);

  const content = () => {
    switch (focus.kind) {
      case 'sheet':
        return (
          <ScoreSheet
            key={keyOf(focus.target)}
            focus={focus}
            desk={desk}
            countdown={open?.countdown ?? null}
            clockOffset={clockOffset}
            keeps={device.keeps}
          />
        );
      case 'late':
        return <Late focus={focus} />;
      case 'counted':
        return (
          <Counted
            ballot={focus.ballot}
            sheet={open?.sheet ?? device.sheets[sheetKey(focus.ballot)] ?? null}
            open={focus.open}
            countdown={open?.countdown ?? null}
            clockOffset={clockOffset}
            onChange={() => {
              desk.edit(keyOf(focus.ballot));
            }}
          />
        );
      case 'recused':
        return (
          <Plain title={text.stage.recused(focus.subject.name)}>{text.stage.recusedHint}</Plain>
        );
      case 'stage':
        return <Stage body={focus.body} me={me} clockOffset={clockOffset} />;
    }
  };
  const offline = status === 'offline' && (
    <OfflineNote
      waiting={device.outbox.waiting.length}
      about={focus.kind === 'sheet' ? 'draft' : focus.kind === 'counted' ? 'counted' : 'waiting'}
      onRetry={onRetry}
    />
  );
  const action =
    focus.kind === 'sheet' ? (
      <SheetAction focus={focus} desk={desk} online={status === 'online'} />
    ) : focus.kind === 'late' && !focus.waiting ? (
      <LateAction
        open={focus.open}
        onDone={() => {
          (focus.open ? desk.backToSheet : desk.letGo)(keyOf(focus.target));
        }}
      />
    ) : null;
  return (
    <Frame
      meeting={stage.meeting.title}
      place={
        ordinal && stage.body.kind === 'score'
          ? ordinalText(ordinal.n, ordinal.of)
          : text.place[focus.kind === 'sheet' ? 'score' : stage.body.kind]
      }
      status={status}
      bottom={
        (offline || action) && (
          <>
            {offline}
            {action}
          </>
        )
      }
    >
      {content()}
      <Foot me={me} onNotMe={onNotMe} />
      {focus.kind !== 'sheet' && (
        <Suspense fallback={null}>
          <History
            ballots={ballots}
            waiting={device.outbox.waiting.length}
            of={ordinal?.of ?? null}
          />
        </Suspense>
      )}
    </Frame>
  );
}

function ordinalOf({ stage: { body, open } }: SeatView): Ordinal | null {
  const onStage = body.kind === 'score' || body.kind === 'presentation' ? body.ordinal : null;
  return onStage ?? open.find(({ ordinal }) => ordinal)?.ordinal ?? null;
}
