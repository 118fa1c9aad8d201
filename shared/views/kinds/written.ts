// The panel scores the reports of many units.
import { subjectsAhead, subjectsOf } from '../../meeting/agenda/participation.ts';
import { lastAttempt, roundOfItem } from '../../meeting/rounds.ts';
import { scoringStep } from '../console/round-step.ts';
import { writtenProgress } from '../numbers/written.ts';
import { NOTHING_COUNTED, type KindView } from './kind.ts';

export const written: KindView<'written'> = {
  stage: ({ meeting }, item) => {
    const round = roundOfItem(meeting, item.id);
    const attempt = round ? lastAttempt(round) : null;
    const boards = attempt?.phase === 'revealed' ? (attempt.waitsFor?.size ?? 0) : 0;
    return {
      kind: 'written',
      round: round?.id ?? null,
      attempt: attempt?.n ?? 0,
      phase: attempt?.phase ?? 'ready',
      disclosure: round?.disclosure ?? item.disclosure,
      subjects: (round
        ? subjectsOf(meeting, round)
        : subjectsAhead(meeting, { ...item, round: 'written' })
      ).length,
      ...(boards > 0 ? { byBoard: true } : {}),
    };
  },
  step: (seen, { id }, steps) => {
    const round = roundOfItem(seen.meeting, id);
    // It stays open beside what follows.
    const isOpen = round !== undefined && lastAttempt(round).phase === 'open';
    return isOpen ? steps.onward() : scoringStep(seen, id, steps);
  },
  progress: (seen, { id }) => {
    const round = roundOfItem(seen.meeting, id);
    return round && seen.meeting.erasedAt === null ? writtenProgress(seen, round) : NOTHING_COUNTED;
  },
  title: () => '',
  fills: () => 'no-scoring',
};
