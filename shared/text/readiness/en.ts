// The readiness list and the rehearsal step in English.
import { schemeText } from '../scheme.ts';
import type { DrawPurpose } from '../../meeting/agenda/item.ts';
import type { AgendaFlaw } from '../../views/slices/readiness-lines.ts';
import { bandsText } from '../bands.ts';
import { drawText } from '../draw.ts';
import { noLiveText } from '../no-live.ts';
import { purposeNames } from '../purposes.ts';
import { plural } from '../en-words.ts';
import type { Lines } from './words.ts';
import type { ReadinessText } from './zh.ts';

const enFlaw = (flaw: AgendaFlaw): string => {
  switch (flaw.kind) {
    case 'no-check-in':
      return 'there is no check-in';
    case 'no-scoring':
      return 'there is no draw of presenters, no scoring and no written round';
    case 'no-board':
      return 'there are no standings';
    case 'no-subject':
      return `${plural(flaw.items, 'item names', 'items name')} a unit that no longer takes part: change or skip ${flaw.items === 1 ? 'it' : 'them'}`;
    case 'no-sheet':
      return `${plural(flaw.items, 'item uses', 'items use')} a sheet that does not exist`;
    case 'not-live':
      return `${plural(flaw.items, 'item is', 'items are')} to be shown live, but ${noLiveText.en(flaw.why)}: hidden until the reveal instead`;
    case 'ring-not-planned':
      return 'a mutual review goes by a drawn order, and no draw of it comes before';
    case 'ring-too-few':
      return `${flaw.name} has only ${plural(flaw.units, 'unit')}: each must rate fewer than that`;
    case 'stays-closed':
      return `in the mutual review${flaw.name === null ? '' : ` of ${flaw.name}`} each gets ${plural(flaw.ballots, 'ballot')}, fewer than the ${flaw.floor} that secrecy asks for: no score will be shown`;
    case 'draw-too-large':
      return `${draws(flaw)} takes ${flaw.take}, but only ${flaw.of} can be drawn`;
    case 'cell-too-small':
      return `${draws(flaw)} takes ${flaw.take} of “${flaw.cell}”, where only ${flaw.of} can be drawn`;
    case 'band-too-small':
      return `${draws(flaw)} takes ${flaw.take} of “${bandsText.en.name(flaw.band)}”, where only ${flaw.of} can be drawn`;
    case 'minima-too-large':
      return `the minima of ${attributeEn(flaw.cell)} in ${draws(flaw)} add up to ${flaw.of}, more than the ${flaw.take} that it takes`;
    case 'maxima-too-small':
      return `the maxima of ${attributeEn(flaw.cell)} in ${draws(flaw)} add up to ${flaw.of}, fewer than the ${flaw.take} that it takes`;
    case 'cell-gone':
      return `${draws(flaw)} takes ${flaw.take} of a group or category that the roster no longer has: set its numbers anew`;
  }
};

const attributeEn = (name: string): string => (name === 'group' ? 'the groups' : `“${name}”`);

const draws = ({ purpose }: { readonly purpose: DrawPurpose }): string =>
  `the draw “${purposeNames.en[purpose]}”`;

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const lines: Lines = {
  units: {
    name: 'Units',
    fact: ({ units, categories }) => `${units}, ${plural(categories, 'category', 'categories')}`,
    say: ({ state }) => (state === 'todo' ? 'Import the list of units.' : ''),
  },
  reviewers: {
    name: 'Reviewers',
    fact: ({ reviewers, groups }) => `${reviewers}, ${plural(groups, 'group')}`,
    say: ({ state, recusals }) =>
      state === 'todo' ? 'Import the list of reviewers.' : `${recusals} with recusals.`,
  },
  weights: {
    name: 'Group weights',
    fact: ({ weights }) =>
      weights.length === 0 ? 'None yet' : weights.map(({ weight }) => weight).join(' : '),
    say: ({ state, equal, weights }) =>
      state === 'todo'
        ? 'Groups come with the list of reviewers.'
        : equal
          ? 'All groups weigh the same. That is fine if intended.'
          : `${weights.map(({ name }) => name).join(', ')}.`,
  },
  sheet: {
    name: 'Sheet',
    fact: ({ criteria, total }) =>
      `${plural(criteria, 'criterion', 'criteria')}, ${plural(total, 'point')}`,
    say: ({ state, total }) =>
      state === 'todo'
        ? 'Make a sheet.'
        : state === 'warn'
          ? `The maxima add up to ${total}, not 100. Scores are out of 100, so they differ from the sum on the phone.`
          : total === 100
            ? ''
            : 'Scores are brought to 100.',
  },
  scheme: {
    name: 'Scheme',
    fact: ({ rules }) => (rules === null ? 'None yet' : schemeText.en.brief(rules)),
    say: ({ state, rules, small, vacant }) =>
      state === 'todo' || rules === null
        ? 'Choose how scores are computed.'
        : [
            vacant.length > 0 ? schemeText.en.hint({ kind: 'nobody-sits', names: vacant }) : '',
            small.length === 0
              ? ''
              : rules.belowFloor === 'empty'
                ? schemeText.en.hint({ kind: 'never-counts', names: small })
                : `${small.join(', ')}: too few seats for the secrecy floor of ${rules.floor}, so no means are shown. Add seats, or lower the secrecy floor openly.`,
          ]
            .filter((part) => part !== '')
            .join(' '),
  },
  agenda: {
    name: 'Agenda',
    fact: ({ items }) => plural(items, 'item'),
    say: ({ state, flaws }) =>
      state === 'todo'
        ? 'Make the agenda.'
        : flaws.length === 0
          ? ''
          : sentence(flaws.map(enFlaw).join('; ')),
  },
  'unit-seats': {
    name: 'Seats of units',
    fact: ({ seats }) => (seats === 0 ? 'No seats yet' : plural(seats, 'unit')),
    say: ({ seats, without, lacking }) =>
      seats === 0
        ? 'Units are to rate each other: give them seats, then tickets.'
        : lacking > 0
          ? `${plural(lacking, 'unit')} without a ticket: print them.`
          : without > 0
            ? `${plural(without, 'unit')} without a seat will not rate.`
            : '',
  },
  panel: {
    name: 'Panel',
    fact: ({ seats, drawn }) =>
      seats > 0 ? plural(seats, 'seat') : drawn === null ? 'No seats yet' : 'Drawn at the meeting',
    say: ({ state, seats, drawn, pool }) =>
      state === 'todo'
        ? drawn === null
          ? 'Put a draw of the panel on the agenda, or fill the seats here.'
          : `The meeting draws ${plural(drawn, 'seat')}. Import the reviewers first.`
        : seats === 0 && drawn !== null
          ? `${plural(drawn, 'seat')} from a pool of ${pool}.`
          : '',
  },
  reserve: {
    name: 'Reserve',
    fact: ({ reserve, byHand }) => (byHand ? 'None' : plural(reserve, 'person', 'people')),
    say: ({ byHand, state }) =>
      byHand
        ? 'The seats were not drawn, so nobody can step in for the absent.'
        : state === 'todo'
          ? 'Known once the reviewers are imported.'
          : state === 'done'
            ? 'Whoever is absent is replaced from the same group. Ask the reserve to come.'
            : 'Nobody is left in the pool to step in for the absent.',
  },
  tickets: {
    name: 'Tickets',
    fact: ({ issued }) => (issued === 0 ? 'Not printed yet' : `${issued} issued`),
    say: ({ state, lacking, issued, rehearsal }) =>
      state === 'done'
        ? ''
        : rehearsal
          ? 'Simulated phones bring their own. To try real phones, print a few.'
          : issued === 0
            ? 'Print them: before a draw, one for everybody in the pool.'
            : `${plural(lacking, 'person has', 'people have')} none: print theirs.`,
  },
  address: {
    name: 'Address',
    fact: ({ now }) => now,
    say: ({ standing, printed, rehearsal }) => {
      switch (standing) {
        case 'gone':
          return `The tickets lead to ${printed ?? ''}, which phones cannot reach now. Point --public-url back to it, or print again.`;
        case 'local':
          if (rehearsal)
            return 'Only this machine can open it: enough for simulated phones, not for real ones.';
          return 'Only this machine can open it. Connect it to the hall’s network, or set --public-url, before you print.';
        case 'reachable':
          return `The tickets lead to ${printed ?? ''}, which this machine answers as well.`;
        case 'same':
          return 'The one printed on the tickets.';
        case 'unprinted':
          return 'Before you print, open it once with a phone in the hall.';
      }
    },
  },
  screen: {
    name: 'Screen',
    fact: ({ screens }) => (screens === 0 ? 'None connected' : `${screens} connected`),
    say: ({ screens, dozing }) =>
      screens === 0
        ? 'Open the screen page on the projector’s machine, press F, and click once so that the bell can ring.'
        : dozing === 0
          ? 'Look at it from the last row. While the page is open, that machine stays awake.'
          : `${screens === 1 ? 'The projector’s machine' : plural(dozing, 'machine')} may go dark: the page cannot prevent it. In that machine’s settings, set display and sleep to “Never”.`,
  },
  tablets: {
    name: 'Desk tablets',
    fact: ({ tablets }) => `${tablets} connected`,
    say: ({ tablets, dozing }) =>
      dozing === 0
        ? 'While the page is open, the tablet stays awake.'
        : `${tablets === 1 ? 'The tablet' : plural(dozing, 'tablet')} may lock itself: the page cannot prevent it. In the tablet’s settings, set auto-lock to “Never”.`,
  },
  phone: {
    name: 'Phones',
    fact: ({ tried }) => (tried === 0 ? 'Not tried yet' : `${tried} came in`),
    say: ({ tried, rehearsal }) =>
      tried > 0
        ? ''
        : rehearsal
          ? 'Run the simulated phones, or scan a ticket with your own.'
          : 'Print a rehearsal ticket, scan it with your own phone and look around. A simulated phone does not count.',
  },
  dice: {
    name: 'Dice',
    fact: ({ dice10, dice6 }) => `For ${plural(dice10 + dice6, 'draw')}`,
    say: ({ dice10, dice6 }) =>
      sentence(
        [
          dice10 > 0 ? 'bring twenty ten-sided dice, or one to throw twenty times' : '',
          dice6 > 0 ? 'bring twenty-six six-sided dice, or one to throw twenty-six times' : '',
        ]
          .filter((part) => part !== '')
          .join('; '),
      ),
  },
  assurance: {
    name: 'Assurance of draws',
    fact: (line) =>
      (['public', 'participants', 'operator'] as const)
        .flatMap((one) => (line[one] > 0 ? [`${drawText.en.assurances[one]}: ${line[one]}`] : []))
        .join(', '),
    say: ({ operator }) =>
      operator > 0
        ? 'An assurance of “operator” convinces only those who trust the organiser. To convince others, add dice in the agenda, or words from phones with a number that a supervisor keeps.'
        : '',
  },
  clock: {
    name: 'Time',
    fact: ({ zone }) => zone,
    say: ({ ahead }) =>
      ahead === 0
        ? 'Compare the clock at the top right with the one in the hall.'
        : `The time at the top right is ${Math.abs(ahead)} min ${ahead > 0 ? 'behind' : 'ahead of'} this machine’s clock, which was set, or the machine slept. Countdowns are not affected. If the clock is right, restart Kleroterion while no countdown runs.`,
  },
  secondStaff: {
    name: 'Second member of staff',
    fact: ({ staff }) => `${staff} can act`,
    say: ({ state }) =>
      state === 'done'
        ? 'One enters a paper ballot, another confirms it.'
        : 'Paper ballots need two: one enters, another confirms.',
  },
  supervisor: {
    name: 'Supervisor',
    fact: ({ supervisors }) => (supervisors === 0 ? 'None' : String(supervisors)),
    say: ({ state, keeps }) =>
      keeps > 0
        ? `${plural(keeps, 'draw needs', 'draws need')} a supervisor to keep a number on a device other than the server.`
        : state === 'done'
          ? ''
          : 'You may invite one, who sees every step and changes nothing.',
  },
  backup: {
    name: 'Backup',
    fact: ({ standing }) =>
      ({ off: 'Off', fresh: 'Up to date', late: 'Behind', failed: 'Cannot be written' })[standing],
    say: ({ standing, folder }) =>
      ({
        off: 'If this machine breaks, all is lost. Give a folder with --backup, best on another disk.',
        fresh: `In ${folder ?? ''}, at most a few seconds behind.`,
        late: `The copy in ${folder ?? ''} falls behind. See whether that disk is too slow.`,
        failed: `${folder ?? ''} cannot be written. The server’s window says why.`,
      })[standing],
  },
  disk: {
    name: 'Disk',
    fact: ({ gigabytes, gone }) =>
      gone
        ? 'Data folder gone'
        : gigabytes === null
          ? 'Not known'
          : gigabytes === 0
            ? 'Less than 1 GB'
            : `${gigabytes} GB free`,
    say: ({ state, gone }) =>
      gone
        ? 'Nothing is saved now. Put the data folder back where it was on the server.'
        : state === 'warn'
          ? 'On a full disk no ballot can be stored. Make room.'
          : '',
  },
  retention: {
    name: 'Personal data',
    fact: ({ until, erased }) => (erased ? 'Erased' : `Kept until ${until}`),
    say: ({ erased, overdue }) =>
      erased
        ? 'Only IDs are left.'
        : overdue
          ? 'That day is over: erase the names under “The meeting”, or set a later day there.'
          : 'Names can be erased after that day; the record can still be checked.',
  },
  rehearsal: {
    name: 'Rehearsal',
    fact: ({ rehearsals, held }) =>
      held ? 'Held' : rehearsals.length === 0 ? 'None yet' : 'Made, not held',
    say: ({ rehearsals, held }) =>
      held
        ? ''
        : rehearsals.length === 0
          ? 'Make one and walk through it with simulated phones.'
          : 'Open it and score at least one unit.',
  },
};

export const en: ReadinessText = {
  title: (ready, of) => `${ready} of ${of} ready`,
  allReady: 'All is ready: the doors can open',
  allReadyRehearsal: 'All is ready: the rehearsal can begin',
  states: {
    done: 'Ready',
    todo: 'Not yet',
    warn: 'Look at this',
    optional: 'For your information',
  },
  parts: { lists: 'Lists and rules', panel: 'Panel', hall: 'The hall', safety: 'Safety' },
  open: 'Open',
  openScreen: 'Open screen',
  openStep: (name) => `Open: ${name}`,
  lines,
  rehearsal: {
    place: 'Rehearsal',
    lead: 'A rehearsal is a copy: the same lists, sheet, scheme and agenda, and results that do not count. Every page of it says so.',
    make: 'Rehearse',
    again: 'Make another one',
    moderatorOnly:
      'The moderator makes rehearsals. Ask for one: “Rehearse” on this page. Then you can open it too.',
    full: 'Three at most: delete one first',
    made: 'Rehearsals of this meeting',
    row: (when, held) => `Made ${when}, ${held ? 'held' : 'not held yet'}`,
    open: 'Open',
    openOne: (code) => `Open rehearsal ${code}`,
    delete: 'Delete',
    deleteOne: (code) => `Delete rehearsal ${code}`,
    deleteAsk: (code) => `Delete rehearsal ${code}?`,
    deleteMeans:
      'Its lists, ballots and copies are removed for good, and open pages say so. The real meeting stays as it is.',
    deleteThis: 'Delete this rehearsal',
    what: [
      'Walk through the copy: check-in, draws, presentations, scoring, reveals, standings.',
      'Scan one of its tickets with your own phone and see the scoring page.',
      'Simulated phones follow you, and report at the end: lost ballots, and how long people waited.',
    ],
    isOne: 'This is the rehearsal',
    command: 'Command',
    commandHint:
      'The 60 at the end is the number of phones: change it as you like. Ctrl+C ends it and shows the report.',
    walk: 'Walk through it',
    walkHint:
      'On the stage, press the next step again and again; scoring one unit counts as held. To try your own phone, issue a ticket to one member of the panel and scan it from the screen.',
    toStage: 'Go to the stage and begin',
    ownPhone: 'A ticket for your own phone',
  },
};
