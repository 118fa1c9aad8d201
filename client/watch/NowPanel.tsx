// What is on now: the stage in one dark panel.
import { unreachable } from '../../shared/ids.ts';
import { watchText } from '../../shared/text/watch.ts';
import type { PublicView, StageBody } from '../../shared/views/slices.ts';
import { clockText, useCountdown } from '../ui/countdown.ts';
import { useText } from '../ui/language.ts';
import { MinuteSlots, minutesPerSlot } from '../screen/MinuteSlots.tsx';
import { NowFrame } from './NowFrame.tsx';
import { NowScore } from './NowScore.tsx';

export function NowPanel({
  view,
  clockOffset,
}: {
  readonly view: PublicView;
  readonly clockOffset: number;
}) {
  const text = useText(watchText);
  const { stage, progress, tally, board } = view;
  const { body, meeting } = stage;
  switch (body.kind) {
    case 'idle':
      return <NowFrame label={text.now.soon} name={meeting.title} />;
    case 'check-in':
      return (
        <NowFrame
          label={text.now['check-in']}
          figure={progress.done}
          of={progress.expected}
          note={text.seated}
        />
      );
    case 'draw': {
      const { purpose, of, take, shown, phase, why } = body.draw;
      return (
        <NowFrame
          label={text.now.draw}
          name={shown.at(-1)?.name ?? text.drawTitle(purpose, of, take)}
          subject={shown.at(-1)?.subject}
          figure={shown.length > 0 ? shown.length : undefined}
          of={take}
          note={phase === 'void' ? text.voidBecause(why ?? '') : null}
        />
      );
    }
    case 'presentation':
      return <NowPresentation key={body.subject.id} body={body} clockOffset={clockOffset} />;
    case 'score':
      return (
        <NowScore
          key={`${body.subject.id}/${body.attempt}`}
          stage={body}
          progress={progress}
          tally={
            tally?.subject === body.subject.id && tally.attempt === body.attempt ? tally : null
          }
          clockOffset={clockOffset}
        />
      );
    case 'board':
      return (
        <NowFrame
          label={text.now.board}
          name={meeting.title}
          note={text.revealed(board.rows.length, board.of)}
        />
      );
    default:
      return unreachable(body);
  }
}

function NowPresentation({
  body: { subject, ordinal, countdown, seconds, next },
  clockOffset,
}: {
  readonly body: Extract<StageBody, { readonly kind: 'presentation' }>;
  readonly clockOffset: number;
}) {
  const text = useText(watchText);
  const left = useCountdown(countdown, clockOffset) ?? seconds * 1000;
  const total = countdown?.totalSeconds ?? seconds;
  const state =
    left < 0
      ? text.overtime
      : countdown === null
        ? text.notStarted
        : countdown.phase === 'stopped'
          ? text.paused
          : text.slotMinutes(minutesPerSlot(total));
  return (
    <NowFrame
      label={text.now.presentation}
      aside={ordinal && text.ordinal(ordinal.n, ordinal.of)}
      name={subject.name}
      subject={subject}
      figure={clockText(left)}
      bar={<MinuteSlots leftMs={left} totalSeconds={total} />}
      note={state}
      more={next && text.next(next.name)}
    />
  );
}
