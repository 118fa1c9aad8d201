// What each route of /api is for, in one sentence, for the OpenAPI description. A test compares it with the routes there are.

export const TAGS = {
  staff: 'Accounts and sessions of staff',
  meetings: 'Meetings of this server',
  panel: 'Panel members’ phones come in',
  rosters: 'Units and reviewers from files',
  control: 'Commands and tickets',
  public: 'What anyone may fetch',
} as const;

export interface RouteDoc {
  readonly tag: keyof typeof TAGS;
  readonly summary: string;
  /** What comes when it worked. */
  readonly answer: string;
  /** Of the answer; JSON where it is absent. */
  readonly type?: string;
  /** Whose cookie it takes; absent where it takes none. */
  readonly access?: 'staff' | 'seat';
  /** Why it does not know who asks, where it takes no cookie. */
  readonly unknown?: string;
  /** It works on a meeting in its path or names one. */
  readonly meeting?: true;
}

/** Keyed by method and pattern. */
export const ROUTE_DOCS: Readonly<Record<string, RouteDoc>> = {
  'POST /api/reach': {
    tag: 'public',
    summary: 'Tells whether pages that are opened at this address can do anything.',
    answer: 'They can; else foreign-origin says which addresses to open.',
  },
  'GET /api/staff': {
    tag: 'staff',
    summary: 'Tells who is logged in and until when, and whether the server still has no account.',
    answer: 'The member of staff behind the cookie and the session’s times, or null and why.',
  },
  'POST /api/staff/stay': {
    tag: 'staff',
    summary: 'Says that somebody is there: the session lasts on.',
    answer: 'When the session ends if it is not used, and at the latest.',
    access: 'staff',
  },
  'POST /api/staff/accept': {
    tag: 'staff',
    summary: 'Makes an account from a one-time link and logs it in.',
    answer: 'The new account; its session is set as a cookie.',
  },
  'POST /api/staff/login': {
    tag: 'staff',
    summary: 'Logs in by name and passphrase.',
    answer: 'The account; its session is set as a cookie.',
    unknown:
      'Name or passphrase is wrong (wrong-passphrase), or the account was shut (account-shut).',
  },
  'POST /api/staff/logout': {
    tag: 'staff',
    summary: 'Ends the session.',
    answer: 'The session has ended, or there was none.',
    access: 'staff',
  },
  'POST /api/staff/invite': {
    tag: 'staff',
    summary: 'Makes a one-time link to an account, good for a day.',
    answer: 'The link; it is shown this once.',
    access: 'staff',
  },
  'GET /api/staff/accounts': {
    tag: 'staff',
    summary: 'Lists the accounts.',
    answer: 'Name and role of each, and whether it is shut.',
    access: 'staff',
  },
  'POST /api/staff/shut': {
    tag: 'staff',
    summary: 'Shuts an account and ends its sessions; one’s own is refused.',
    answer: 'It is shut.',
    access: 'staff',
  },
  'GET /api/meetings': {
    tag: 'meetings',
    summary: 'Lists the meetings.',
    answer: 'Code and title of each.',
  },
  'POST /api/meetings': {
    tag: 'meetings',
    summary: 'Makes a meeting.',
    answer: 'The new meeting’s code.',
    access: 'staff',
  },
  'GET /api/m/:code/minutes': {
    tag: 'meetings',
    summary: 'Gives what a meeting came to, for the minutes that staff print and sign.',
    answer: 'The minutes.',
    access: 'staff',
    meeting: true,
  },
  'POST /api/m/:code/claim': {
    tag: 'panel',
    summary: 'Exchanges a ticket’s secret or its typed code for a session of its seat.',
    answer: 'Name and group to greet by; the session is set as a cookie.',
    meeting: true,
  },
  'POST /api/m/:code/release': {
    tag: 'panel',
    summary: 'Lets go of the seat: this is not me.',
    answer: 'The device speaks for no seat any more.',
    access: 'seat',
    meeting: true,
  },
  'GET /api/m/:code/join.svg': {
    tag: 'panel',
    summary: 'Draws the QR code of the page where panel members come in.',
    answer: 'The QR code.',
    type: 'image/svg+xml',
    meeting: true,
  },
  'POST /api/m/:code/import/subjects': {
    tag: 'rosters',
    summary: 'Reads a file of units, shows what is in it, and stores it when asked to.',
    answer:
      'What was read; or every problem with its row, column and remedy, and nothing is stored.',
    access: 'staff',
    meeting: true,
  },
  'POST /api/m/:code/import/reviewers': {
    tag: 'rosters',
    summary: 'Reads a file of reviewers, shows what is in it, and stores it when asked to.',
    answer:
      'What was read; or every problem with its row, column and remedy, and nothing is stored.',
    access: 'staff',
    meeting: true,
  },
  'GET /api/roster-template/:file': {
    tag: 'rosters',
    summary: 'Gives an empty spreadsheet to fill in.',
    answer: 'The spreadsheet.',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  'POST /api/m/:code/command': {
    tag: 'control',
    summary: 'Carries out a command of staff, as the console gives it.',
    answer: 'It is done and on disk.',
    access: 'staff',
    meeting: true,
  },
  'POST /api/m/:code/tickets': {
    tag: 'control',
    summary: 'Issues new tickets; earlier ones of the same reviewers end.',
    answer: 'The tickets with their secrets, which are shown this once.',
    access: 'staff',
    meeting: true,
  },
  'POST /api/m/:code/rehearsal': {
    tag: 'meetings',
    summary: 'Copies a meeting’s lists and settings into a rehearsal.',
    answer: 'The rehearsal’s code.',
    access: 'staff',
    meeting: true,
  },
  'POST /api/m/:code/delete': {
    tag: 'meetings',
    summary: 'Deletes a rehearsal with its copy and its documents; a meeting is refused.',
    answer: 'Nothing but that it is gone.',
    access: 'staff',
    meeting: true,
  },
  'GET /api/m/:code/rehearsal-link': {
    tag: 'control',
    summary: 'Gives the address with which simulated phones join a rehearsal.',
    answer: 'The address with its key; only for a rehearsal.',
    access: 'staff',
    meeting: true,
  },
  'POST /api/m/:code/rehearsal-tickets': {
    tag: 'control',
    summary: 'Issues tickets for simulated phones, in exchange for a rehearsal’s key.',
    answer: 'Reviewers and secrets; only for a rehearsal.',
    meeting: true,
  },
  'POST /api/fault': {
    tag: 'public',
    summary:
      'Takes a page’s report of an exception: where it was and of what kind, nothing that anybody wrote.',
    answer: 'It was counted; beyond sixty reports a minute none is.',
  },
  'GET /api/m/:code/snapshot': {
    tag: 'public',
    summary: 'Gives all that viewers may see, with an ETag.',
    answer: 'The public view.',
    meeting: true,
  },
  'GET /api/m/:code/draws/:draw': {
    tag: 'public',
    summary: 'Gives a draw’s lock, and with its last shown name entropy and result.',
    answer: 'The draw as it may be recomputed by now.',
    meeting: true,
  },
  'GET /api/m/:code/draws/:draw/lock.svg': {
    tag: 'public',
    summary: 'Draws the QR code that keeps a lock’s 64 digits.',
    answer: 'The QR code.',
    type: 'image/svg+xml',
    meeting: true,
  },
  'POST /api/m/:code/subjects/:subject/documents': {
    tag: 'control',
    summary: 'Attaches a report to a unit; the body is the file, its name stands in the query.',
    answer: 'The document as it is listed; it is on disk.',
    access: 'staff',
    meeting: true,
  },
  'POST /api/m/:code/subjects/:subject/documents/again': {
    tag: 'control',
    summary: 'Attaches a report again whose file the server has: takes a removal back.',
    answer: 'The document as it is listed.',
    access: 'staff',
    meeting: true,
  },
  'GET /api/m/:code/documents/:hash': {
    tag: 'public',
    summary: 'Gives a report that is attached to a unit now, whole or a range of it.',
    answer: 'The file, in the type that its content was found to have.',
    type: 'application/pdf',
    meeting: true,
  },
  'GET /api/openapi.json': {
    tag: 'public',
    summary: 'Gives this description.',
    answer: 'An OpenAPI 3.1 document.',
  },
};
