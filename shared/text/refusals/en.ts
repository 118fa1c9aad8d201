// Every refusal in English: what is the matter, and what to do next.
import { bandsText } from '../bands.ts';
import { plural } from '../en-words.ts';
import { sheetFlawText } from '../sheet-flaws.ts';
import { enResultRefusals } from './result.ts';
import type { RefusalText } from './words.ts';

const ROLES = { moderator: 'moderator', clerk: 'clerk', supervisor: 'supervisor' } as const;

export const enRefusals: RefusalText = {
  'logged-out':
    'You are not logged in, or no longer, so nothing was done. Log in, then do it again.',
  'account-shut':
    'A moderator disabled this account. Log in with another one, or ask a moderator for a link.',
  'wrong-passphrase': 'Name or passphrase is wrong. Check both and try again.',
  'no-right': ({ by }) => {
    const who = by.map((role) => ROLES[role]).join(' or ');
    return `Only a ${who} can do this, so nothing was done. Ask one, or log in with such an account.`;
  },
  'own-account': 'You cannot disable your own account. Ask another moderator to do it.',
  'invitation-unknown':
    'There is no such link; perhaps it was not copied in full. Check it, or ask for a new one.',
  'invitation-used':
    'This link works once and has been used. If you have joined already, log in; if not, ask for a new one.',
  'invitation-over':
    'This link has expired: it lasts a day, and ends if the moderator who made it is disabled. Ask for a new one.',
  'foreign-origin': ({ origin, open }) =>
    `The server does not know this page’s address${origin && ` (${origin})`}, so nothing was done. Open ${open[0] ?? 'the one that staff give you'}.`,
  'no-origin':
    'This request names no page it comes from (Origin), so nothing was done. Do it on a page of the hall’s server.',
  'cross-site':
    'Another site’s page sent this, so nothing was done. Open a page of the hall’s server and do it there.',
  'not-joined': 'This device has no seat yet. Scan your QR code or type your short code.',
  'wrong-key': 'This rehearsal link is not the right one. Copy it again from the rehearsal’s page.',
  'metrics-closed':
    'These figures are for the server’s own machine. From another one, send the token of --metrics-token.',
  malformed: 'What was sent is incomplete or in the wrong form. Reload the page, check, try again.',
  'hidden-character': ({ character }) =>
    `The text holds an invisible character (${character}) and was not sent. Type it again instead of pasting it.`,
  'text-too-long': ({ max }) =>
    `The text is too long: ${max} characters at most. Shorten it, then send it again.`,
  'too-many':
    'Too many tries. Scan the QR code instead, or wait ten minutes; if it is urgent, ask the desk.',
  'login-locked': ({ here }) =>
    here
      ? 'Too many wrong passphrases on this device. Wait ten minutes, or ask a moderator for a new link.'
      : 'Too many wrong tries for this name. Use a device that logged in before, or --staff-link on the server, or wait ten minutes.',
  paused: ({ seconds }) =>
    `Too much came at once, so this page is paused for about ${seconds === 1 ? 'a second' : `${seconds} seconds`}. Leave it open: it goes on by itself.`,
  'other-version': 'The system was updated and this page is still the one from before. Reload it.',
  'places-full':
    'All places are taken for now. Leave this page open: it connects by itself once one is free.',
  'open-elsewhere':
    'Too many pages are open at once, so this one was closed. Close the others, then try again.',
  'not-saved':
    'Nothing was saved, so this step does not count. Try again; if it fails again, check the server’s disk.',
  busy: 'The server is busy and has not done this yet. Wait a few seconds and try again.',
  'no-such-meeting': 'There is no such meeting. Check the address, or scan the code again.',
  'meeting-unopened':
    'This meeting’s file could not be opened and was not changed. Tell the staff: the server’s window says why and what to do.',
  'not-a-rehearsal':
    'This is a real meeting; nothing was done. Only a rehearsal can be deleted or have simulated phones.',
  'phones-here':
    'Simulated phones are here already; no more were called. To change how many, send them away first.',
  'nobody-to-play':
    'There are no reviewers yet whom simulated phones could stand for. Import the list of reviewers first.',
  'rehearsals-full': ({ most }) =>
    `There are ${most} rehearsals already. Delete one of them first.`,
  'rehearsal-deleted':
    'This rehearsal was deleted. Close this page, or go back to the real meeting.',

  stale:
    'The meeting has moved on, so nothing was done. Look at the screen and press again if needed.',

  'roster-in-use':
    'Tickets, seats, draws or rounds use this roster: it cannot be replaced. Change single people, or start a new meeting.',
  'roster-empty': 'The roster is empty. Check the file and import it again.',
  'duplicate-id': ({ id }) => `“${id}” is taken already. Choose another and try again.`,
  'unknown-subject': ({ id }) =>
    `No unit has the ID “${id}”. Check the ID, or import the units first.`,
  'subject-needed': ({ id }) =>
    `The file lacks the unit “${id}”, which the agenda, a recusal, a report or a withdrawal needs. Put it back and import again.`,
  'unknown-reviewer': ({ id }) =>
    `No reviewer has the ID “${id}”, or no ticket yet. Check the ID, or import the reviewers first.`,
  'unknown-group': ({ id }) =>
    `There is no group “${id}”. Reload the page and set the weights again.`,
  'unknown-item': 'The agenda has no such item. Reload the page and choose from the agenda again.',
  'unknown-sheet': 'There is no such sheet. Save the sheet first, then use it in the agenda.',
  'no-weight':
    'Every group weighs 0, so there would be no score. Give at least one group a weight above 0.',
  'weights-while-open': 'A round is open. Close it, then change the weights.',
  'sheet-invalid': ({ flaw, name }) => sheetFlawText.en[flaw](name),
  'sheet-has-ballots':
    'Ballots were cast with this version. Say why the sheet changes and save again; those ballots stay as they are.',
  'nobody-scores':
    'No group has a sheet for these units. Choose the item’s sheets in the agenda, then open the round.',
  'ring-not-drawn':
    'The order of mutual review is not drawn, so nobody knows who rates whom. Hold that draw, then open the round.',
  'ring-too-few': ({ units, next }) =>
    `A category has ${plural(units, 'unit')}, too few for each to rate ${next}. Lower that number in the agenda, then open the round.`,
  'scheme-invalid':
    'The scheme has a flaw. Check the dropped ballots, the limit and the secrecy floor, which cannot be below 2.',
  'item-started': 'This item has begun and cannot change. Add a new item after it.',
  'agenda-invalid':
    'The agenda has a flaw. Check units, sheets and sources of chance of each item; no item may appear twice.',

  'item-on-stage': 'This item is on stage and cannot be moved. Enter another one first.',
  'drawn-order':
    'What a draw put on the agenda cannot be changed here. Move or skip it on the stage’s agenda, with a reason.',
  'meeting-invalid': 'The meeting needs a title. Fill it in and save again.',
  'retention-not-over': ({ until }) =>
    `Personal data is kept until ${until}. Come back after that day, or change the date first.`,
  'already-erased': 'Personal data is erased already. There is nothing left to change.',
  'erase-round-open': 'A round is still open. Close it first, then erase personal data.',
  'subject-out': 'This unit has withdrawn or was combined with another. Restore it first.',
  'subject-on-stage':
    'This unit is on stage or being scored. Close the round, go to the next item, then do this.',
  'subject-scored': ({ id }) =>
    `Unit “${id}” is scored in another round. Leave it out; to change its score, repeat that round with a reason.`,
  'same-subject': 'Choose two different units to combine.',
  'document-there': 'This unit has this report already. Nothing more to do.',
  'document-unknown': 'There is no such report; it may have been taken down. Reload the page.',
  'document-too-large': ({ maxMegabytes }) =>
    `The file is larger than ${maxMegabytes} MB. Compress it, or split it into parts.`,
  'document-media':
    'Only PDF, pictures (JPG, PNG, WebP), plain text and Markdown can be uploaded. Choose another format.',

  'same-person': 'Choose two different people to swap.',
  'seat-gone':
    'This seat was passed on to the reserve or recorded as vacant. If in doubt, ask at the desk.',
  'seat-left':
    'You are recorded as having left. To come back, scan your code again or ask the desk.',
  'already-here': 'This seat has checked in. If the person goes, press “Left early”.',
  'has-voted':
    'This seat has scored in the open round, so its check-in stands. If the person goes, press “Left early”.',
  'no-reserve':
    'Nobody of the reserve who fits this seat can come: not here, or recused too. Let them scan their code or report to the desk first.',
  'not-recused':
    'This reviewer has declared no recusal from this unit. Declare the recusal first, then replace.',
  'nobody-absent': 'No seat is absent, so there is nobody to replace.',
  'in-reserve': ({ place }) =>
    `You are number ${place} of the reserve among those of your kind. Please wait; this phone tells you when a seat is yours.`,
  'marked-away':
    'The desk noted that you left, so no seat is given to you. If you are here, scan again.',
  'paper-unknown': 'No such paper ballot is waiting; it was confirmed or dropped. Reload the page.',
  'paper-same-person': 'Two people must type a paper ballot. Ask a colleague to confirm it.',
  'paper-differs':
    'The two entries differ, so nothing counted. Compare with the paper together; drop the wrong one and enter it again.',
  'paper-overtaken':
    'The seat’s phone has cast since, so the phone’s ballot counts. If the person prefers the paper, drop it and enter it again.',
  'papers-waiting': ({ n }) =>
    n === 1
      ? 'A paper ballot waits to be confirmed; a close would leave it out. Confirm or drop it, or look and close again.'
      : `${n} paper ballots wait to be confirmed; a close would leave them out. Confirm or drop them, or look and close again.`,
  'already-seated': ({ id }) => `“${id}” has a seat already. Take it off this list and try again.`,
  'no-seat':
    'You are in the pool but hold no seat this time. Please wait in the hall, or ask at the desk.',
  'ticket-unknown':
    'There is no such code. Type it again as it is printed, or scan the QR code instead.',
  'ticket-revoked': 'This code no longer works. Use the newer one, or get one at the desk.',
  replaced:
    'This seat moved to another phone or got a new code. To use this phone, scan your code again.',
  takeovers: 'This seat changed phones too often in ten minutes. Take your code to the desk.',
  'no-comments': 'This sheet takes no comments. Your scores are not affected.',
  'comment-without-ballot':
    'A comment stands beside a ballot. Submit your scores first, or abstain.',
  'comment-unknown': 'There is no such comment, or its writer took it back. Reload this page.',
  'comment-few': ({ n }) =>
    `Its writer’s group gave this unit fewer totals than the floor of ${String(n)}, so it cannot be released.`,
  ...enResultRefusals,

  'already-recused': 'This recusal is on record already. Nothing more to do.',
  'board-awaited':
    'Results that were revealed wait for these standings. Go there and show their places first.',
  'recusal-while-live':
    'This unit is being scored live, and recusals ended when its scoring opened. Ask this person to abstain on the phone.',
  'recusal-too-late':
    'Scoring of this unit has closed, so a recusal cannot change it. If it must, repeat the round with a reason.',

  'draw-running': 'This draw is locked already. Complete it, or void it with a reason.',
  'draw-not-ready':
    'The draw is not at that step yet. Follow the screen: lock first, then enter the dice.',
  'draw-over': 'This draw has its result and cannot change. Go on to the next item.',
  'not-drawn': 'Someone else asks this question now, so nothing was changed. Look at the screen.',
  'nobody-next':
    'Nobody who could take over is left in this draw’s reserve. Draw again, or skip the item.',
  'pool-too-small': ({ people, have, want }) =>
    `Only ${people ? (have === 1 ? '1 person' : `${have} people`) : have === 1 ? '1 unit' : `${have} units`} can be drawn, not ${want}. Draw fewer, or add to the roster.`,
  'nothing-to-seal': 'The roster is empty: there is nothing to seal. Import it first.',
  'no-entropy-source': 'No source of chance is left. Add dice to this item, then lock.',
  'dice-wrong': ({ have, want }) =>
    `${want} dice are needed, ${have} were given. Type them in the order thrown: 0 to 9, or 1 to 6 for six-sided dice.`,
  'dice-elsewhere':
    'Another page has just changed this reading. Compare the screen with the dice, then go on.',
  'first-reading-open': 'The first reading is not complete yet. Finish it, then type the second.',
  'digit-stands': 'Both have read this digit: it stands and cannot be changed. Throw the next one.',
  'digit-thrown':
    'The first digit is thrown, so nothing can be voided. Throw the rest; one that nobody can read is thrown again.',
  'lots-not-made':
    'The lots or the lottery are not made yet, or the list or the quotas have changed. Make them first, then lock.',
  'lots-too-few': ({ people, seats }) =>
    `So few lots of ${seats} leave some of the ${people === 1 ? '1 person' : `${people} people`} out. Choose more lots.`,
  'words-open': 'Phones may still send words. Close the words first.',
  'words-closed':
    'The list of words is closed. Yours came too late, which does not affect the draw.',
  'word-missing': 'Type 1 to 40 characters, then send.',
  'word-sent': 'Each person sends one word, and yours is in.',
  'quota-wrong': ({ people, cell, have, want }) =>
    `“${cell}” has only ${people ? (have === 1 ? '1 person' : `${have} people`) : have === 1 ? '1 unit' : `${have} units`} to draw from, not ${want}. Change the numbers by ${people ? 'group' : 'category'}.`,
  'ranking-closed':
    'The standings are not shown to the first place, or a result has come since. Show them all, then lock.',
  'bands-overlap': ({ units }) =>
    `Only ${units === 1 ? '1 unit has' : `${units} units have`} a place, so some are among the first and the last. Count fewer places, then lock.`,
  'band-too-small': ({ band, have, want }) =>
    `Of “${bandsText.en.name(band)}” only ${have === 1 ? '1 unit' : `${have} units`} can be drawn, not ${want}. Draw fewer, or change the number of places.`,
  'not-shared': ({ place }) =>
    `Nobody shares place ${place} now, so there is no order to draw. Look at the standings; change the place, or leave this item out.`,
  'beacon-early':
    'The beacon cannot be used yet: its round is not published, or another source is still open. Follow the screen.',
  'beacon-passed':
    'The beacon’s round was published while another source was open, so this draw is void. Lock again and draw.',
  'beacon-wrong': ({ round }) =>
    `This is not the beacon’s signature for round ${round}, and was not taken. Check the round and copy its 96 characters again.`,
  'quotas-contradict': ({ attribute, minima, sum, take }) =>
    `The ${minima ? 'minima' : 'maxima'} of ${attribute === 'group' ? 'the groups' : `“${attribute}”`} add up to ${sum}, ${minima ? 'more' : 'fewer'} than the ${take} to be drawn. Change the quotas.`,
  'salt-lost':
    'The sealed number of this draw is lost, so it has no result. Void it with a reason and draw again with dice.',
  'salt-not-kept':
    'No supervisor’s device keeps a number yet. Let a supervisor press “Keep a number” first.',
  'salt-not-asked':
    'This draw takes no number from a supervisor. Look at its sources of chance in the agenda.',
  'salt-used': 'This number was used before or waits for another draw. Keep a new one.',
  'salt-wrong':
    'This is not the number that was locked, so nothing was opened. Check its 64 characters, or open it on the device that kept it.',
  'salt-with-keeper':
    'The number is on the supervisor’s device. Let the supervisor open it on their console.',
  'reason-missing': 'Write a reason, then confirm. It goes into the record.',

  'rows-closed':
    'Some places on this page have not been shown yet. Show them all first, then turn to it.',
  'rows-open': 'All places have been shown. Go on with the next step.',
  'no-move':
    'The standings have moved already, or there is no other unit to rank it with. Go on with the next step.',
  'wrong-item': 'The meeting is at another item. Enter this item first.',
  'item-skipped': 'This item was skipped. Restore it on the agenda first.',
  'no-countdown': 'No countdown is running. Start it first.',
  'no-time-limit': 'This item has no time limit. Give it one in the agenda first.',
  'leave-open-round': 'The round of this item is still open. Close it before you go on.',
  'leave-open-draw': 'The draw is not complete. Show all names or void it before you go on.',
  'sealed-not-yet': 'Sealed rounds are not in this version. Set the item to named.',
  'nobody-present': 'Nobody has checked in. Let the panel scan their codes first.',
  'round-open': 'The round of this item was opened before. Reload the page to see where it stands.',
  'round-not-open':
    'The round is not open, or closed already. Look at the screen before you go on.',
  'round-not-closed': 'The round is still open. Close it first.',
  'groups-open':
    'A group has been revealed, so this round stays closed. Reveal the score; if it must change, repeat the round then.',
  'group-shown': 'This group has been revealed. See the next step.',
  'already-revealed':
    'The result is public, so this round stays closed. If it must change, repeat the round with a reason.',

  'round-has-ballots':
    'Ballots have come in, so the round cannot be taken back. Close it, or go on.',
  'nothing-to-score':
    'No unit is left to score: all have a turn or have withdrawn. Choose units in the item’s settings.',

  'round-closed':
    'The round was over when it arrived, so this one did not count. What counted before still stands.',
  'not-in-round':
    'This unit is not in the round. Reload the page and score the unit that it shows.',
  recused: 'You are recused from this unit and need not score it. Wait for the next one.',
  'not-checked-in': 'Not checked in yet. Scan the QR code to check in, then go on.',
  'ballot-incomplete': 'Some criteria have no score. Score each one; choose 0 where you mean 0.',
  'ballot-invalid':
    'A score is outside the sheet, so nothing counted. Reload the page and score again.',
  'top-given': ({ n }) =>
    n === 0
      ? 'No unit can be given this much in this round, so it did not count. Go lower and submit again.'
      : `All ${String(n)} that may have this much have it, so this one did not count. Go lower, or lower another unit first.`,
  'totals-alike': ({ n }) =>
    `${String(n)} of your ballots have this total already, the most allowed, so this one did not count. Change a score and submit again.`,
  'paper-counted':
    'The desk has counted your ballot on paper, so this one did not count. To change it, go back to the sheet and submit again.',
  'older-revision': () =>
    'Another phone or page has scored this unit and that ballot counts. To change it, go back to the sheet and submit again.',
  'revision-leaps': () =>
    'This ballot’s number does not follow what the hall holds, so it did not count. Reload the page and submit again.',
};
