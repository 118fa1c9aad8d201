// The console's door, its list of meetings and its accounts, in English.
import { plural } from '../en-words.ts';
import type { ConsoleText } from './zh.ts';

export const start: Pick<ConsoleText, 'door' | 'home' | 'invite' | 'accounts'> = {
  door: {
    acceptTitle: 'Join the staff',
    acceptLead: 'Enter your name and choose a passphrase. You will log in with them.',
    name: 'Name',
    nameHint: 'It is recorded with every step you take.',
    nameMissing: 'Enter your name',
    passphrase: 'Passphrase',
    passphraseHint: (n) => `At least ${n} characters. A sentence only you know is easiest.`,
    passphraseShort: (n) => `${plural(n, 'more character')} needed`,
    passphraseEnough: 'Long enough',
    show: 'Show passphrase',
    hide: 'Hide passphrase',
    accept: 'Join',
    linkUsed:
      'This link was used before or is too old. Ask for a new one; if you have joined already, log in.',
    alreadyIn: (name) => `This computer is logged in as ${name}. Joining replaces that.`,
    stay: (name) => `Go on as ${name}`,
    toLogIn: 'I have joined before: log in',
    freshTitle: 'No staff yet',
    fresh:
      'The server’s window shows a link for the first login, good for one use. Open it on this computer.',
    logInTitle: 'Log in to the console',
    logIn: 'Log in',
    wrong: 'Name or passphrase is wrong. Try again.',
    bothMissing: 'Enter name and passphrase',
    noPassphrase: {
      before:
        'Not joined yet, or passphrase forgotten? Ask the moderator for a link. A moderator who forgot it restarts the server with',
      after: '.',
    },
  },
  home: {
    meetings: 'Meetings',
    noMeetings: 'No meeting yet. Create one.',
    unopened: (code) =>
      `${code}: its data file could not be opened and was left as it is. The server’s window says why, and what to do.`,
    create: 'New meeting',
    fromSheets:
      'Start from spreadsheets: give it a title, then import the units and the reviewers.',
    example: 'Open the example meeting',
    exampleLead:
      'To look around first: the example meeting has 77 units, 300 reviewers and an agenda to walk through at once. It is a rehearsal: results do not count.',
    moderatorOnly: 'The moderator creates meetings',
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
    moderatorOnly: 'The moderator adds staff',
  },
  accounts: {
    title: 'Staff',
    you: 'you',
    shut: 'Shut',
    shutFor: (name: string) => `Shut ${name}’s account`,
    isShut: 'shut',
    shutMeans:
      'A shut account is logged out at once and cannot log in again; what it did stays on record. To bring a person back, make a new link. With a moderator’s account, links that nobody has used yet end too.',
  },
};
