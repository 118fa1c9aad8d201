// The console's stage, step by step, in English.
import { drawText } from '../draw.ts';
import { drawMeanings } from '../purposes.ts';
import { plural } from '../en-words.ts';
import { steps } from './en-steps.ts';
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
    jump: (kind) => `Go to: ${kind}`,
    onScreen: 'On the screen now',
    openScreen: 'Open the screen',
    comingRound: (unit) => `Scored next: ${unit}`,
    previous: 'Previous item',
    pageBefore: 'Previous page',
    previousVoids: 'Again: leave, and the draw is void',
    leavingVoids:
      'PageUp twice leads back to the item before. Leaving before it is drawn voids this draw by itself, on record; to draw here again then takes dice.',
    noPrevious: 'This is the first',
    voidDraw: 'Void this draw',
    voidMeans: {
      same: 'This draw no longer has a result; its record stays. It can be locked again.',
      unsalted:
        'This draw no longer has a result; its record stays. It can be locked again, without the sealed number; the other sources stay.',
      dice: 'This draw no longer has a result; its record stays. To draw again, dice take the place of the sealed number; the next step offers them.',
    },
    reopen: 'Reopen the round',
    reopenMeans:
      'The panel can go on; ballots already cast stay. Only before the first group is revealed.',
    repeat: 'Repeat the round',
    repeatMeans: 'This result is kept but no longer counts; everyone scores again.',
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
      'make-lots': 'They can be made anew until the lock.',
      'wait-lots': '',
      'throw-digit': 'Nothing can be voided after the first digit.',
      'lock-draw': '',
      'close-words': '',
      'draw-at-once': 'Once drawn it cannot be undone.',
      'read-beacon': '',
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
    acts: steps,
  },
  draw: {
    means: drawMeanings.en,
    rule: 'How places are allotted',
    rulesOfPeople: {
      simple: 'Not by group',
      proportional: 'In proportion',
      fixed: 'Fixed by group',
    },
    rulesOfPanels: {
      simple: 'Not by group',
      proportional: 'In proportion',
      fixed: 'Fixed by group',
      lottery: 'By quotas',
      lots: 'By lots',
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
      lottery:
        'Quotas by group, gender, age and others at once. Before the lock all compositions within them are weighed so that the smallest chance is as large as it can be; one of them is drawn, and then people within it.',
      lots: 'Whole panels are made first, each with its share of every group, and all are published. Then the number of one is thrown digit by digit, and everyone sees on the phone how many of their own are left.',
    },
    lotsCount: 'Lots',
    lotsCounts: { 10: '10, one digit', 100: '100, two digits', 1000: '1,000, three digits' },
    lotsNumbered:
      'The sources below mix and number the lots, so that nobody who made them knows their numbers. The digits thrown at the end are seen by all, and anyone can check them.',
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
    ask: 'Draw a questioner',
    askAgain: 'Draw another questioner',
    askMeans:
      'Two presses: this one takes the screen to the draw and locks its list, the next step draws the name. Until then PageUp twice leads back here, and voids the draw.',
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
    left: (which, n) =>
      `${which === 'first' ? 'First' : 'Second'} reading: ${plural(n, 'digit')} missing`,
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
      'The first reading is complete and no longer shown. Let another person read the dice again.',
    digit: (place, of) => `Digit ${place} of ${of}`,
    digitLeft: (which) =>
      which === 'first' ? 'The first person reads' : 'The second person reads',
    read: (which) => (which === 'first' ? 'First reading in' : 'Second reading in'),
    fill: 'No dice here: fill in random digits',
    fillHint: 'Only in a rehearsal.',
    comma: ', ',
  },
  pace: {
    label: 'How the names come',
    kinds: { name: 'One per key', group: 'Group per key', every: 'By themselves' },
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
