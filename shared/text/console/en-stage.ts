// The console's stage, step by step, in English.
import { drawText } from '../draw.ts';
import { drawMeanings } from '../purposes.ts';
import { lasts, ordinal, plural } from '../en-words.ts';
import type { stage as zh } from './zh-stage.ts';

export const stage: typeof zh = {
  stage: {
    agenda: 'Agenda',
    openAgenda: 'Show the agenda',
    closeAgenda: 'Close the agenda',
    people: 'People',
    openPeople: 'People and desk',
    closePeople: 'Close people',
    noAgenda: 'No agenda yet. Make one under Setup.',
    position: (n, of) => `${n} / ${of}`,
    turns: (n) => plural(n, 'unit'),
    turnParts: 'presents, scored',
    states: { empty: 'to come', now: 'now', done: 'done', waiting: 'not finished' },
    isHere: 'This is the present item.',
    jump: (kind) => `Go to: ${kind}`,
    onScreen: 'On the screen now',
    openScreen: 'Open the screen',
    comingRound: (unit) => `Scored next: ${unit}`,
    previous: 'Previous item',
    pageBefore: 'Page before',
    previousVoids: 'Again: leave, and the draw is void',
    leavingVoids:
      'Leaving before it is drawn voids this draw by itself, on record; to draw here again then takes dice.',
    noPrevious: 'This is the first',
    voidDraw: 'Void this draw',
    voidMeans: {
      same: 'This draw has no result any more; its record stays. It can be locked again.',
      unsalted:
        'This draw has no result any more; its record stays. It can be locked again, without the sealed number; the other sources stay.',
      dice: 'This draw has no result any more; its record stays. To draw again, dice take the place of the sealed number; the next step offers them.',
    },
    reopen: 'Reopen the round',
    reopenMeans:
      'The panel can go on; ballots already cast stay. Only before the first group is revealed.',
    repeat: 'Repeat the round',
    repeatMeans: 'This result is kept and no longer counts; everyone scores again.',
  },
  next: {
    label: 'Next step',
    cannotUndo: 'It cannot be undone.',
    keyBefore: 'Press',
    keyOnce: 'once',
    keyTwice: 'twice',
    within: 'Again within 3 seconds',
    undo: {
      enter: 'PageUp goes back.',
      'keep-salt': '',
      'open-salt': '',
      'add-dice': 'It can be undone.',
      'lock-draw': '',
      'close-words': '',
      'draw-at-once': 'Once drawn it cannot be undone.',
      'read-entropy': '',
      'show-name': 'The result is fixed already.',
      'show-group': 'The result is fixed already.',
      'start-countdown': 'You can pause and add time.',
      'open-round': 'Can be undone before the first ballot.',
      'close-round': '',
      'show-groups': 'The result is sealed already.',
      'reveal-round': 'The result is sealed already.',
      'show-row': 'Once shown it stays shown.',
      'turn-page': 'PageUp turns back.',
      'show-move': '',
      finished: '',
    },
    acts: {
      enter: {
        title: ({ item, itemUnit, started }) =>
          `${started ? '' : 'Start: '}${item}${itemUnit === '' ? '' : `, ${itemUnit}`}`,
        button: 'Enter',
        after: ({ n, items, beside, owed, locks }) =>
          owed > 0
            ? `${owed === 1 ? '1 item is' : `${owed} items are`} not done yet: back to item ${n}.`
            : `Item ${n} of ${items}. Screen and phones follow.${beside ? ' The written round stays open.' : ''}${locks ? ' The list is locked with it; one more press draws the name.' : ''}`,
      },
      'keep-salt': {
        title: () => 'Wait for a supervisor’s number',
        button: 'Lock the draw',
        after: ({ assurance }) =>
          `Let a supervisor log in on a device of their own and press “Keep a number” under Stage; then it can be locked. ${assurance}`,
      },
      'open-salt': {
        title: () => 'Wait for the number to be opened',
        button: 'Fix the result',
        after: ({ keeper }) =>
          `The list of words is on screen. ${keeper} opens the number on their device; the result is fixed then, and names are shown after it. If the device is dead and the number was not noted down, void the draw and use dice.`,
      },
      'add-dice': {
        title: () => 'Add dice',
        button: 'Add dice',
        after: ({ phones }) =>
          `After a void draw the sealed number may not be used${phones ? ', and words from phones alone fix no result' : ''}. Add dice, then lock.`,
      },
      'lock-draw': {
        title: () => 'Lock the draw',
        button: 'Lock the draw',
        after: ({ pool, take, people, assurance }) =>
          `${take} of ${people ? plural(pool, 'person', 'people') : plural(pool, 'unit')}. List and rule are frozen and the lock goes on screen; only then do the sources of chance come. ${assurance}`,
      },
      'close-words': {
        title: ({ owed, of }) => `Close the words, ${of - owed} of ${of} in`,
        button: 'Close the words',
        after: ({ owed }) =>
          `${owed === 0 ? 'All who were waited for have sent one.' : `${owed} ${owed === 1 ? 'has' : 'have'} not sent one, which does not affect the draw.`} The list goes on screen and nobody can change it.`,
      },
      'draw-at-once': {
        title: ({ of, owed }) =>
          of > 0 ? `Draw who asks, words in: ${of - owed} / ${of}` : 'Draw who asks',
        button: 'Draw the name',
        after: ({ pool, of }) =>
          `The list is locked: 1 of ${pool} is drawn.${of > 0 ? ' This closes the words.' : ''} The name goes on screen at once, and to the phone that is drawn.`,
      },
      'read-entropy': {
        title: ({ dice }) => (dice ? 'Enter the dice' : 'Open the sealed number'),
        button: 'Fix the result',
        after: ({ dice }) =>
          dice
            ? 'Type each digit as it is read; the screen follows. When both readings agree on all, the result is fixed.'
            : 'The result is fixed then, and names are shown after it.',
      },
      'show-name': {
        title: ({ owed, of }) => `Show name ${of - owed + 1}`,
        button: 'Show',
        after: ({ owed, of, every }) =>
          `${of - owed} of ${of} shown.${
            every === 0
              ? ''
              : owed === of
                ? ` The others follow by themselves, one every ${every} s.`
                : ` One comes by itself every ${every} s; the key brings it sooner.`
          }`,
      },
      'show-group': {
        title: ({ group, comes }) =>
          `Show ${group === '' ? 'the next group' : group}: ${plural(comes, 'name')}`,
        button: 'Show',
        after: ({ owed, of }) =>
          `They appear on screen one after another. ${of - owed} of ${of} shown.`,
      },
      'start-countdown': {
        title: ({ nowAbout, asker }) =>
          `Start the clock: ${asker === '' ? nowAbout : `the question of ${asker}`}`,
        button: 'Start the clock',
        after: ({ now, seconds, asker }) =>
          `${asker === '' ? now : 'The question'}: ${lasts(seconds)}. A bell rings at the end.`,
      },
      'open-round': {
        title: ({ unit, batch }) =>
          batch > 0 ? `Open the written round: ${plural(batch, 'unit')}` : `Open scoring: ${unit}`,
        button: 'Open scoring',
        after: ({ seconds, live, hides, batch }) =>
          batch > 0
            ? 'The sheets of all units appear on phones, to be filled in beside the other items and changed until the close. Once closed it can be reopened until the reveal.'
            : `The sheet appears on phones, ${lasts(seconds)}; ${live ? 'the total is shown live, and opened group by group after the close.' : hides === '' ? 'scores stay hidden until the reveal.' : `it cannot be shown live, as ${hides}. Scores stay hidden until the reveal.`} Once closed it can be reopened until the reveal.`,
      },
      'close-round': {
        title: ({ batch, papers }) =>
          `${batch > 0 ? 'Close the written round' : 'Close scoring'}${papers === 0 ? '' : `, leave out ${plural(papers, 'paper ballot')}`}`,
        button: 'Close scoring',
        after: ({ unit, owed, of, live, batch, papers }) =>
          `${papers === 0 ? '' : `${plural(papers, 'paper ballot')} still to be confirmed by a second person; closing now leaves ${papers === 1 ? 'it' : 'them'} out. `}${
            batch > 0
              ? `${owed === 0 ? `All ${plural(of, 'ballot')} are in` : `${owed} of ${plural(of, 'ballot')} ${owed === 1 ? 'is' : 'are'} still owed`}. No ballot is taken after it, and what is owed counts as missing; it can be reopened until the reveal.`
              : `${unit}: ${owed === 0 ? 'all ballots are in' : `${plural(owed, 'ballot is', 'ballots are')} still owed`}. No ballot is taken after it; ${live ? 'the total on screen stands still, ' : ''}the box’s root goes on screen, and it can be reopened until the reveal.`
          }`,
      },
      'show-groups': {
        title: ({ unit, owed, of }) =>
          of === 0
            ? `Reveal: ${unit}`
            : `Reveal on: ${unit}, ${of - owed} of ${plural(of, 'group')} out`,
        button: 'Reveal',
        after: ({ owed, of }) =>
          of === 0
            ? 'The groups appear one after another, the lightest first, and the score last; where no group may be shown alone, the score at once. From then on it cannot be reopened.'
            : `${plural(owed, 'group')} still to come, then the score.`,
      },
      'reveal-round': {
        title: ({ unit, batch }) =>
          batch > 0
            ? `Reveal the written round: ${plural(batch, 'unit')}`
            : `Reveal the score: ${unit}`,
        button: 'Reveal',
        after: ({ batch }) =>
          batch > 0
            ? 'The screen shows turnout and how scores are spread; the standings then show scores and places from the bottom up. Without standings on the agenda, scores come with the reveal.'
            : 'All groups are out. The score appears on screen, phones and watch pages.',
      },
      'show-row': {
        title: ({ place }) =>
          `Show ${['first', 'second', 'third'][place - 1] ?? ordinal(place)} place`,
        button: 'Show',
        after: ({ place, owed, of }) =>
          `From the bottom up, ${of - owed} of ${of} shown.${place <= 3 ? ' The first three have a picture each.' : ''}`,
      },
      'turn-page': {
        title: ({ page, category }) =>
          page === 'climb'
            ? 'Turn to the page after'
            : `Turn to ${page === 'podium' ? 'the first three' : 'the standings'}${category === '' ? '' : `: ${category}`}`,
        button: 'Turn',
        after: () => 'The screen stays on it until the next key.',
      },
      'show-move': {
        title: ({ unit }) => `Show ${unit} climb`,
        button: 'Show',
        after: () =>
          'The screen shows the standings so far; the unit climbs to its place, and then its rank is written.',
      },
      finished: {
        title: () => 'The agenda is done',
        button: '',
        after: () =>
          'Print the minutes and take the files. You can still add items, or go back to any item.',
      },
    },
  },
  draw: {
    means: drawMeanings.en,
    rule: 'How places are spread',
    rulesOfPeople: {
      simple: 'Not by group',
      proportional: 'In proportion',
      fixed: 'Fixed by group',
    },
    rulesOfUnits: {
      simple: 'Not by category',
      proportional: 'In proportion',
      fixed: 'Fixed by category',
    },
    ruleMeans: {
      simple: 'All have the same chance; how many of each kind are drawn is left to chance.',
      proportional:
        'All have the same chance and each kind gets its share; chance decides what rounding leaves over.',
      fixed: 'How many of each is set beforehand. Chances may differ, and the screen says so.',
    },
    noGroups: 'Import reviewers first, then there are groups.',
    noCategories: 'Import units first, then there are categories.',
    inRoster: (n) => `of ${n}`,
    onlyInRoster: (n) => `only ${n} there`,
    sum: (sum, take, cellsDo) =>
      sum === take
        ? cellsDo
          ? `${sum} in all, as it should be.`
          : `${sum} in all, but the roster does not have that many everywhere.`
        : sum < take
          ? `${sum} in all, ${take - sum} to go.`
          : `${sum} in all, ${sum - take} too many.`,
    dice: 'Dice',
    diceKinds: { dice10: '20 ten-sided', dice6: '26 six-sided', none: 'No dice' },
    also: 'Also',
    supervisorFirst: 'Wait for the supervisor',
    sealed: 'Sealed number',
    sealedBy: { salt: 'Kept by the server', kept: 'Kept by a supervisor’s device' },
    willBe: (assurance) =>
      `Assurance: ${drawText.en.assurances[assurance]}; ${drawText.en.assuranceWhy[assurance]}.`,
    ask: 'Draw who asks',
    askAgain: 'Draw another who asks',
    nextFor: (name) => `${name} cannot come: next in line`,
    nextForOne: 'Somebody cannot come: next in line',
    whoCannot: 'Who cannot come',
    nextMeans: (name) =>
      `Nothing is drawn again: the next in this draw’s reserve who can come takes the place of ${name}. Screen and viewers follow; ${name} keeps the seat.`,
  },
  dice: {
    lead: (n, six) =>
      `Throw ${n} ${six ? 'six' : 'ten'}-sided dice, read them from the left and type each digit as it is read; the screen follows. Then another person reads the dice again for the second reading.`,
    first: 'First reading',
    second: 'Second reading',
    of: (n, of) => `${n} / ${of} digits`,
    left: (n) => `${plural(n, 'digit')} missing`,
    surplus: (n) => `${plural(n, 'digit')} too many. Compare with the dice.`,
    stray: (place, character, six) =>
      `Digit ${place}, “${character}”, is on no die: ${six ? '1 to 6' : '0 to 9'} only. Correct it.`,
    wrong: 'Something must be corrected',
    differ: 'The readings differ',
    differAt: (places) =>
      `The readings differ at digit${places.includes(',') ? 's' : ''} ${places}. Let both people look at the dice again, and type below what they see.`,
    again: (place, which) =>
      `Digit ${place}, ${which === 'first' ? 'first reading' : 'second reading'}`,
    place: (place) => `Digit ${place}`,
    firstWhole:
      'The first reading is whole and no longer shown. Let another person read the dice again.',
    firstLeft: 'After the first reading',
    fill: 'No dice here: fill in random digits',
    fillHint: 'Only in a rehearsal.',
    comma: ', ',
  },
  pace: {
    label: 'How the names come',
    kinds: { name: 'One a key', group: 'A group a key', every: 'By themselves' },
    everyFew: (seconds) => `One every ${seconds} s, by itself`,
    every: 'One every',
    seconds: 'seconds',
    means: {
      name: 'Each press of the key shows one name.',
      group:
        'Each press shows a group: group by group where the draw has groups, else about ten names. Within it names appear one after another.',
      every:
        'One press shows the first name; the others follow at this interval. The key brings one sooner.',
    },
  },
  clock: {
    toClose: 'Closes in',
    left: (kind) => `${kind}: time left`,
    paused: 'paused',
    over: 'over time',
    more: (n) => `Add ${n} s`,
    pause: 'Pause',
    goOn: 'Go on',
  },
};
