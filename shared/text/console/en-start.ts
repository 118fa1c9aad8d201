// The console's log-in, its list of meetings and its accounts, in English.
import { plural } from '../en-words.ts';
import type { start as zh } from './zh-start.ts';

export const start: typeof zh = {
  login: {
    acceptTitle: 'Join the staff',
    acceptLead: 'Enter your name and choose a passphrase. You will log in with them.',
    name: 'Name',
    nameHint: 'It is recorded with every step you take.',
    nameMissing: 'Enter your name',
    passphrase: 'Passphrase',
    passphraseHint:
      'At least 15 letters, or 8 Chinese characters. A sentence only you know is easiest.',
    passphraseShort: (letters) => `${plural(letters, 'more letter')} needed`,
    passphraseEnough: 'Strong enough',
    show: 'Show passphrase',
    hide: 'Hide passphrase',
    accept: 'Join',
    alreadyIn: (name) => `This computer is logged in as ${name}. Joining replaces that.`,
    stay: (name) => `Go on as ${name}`,
    toLogIn: 'I have joined before: log in',
    freshTitle: 'No staff yet',
    fresh:
      'The server’s window shows a link for the first login, good for one use. Open it on this computer.',
    logInTitle: 'Log in to the console',
    logIn: 'Log in',
    bothMissing: 'Enter name and passphrase',
    noPassphrase: {
      before:
        'Not joined yet, or passphrase forgotten? Ask the moderator for a link. A moderator who forgot it restarts the server with',
      after: '.',
    },
  },
  session: {
    unused: (time) => `Nothing was done here for a while: you will be logged out at ${time}.`,
    stay: 'Stay logged in',
    last: (time) =>
      `A login lasts a week, and yours ends at ${time}. Log in again when there is a quiet moment.`,
    enterNow: 'Log in again',
    later: 'Later',
    keptNow: 'What is typed on the page stays.',
    overTitle: 'Please log in again',
    over: 'Your login has ended: it was unused for too long, a week has passed, or you logged out elsewhere.',
    kept: 'What you typed on the page is still there. If something you pressed was not done, press it again once logged in.',
    otherTitle: (who) => `Now logged in: ${who}`,
    other: (before, now) =>
      `Before, it was ${before}. What is typed on the page and not saved is from then; saved now, it is recorded under ${now}.`,
    goOn: (name) => `Go on as ${name}`,
  },
  home: {
    meetings: 'Meetings',
    noMeetings: 'No meeting yet. Create one.',
    noneYet: 'No meeting yet. Once the moderator has made one, it appears here.',
    unopened: (code) =>
      `${code}: its data file could not be opened and was left as it is. The server’s window says why, and what to do.`,
    create: 'New meeting',
    fromSheets:
      'Start from spreadsheets: give it a title, then import the units and the reviewers.',
    example: 'Open the example meeting',
    exampleLead:
      'To look around first: the example meeting has 77 units, 300 reviewers and an agenda to walk through at once. It is a rehearsal: results do not count.',
    askModerator: 'Ask the moderator for a new one',
    moderatorMakes:
      'The moderator makes meetings, the example meeting and rehearsals, and adds staff.',
    title: 'Title',
    titleHint: 'Shown on the screen and on phones.',
    titleMissing: 'Enter a title',
    zone: 'Time zone',
    zoneHint: 'All times are shown in this zone.',
    language: 'Language of the meeting',
    languages: { zh: '中文', en: 'English' },
  },
  invite: {
    title: 'Add staff',
    role: 'Role',
    may: {
      moderator: 'Runs the meeting and may do everything else.',
      clerk: 'Rosters, agenda, tickets and the desk.',
      supervisor: 'Sees every step, changes nothing; keeps a number for draws that ask for it.',
    },
    make: 'Make a link',
    linkFor: (role) => `Link (${role.toLowerCase()})`,
    once: 'Good for one use. Hand it over in person or send it safely.',
    moderatorOnly: 'The moderator adds staff.',
  },
  accounts: {
    title: 'Staff',
    you: 'you',
    shut: 'Disable',
    shutFor: (name: string) => `Disable ${name}’s account`,
    isShut: 'disabled',
    shutMeans:
      'A disabled account is logged out at once and cannot log in again; what it did stays on record. To bring a person back, make a new link. With a moderator’s account, links that nobody has used yet end too.',
  },
};
