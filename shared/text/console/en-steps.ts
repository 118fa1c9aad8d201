// What is said about each next step, in English.
import type { NextStep } from '../../views/slices/next-step.ts';
import { lasts, ordinal, plural } from '../en-words.ts';
import type { StepWords } from './step.ts';

export const steps: Readonly<Record<NextStep['act'], StepWords>> = {
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
      `The list of words is on screen. ${keeper} opens the number on their device; the result is fixed then, and names are shown after it. If the device has failed and the number was not written down, void the draw and use dice.`,
  },
  'add-dice': {
    title: () => 'Add dice',
    button: 'Add dice',
    after: ({ phones }) =>
      `After a void draw the sealed number may not be used${phones ? ', and words from phones alone fix no result' : ''}. Add dice, then lock.`,
  },
  'make-lots': {
    title: ({ failed, lots }) =>
      lots === 0
        ? failed === null
          ? 'Work out the chances'
          : 'No lottery was found: try again'
        : failed === null
          ? 'Make the lots'
          : 'No lots were made: try again',
    button: 'Make the lots',
    buttonOf: ({ lots }) => (lots === 0 ? 'Work out the chances' : null),
    after: ({ pool, take, lots, failed }) =>
      failed === 'impossible'
        ? 'No panel can keep these numbers. Press “Try these quotas” in the setup, change them as it says, and come back.'
        : lots === 0
          ? `${take} of ${plural(pool, 'person', 'people')}: all compositions within the quotas are weighed so that the smallest chance is as large as it can be. It comes before the lock and takes seconds to minutes.`
          : `${plural(pool, 'person', 'people')}, ${plural(lots, 'lot')} of ${take}: each within the quotas, and the smallest chance as large as it can be. It comes before the lock and takes a few seconds.`,
  },
  'wait-lots': {
    title: ({ numbers, lots }) =>
      numbers
        ? 'Mixing and numbering the lots'
        : lots === 0
          ? 'Working out the chances'
          : 'Making the lots',
    button: 'Please wait',
    after: ({ numbers, lots }) =>
      numbers
        ? `All sources are read. Mixing and numbering ${plural(lots, 'lot')} takes a few seconds; then the first digit is thrown.`
        : 'The next step follows by itself.',
  },
  'throw-digit': {
    title: ({ place, of }) => `Throw digit ${place} of ${of}`,
    button: 'Fix the result',
    after: ({ place, of }) =>
      place === of
        ? 'Somebody who is not of the organisers throws one ten-sided die, and two people read it. When they agree the lot is drawn.'
        : 'Somebody who is not of the organisers throws one ten-sided die, and two people read it. When they agree it stands, and the next is thrown.',
  },
  'lock-draw': {
    title: () => 'Lock the draw',
    button: 'Lock the draw',
    after: ({ orders, pool, take, people, assurance }) =>
      `${orders ? 'The order' : take} of ${people ? plural(pool, 'person', 'people') : plural(pool, 'unit')}. List and rule are frozen and the lock goes on screen; only then do the sources of chance come. ${assurance}`,
  },
  'close-words': {
    title: ({ owed, of }) => `Close the words, ${of - owed} of ${of} in`,
    button: 'Close the words',
    after: ({ owed }) =>
      `${owed === 0 ? 'Everyone waited for has sent one.' : `${owed} ${owed === 1 ? 'has' : 'have'} not sent one, which does not affect the draw.`} The list goes on screen and nobody can change it.`,
  },
  'draw-at-once': {
    title: ({ now, of, owed }) => (of > 0 ? `${now}, words in: ${of - owed} / ${of}` : now),
    button: 'Draw the name',
    after: ({ pool, of }) =>
      `The list is locked: 1 of ${pool} is drawn.${of > 0 ? ' This closes the words.' : ''} The name goes on screen at once, and to the phone that is drawn.`,
  },
  'read-beacon': {
    title: () => 'Read the public beacon',
    button: 'Take the signature',
    after: () =>
      'Once the round is published and its signature holds, the result is fixed, and names are shown after it.',
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
    title: ({ unit, of }) => (of === 0 ? `Reveal: ${unit}` : `Next group: ${unit}`),
    button: 'Reveal',
    after: ({ owed, of }) =>
      of === 0
        ? 'The groups appear one after another, the lightest first, and the score last; where no group may be shown alone, the score at once. From then on it cannot be reopened.'
        : `${of - owed} of ${plural(of, 'group')} out, ${owed} still to come, then the score.`,
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
    title: ({ place }) => `Show ${['first', 'second', 'third'][place - 1] ?? ordinal(place)} place`,
    button: 'Show',
    after: ({ place, owed, of }) =>
      `From the bottom up, ${of - owed} of ${of} shown.${place <= 3 ? ' The top three have a picture each.' : ''}`,
  },
  'turn-page': {
    title: ({ page, category }) =>
      page === 'climb'
        ? 'Turn to the next page'
        : `Turn to ${page === 'podium' ? 'the top three' : 'the standings'}${category === '' ? '' : `: ${category}`}`,
    button: 'Turn',
    after: () => 'The screen stays on it until the next key.',
  },
  'show-move': {
    title: ({ unit }) => `Show ${unit} climbing`,
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
};
