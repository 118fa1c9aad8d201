// A unit reports: its name over the clock.
import { watchText } from '../../shared/text/watch.ts';
import { MinuteSlots, minutesPerSlot } from '../parts/MinuteSlots.tsx';
import { clockText, useSpeakingTime } from '../ui/countdown.ts';
import { useText } from '../ui/language.ts';
import type { NowProps } from './kind-props.ts';
import { NowLayout } from './NowLayout.tsx';

export function NowPresentation({ body, view, clockOffset, label }: NowProps<'presentation'>) {
  const text = useText(watchText);
  const { subject, ordinal, next } = body;
  const { left, total, state } = useSpeakingTime(body, clockOffset);
  return (
    <NowLayout
      label={label}
      aside={ordinal && text.ordinal(ordinal.n, ordinal.of)}
      name={subject.name}
      subject={subject}
      reportsOf={view.stage.meeting.code}
      figure={clockText(left)}
      bar={<MinuteSlots leftMs={left} totalSeconds={total} />}
      note={state ? text[state] : text.slotMinutes(minutesPerSlot(total))}
      more={next && text.next(next.name)}
    />
  );
}
