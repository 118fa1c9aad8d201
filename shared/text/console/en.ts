// The staff console in English.
import { kindNames, usualTitles } from '../kinds.ts';
import { drawTitles, purposeNames } from '../purposes.ts';
import { acts } from './acts.ts';
import { record } from './en-record.ts';
import { setup } from './en-setup.ts';
import { stage } from './en-stage.ts';
import { start } from './en-start.ts';
import { plural } from '../en-words.ts';
import type { ConsoleText } from './zh.ts';

export const en: ConsoleText = {
  title: 'Staff console',
  comma: ', ',
  colon: ': ',
  and: ', ',
  sending: 'Sending',
  cancel: 'Cancel',
  unsaved: 'Changed, not saved yet',
  nothingChanged: 'Nothing changed',
  saved: 'Saved',
  dropChanges: 'Discard changes',
  draftStale:
    'Someone else changed this meanwhile. Nothing was saved: discard your changes, look at the latest, change again.',
  logOut: 'Log out',
  toMeetings: 'Meetings',
  tabsLabel: 'Before, during and after the meeting',
  tabs: { setup: 'Setup', stage: 'Stage', desk: 'Desk', results: 'Results' },
  chain: {
    head: 'Chain',
    means: (seq) =>
      `The fingerprint of the record up to entry ${seq}: if any earlier entry were changed, it would change. Read it aloud with the supervisor; where both agree, both see the same record.`,
    whole: 'All 64 digits',
    grows: 'Each new entry gives a new one.',
    root: 'Root of the log',
    rootMeans: 'It proves that an earlier record is the beginning of a later one.',
  },
  panelOnline: (n, of) => `Panel ${n} / ${of} online`,
  pressAgain: (act) => `Press again: ${act.charAt(0).toLowerCase()}${act.slice(1)}`,
  persons: (n) => plural(n, 'person', 'people'),
  whoAmI: (name, role) => `${name}, ${role.toLowerCase()}`,
  roles: { moderator: 'Moderator', clerk: 'Clerk', supervisor: 'Supervisor' },
  trouble: {
    unreachable:
      'The server cannot be reached; nothing was sent. Check the network, then press again.',
    unanswered: 'No answer came. See how things stand, and press again if needed.',
  },
  barred: {
    moderator: 'You are the moderator: the number that a draw needs is a supervisor’s to keep.',
    supervisor:
      'You are a supervisor: you see everything and change nothing; for some draws you keep a number.',
    clerk: 'You are a clerk: the moderator runs the stage; rosters, agenda and desk are yours.',
    offline:
      'The connection is gone and is being restored. This is how things stood; you can act once it is back.',
  },
  reason: {
    label: 'Reason',
    hint: 'It goes into the record for good: nothing private, please.',
    hintPerson: 'It goes into the record, and is erased with the personal data.',
    missing: 'Give a reason',
  },
  kinds: kindNames.en,
  usualTitles: usualTitles.en,
  purposes: purposeNames.en,
  drawTitles: drawTitles.en,
  joined: (kind, about) => `${kind}: ${about}`,
  sources: {
    dice10: '20 ten-sided dice',
    dice6: '26 six-sided dice',
    phones: 'A word from each phone',
    drand: 'Public beacon drand',
    salt: 'Sealed number of the server',
    kept: 'Number kept by a supervisor',
  },
  disclosures: {
    live: 'Shown live',
    hidden: 'Hidden until the reveal',
    progress: 'Counts only',
  },
  disclosuresShort: { live: 'Live', hidden: 'Hidden', progress: 'Counts only' },
  copy: { copy: 'Copy', done: 'Copied.', byHand: 'Selected: press Ctrl+C to copy.' },
  number: {
    whole: 'A whole number, such as 12',
    decimal: 'A number, such as 12 or 12.5',
    range: (least, most) => `From ${least} to ${most}`,
  },
  rows: {
    up: (what) => `Move up: ${what}`,
    down: (what) => `Move down: ${what}`,
    remove: (what) => `Remove: ${what}`,
    removeShort: 'Remove',
  },
  ...start,
  ...setup,
  ...stage,
  ...record,
  acts: acts.en,
};
