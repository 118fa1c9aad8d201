// Lays out the one thing in focus: its place in the bar, its body, its action, and what the network does to it.
import { Suspense, useEffect } from 'react';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { commonText } from '../../shared/text/common.ts';
import { phoneText } from '../../shared/text/phone.ts';
import { Guard } from '../ui/Guard.tsx';
import { useText } from '../ui/language.ts';
import { useLarge } from '../ui/large.ts';
import type { Focus } from './focus.ts';
import { Shell } from './shell/Shell.tsx';
import { factsOf } from '../live/kinds.ts';
import { later, quietly, soon } from '../live/later.ts';
import { OfflineNote } from './shell/offline.ts';
import { ScoreSheet, SheetAction } from './score/ScoreSheet.tsx';
import { Plain } from './shell/Plain.tsx';
import { lastGiven } from './slips/last-given.ts';
import { matterOf, openTargets, sheetKey } from './slips/matter.ts';
import { sendingIn } from './slips/slips.ts';
import { useSeat } from './seat-context.ts';
import type { WrittenPageProps } from './written/WrittenPage.tsx';
import { own } from '../../shared/own.ts';

const late = () => import('./score/Late.tsx');
const Late = soon(async () => (await late()).Late);
const Recused = soon(async () => (await late()).Recused);
const LateAction = soon(async () => (await late()).LateAction);
const Counted = soon(async () => (await import('./score/Counted.tsx')).Counted);
const OnStage = soon(async () => (await import('./kinds.ts')).OnStage);
const loadWritten = async () => (await import('./written/WrittenPage.tsx')).WrittenPage;
const WrittenPage = later(loadWritten);
const WayToWritten = later(async () => (await import('./written/WayToWritten.tsx')).WayToWritten);
const Foot = quietly(soon(async () => (await import('./shell/Foot.tsx')).Foot));
const LargeSheet = later(async () => (await import('./large/LargeSheet.tsx')).LargeSheet);
const History = later(async () => (await import('./score/History.tsx')).History);

/** What is on the page, for what the note says where nothing waits. */
const ABOUT: { readonly [K in Focus['kind']]: 'draft' | 'counted' | 'waiting' } = {
  sheet: 'draft',
  late: 'waiting',
  counted: 'counted',
  written: 'draft',
  recused: 'waiting',
  stage: 'waiting',
};

export interface SeatedProps extends Omit<WrittenPageProps, 'round' | 'offline' | 'onStage'> {
  readonly held: Refusal | null;
  readonly onRetry: () => void;
  readonly focus: Focus;
  /** Goes to the written round over these live sheets, or back from it. */
  readonly onOver: (keys: readonly string[] | null) => void;
}

export function Seated({ focus, held, onRetry, onOver, ...seat }: SeatedProps) {
  const { view, status, ballots, device, onNotMe } = seat;
  const { outbox } = useSeat();
  const text = useText(phoneText);
  const { ordinal: ordinalText } = useText(commonText);
  const large = useLarge();
  const { stage, me } = view;
  const about = focus.kind === 'sheet' || focus.kind === 'late' ? focus.target : null;
  const round = about ?? (focus.kind === 'counted' ? focus.ballot : null);
  const open = round && stage.open.find((one) => sheetKey(one) === sheetKey(round));
  const onStage = factsOf(stage.body);
  const ordinal = onStage.ordinal ?? stage.open.find((one) => one.ordinal)?.ordinal ?? null;
  const top = `${focus.kind} ${round ? sheetKey(round) : stage.body.kind}`;
  useEffect(() => {
    // The written page knows itself where the person was.
    if (!top.startsWith('written')) window.scrollTo(0, 0);
  }, [top]);
  const [written] = view.written;
  const waits = written !== undefined;
  useEffect(() => {
    if (waits) loadWritten().catch(() => undefined);
  }, [waits]);
  /** The written page shows what belongs to it by itself. */
  const isLive = ({ round: id }: { readonly round: string }) =>
    !view.written.some((one) => one.round === id);
  const offline = status === 'offline' && (
    <OfflineNote
      waiting={sendingIn(device.slips).length}
      about={ABOUT[focus.kind]}
      keeps={device.keeps}
      held={held}
      onRetry={onRetry}
    />
  );
  if (focus.kind === 'written')
    return (
      <Suspense
        fallback={
          <Shell place={text.place[focus.kind]} status={status}>
            <Plain title={text.connecting}>{text.connectingHint}</Plain>
          </Shell>
        }
      >
        <WrittenPage
          {...seat}
          round={focus.round}
          offline={offline}
          onStage={
            onStage.batch !== undefined
              ? null
              : () => {
                  onOver(null);
                }
          }
        />
      </Suspense>
    );

  const startOf = (line: string) =>
    about ? lastGiven(ballots, device.sheets, me.groupId, about.sheet.id, line) : undefined;
  const content = () => {
    switch (focus.kind) {
      case 'sheet':
        return (
          <ScoreSheet
            key={matterOf(focus.target)}
            focus={focus}
            countdown={open?.countdown ?? null}
            startOf={startOf}
          />
        );
      case 'late':
        return <Late focus={focus} />;
      case 'counted':
        return (
          <Counted
            ballot={focus.ballot}
            forms={open ?? own(device.sheets, sheetKey(focus.ballot))}
            group={me.groupId}
            open={focus.open}
            countdown={open?.countdown ?? null}
            onChange={() => {
              outbox.edit(matterOf(focus.ballot));
            }}
          />
        );
      case 'recused':
        return <Recused name={focus.subject.name} />;
      case 'stage':
        return <OnStage body={focus.body} me={me} />;
    }
  };
  const action =
    focus.kind === 'sheet' ? (
      <SheetAction focus={focus} />
    ) : focus.kind === 'late' && !focus.waiting ? (
      <LateAction
        open={focus.open}
        onDone={() => {
          for (const target of [focus.target, ...focus.more])
            (focus.open ? outbox.backToSheet : outbox.letGo)(matterOf(target));
        }}
      />
    ) : written && focus.kind !== 'late' ? (
      <WayToWritten
        written={written}
        me={me}
        ballots={ballots}
        onGo={() => {
          onOver(openTargets(stage.open, me.groupId).map(matterOf));
        }}
      />
    ) : null;
  const shell = {
    meeting: stage.meeting.title,
    place:
      ordinal && onStage.round && onStage.subject
        ? ordinalText(ordinal.n, ordinal.of)
        : text.place[focus.kind === 'sheet' ? 'score' : stage.body.kind],
    status,
  };
  const foot = <Foot me={me} onNotMe={onNotMe} />;
  const page = (
    <Shell
      {...shell}
      bottom={
        (offline || action) && (
          <>
            {offline}
            <Guard part="action" look="none" reset={view}>
              <Suspense key={focus.kind} fallback={null}>
                {action}
              </Suspense>
            </Guard>
          </>
        )
      }
    >
      <Guard part="sheet" reset={view} waiting={sendingIn(device.slips).length}>
        <Suspense key={focus.kind} fallback={null}>
          {content()}
        </Suspense>
      </Guard>
      {foot}
      {focus.kind !== 'sheet' && (
        <Suspense fallback={null}>
          <Guard part="history" reset={view}>
            <History
              ballots={ballots.filter(isLive)}
              waiting={sendingIn(device.slips).filter(({ target }) => isLive(target)).length}
              of={ordinal?.of ?? null}
            />
          </Guard>
        </Suspense>
      )}
    </Shell>
  );
  // What has not come yet, or cannot, does not keep anyone from scoring.
  return large && focus.kind === 'sheet' ? (
    <Suspense fallback={page}>
      <LargeSheet
        {...shell}
        key={matterOf(focus.target)}
        focus={focus}
        countdown={open?.countdown ?? null}
        startOf={startOf}
        offline={offline}
        foot={foot}
      />
    </Suspense>
  ) : (
    page
  );
}
