// Rounds from their opening to the reveal, and attempts after it.
import { command, MODERATOR, type StaffEntry } from './command.ts';

export const roundsCommands = {
  OpenRound: command('stage', MODERATOR, (f) => ({ item: f.itemId })),
  // Made on the lists, but what ballots count is the stage's to say.
  SetRoundSubjects: command('roster', MODERATOR, (f) => ({
    round: f.round,
    subjects: f.list(f.subject, 0, 1000),
    reason: f.reason,
  })),
  /** `papers`: how many that wait for the second person are knowingly left out; absent: none may wait. */
  CloseRound: command('stage', MODERATOR, (f) => ({
    round: f.round,
    papers: f.whole.exactOptional(),
  })),
  ReopenRound: command('stage', MODERATOR, (f) => ({ round: f.round, reason: f.reason })),
  /** `shown`: how many groups of the result are to be open, in the order in which they open. */
  ShowGroups: command('stage', MODERATOR, (f) => ({ round: f.round, shown: f.whole })),
  RevealRound: command('stage', MODERATOR, (f) => ({ round: f.round })),
  RepeatRound: command('stage', MODERATOR, (f) => ({ round: f.round, reason: f.reason })),
} as const satisfies Readonly<Record<string, StaffEntry>>;
