// A unit reports: its name over the clock.
import { watchText } from '../../shared/text/watch.ts';
import { MinuteSlots, minutesPerSlot } from '../parts/MinuteSlots.tsx';
import { clockText, useCountdown } from '../ui/countdown.ts';
import { useText } from '../ui/language.ts';
import type { NowProps } from './kind-props.ts';
import { NowLayout } from './NowLayout.tsx';

export function NowPresentation({ body, view, clockOffset, label }: NowProps<'presentation'>) {
  const text = useText(watchText);
  const { subject, ordinal, countdown, seconds, next } = body;
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
    <NowLayout
      label={label}
      aside={ordinal && text.ordinal(ordinal.n, ordinal.of)}
      name={subject.name}
      subject={subject}
      reportsOf={view.stage.meeting.code}
      figure={clockText(left)}
      bar={<MinuteSlots leftMs={left} totalSeconds={total} />}
      note={state}
      more={next && text.next(next.name)}
    />
  );
}
