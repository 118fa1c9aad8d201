// What is on now: the stage in one dark panel.
import { unreachable } from '../../shared/ids.ts';
import { watchText } from '../../shared/text/watch.ts';
import type { PublicView } from '../../shared/views/audiences.ts';
import type { StageBody } from '../../shared/views/stage-slices.ts';
import { clockText, useCountdown } from '../ui/countdown.ts';
import { useText } from '../ui/language.ts';
import { standingsOf } from '../screen/category-rows.ts';
import { cameLast, insteadOf } from '../screen/stand-ins.ts';
import { MinuteSlots, minutesPerSlot } from '../screen/MinuteSlots.tsx';
import { tallyOf } from '../screen/score-props.ts';
import { NowFrame } from './NowFrame.tsx';
import { NowScore } from './NowScore.tsx';
import styles from './Now.module.css';

const MANY_NAMES = 20;

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
        >
          <ul className={styles['groups']}>
            {progress.groups.map(({ id, name, done, expected }) => (
              <li key={id}>
                <span>{name}</span>
                <span>
                  <b>{done}</b> / {expected}
                </span>
              </li>
            ))}
          </ul>
        </NowFrame>
      );
    case 'draw': {
      const { purpose, of, take, shown, phase, why, words, asked } = body.draw;
      // Many names come at once: then none of them is the latest.
      const latest = take > MANY_NAMES ? undefined : (cameLast(body.draw) ?? shown.at(-1));
      const came = insteadOf(body.draw, latest);
      const asks = asked && text.draw.asks(asked.name);
      const sending = words && phase === 'locked' && !words.closed;
      return (
        <NowFrame
          label={text.now.draw}
          name={latest?.name ?? text.draw.title(purpose, of, take)}
          subject={latest?.subject}
          figure={sending ? (words.sent ?? 0) : shown.length > 0 ? shown.length : undefined}
          of={sending ? words.of : take}
          note={
            phase === 'void'
              ? text.voidBecause(why ?? '')
              : sending
                ? text.draw.sending
                : latest
                  ? [latest.group, came && text.draw.insteadOf(came)]
                      .filter(Boolean)
                      .join(text.comma)
                  : asks
          }
          more={latest ? asks : null}
        />
      );
    }
    case 'presentation':
      return (
        <NowPresentation
          key={body.subject.id}
          body={body}
          clockOffset={clockOffset}
          code={meeting.code}
        />
      );
    case 'score':
      return (
        <NowScore
          key={`${body.subject.id}/${body.attempt}`}
          stage={body}
          progress={progress}
          tally={tallyOf(body, tally)}
          clockOffset={clockOffset}
          code={meeting.code}
        />
      );
    case 'board': {
      const { rows, of } = standingsOf(board, body.category);
      return (
        <NowFrame
          label={text.now.board}
          name={body.category?.name ?? meeting.title}
          note={text.revealed(rows.length, of)}
        />
      );
    }
    case 'card':
      return <NowFrame label={text.now.card} name={body.title} note={body.text} />;
    case 'written': {
      const seats = progress.groups.reduce((sum, group) => sum + group.expected, 0);
      const finished = progress.groups.reduce((sum, group) => sum + group.done, 0);
      const over = body.phase === 'closed' || body.phase === 'revealed';
      return (
        <NowFrame
          label={text.now.written}
          name={text.written.units(body.subjects)}
          figure={body.phase === 'ready' || body.phase === 'revealed' ? undefined : progress.done}
          of={progress.expected}
          bar={body.phase === 'ready' ? null : <i className={styles['bar']} data-final={over} />}
          note={
            body.phase === 'revealed'
              ? text.written.revealed
              : body.phase === 'closed'
                ? text.awaiting
                : body.phase === 'open'
                  ? text.ballotsIn
                  : null
          }
          more={body.phase === 'open' ? text.written.seats(finished, seats) : null}
        />
      );
    }
    default:
      return unreachable(body);
  }
}

function NowPresentation({
  body: { subject, ordinal, countdown, seconds, next },
  clockOffset,
  code,
}: {
  readonly body: Extract<StageBody, { readonly kind: 'presentation' }>;
  readonly clockOffset: number;
  readonly code: string;
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
      reportsOf={code}
      figure={clockText(left)}
      bar={<MinuteSlots leftMs={left} totalSeconds={total} />}
      note={state}
      more={next && text.next(next.name)}
    />
  );
}
