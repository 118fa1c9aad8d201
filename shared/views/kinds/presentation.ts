// A unit reports on stage.
import { leftOut } from '../../meeting/agenda/participation.ts';
import { kindOf } from '../../meeting/agenda/kinds.ts';
import { subjectOf } from '../../meeting/agenda/turn.ts';
import { countdownOf, ordinalOf, shownSubject } from '../seen.ts';
import { NOTHING_COUNTED, type KindView } from './kind.ts';

export const presentation: KindView<'presentation'> = {
  stage: (seen, item) => {
    const { meeting } = seen;
    const gone = leftOut(meeting);
    const next = meeting.agenda
      .slice(meeting.agenda.indexOf(item) + 1)
      .find((one) => kindOf(one).presents && !gone.has(one.id));
    const presenter = subjectOf(next);
    return {
      kind: 'presentation',
      subject: shownSubject(seen, item.subject),
      ordinal: ordinalOf(meeting, item.subject),
      countdown: countdownOf(meeting, item.id),
      seconds: item.seconds,
      next: presenter === undefined ? null : shownSubject(seen, presenter),
    };
  },
  step: ({ meeting: { countdown } }, { id, seconds }, { make, onward }) =>
    countdown === null && seconds > 0
      ? make({ act: 'start-countdown', command: { type: 'StartCountdown', item: id } })
      : onward(),
  progress: () => NOTHING_COUNTED,
  title: (seen, { subject }) => shownSubject(seen, subject).name,
  fills: () => null,
};
