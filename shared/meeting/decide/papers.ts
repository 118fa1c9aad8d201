// Paper ballots: one member of staff types what the paper says, a second one types it again; only then it counts.
import { bytesToHex } from '@noble/hashes/utils.js';
import { about, choiceText } from '../../ballots/ballot.ts';
import { keep } from '../../ballots/box-index.ts';
import { fingerprint } from '../../fingerprint.ts';
import type { PaperId } from '../../ids.ts';
import type { MeetingEvent } from '../events.ts';
import { isOvertaken, paperKey, paperRevision, wasHandedIn } from '../papers.ts';
import { keepReason } from '../person-reason.ts';
import { accept, refuse, type SideWrite } from '../world.ts';
import { castFlaw, choiceFlaw, saltOf } from './ballots.ts';
import type { papersCommands } from '../commands/papers.ts';
import type { Deciders } from './decider.ts';

export const papersDeciders = {
  /**
   * Takes the first typing. An earlier one for the same ballot that nobody has confirmed is dropped. What the seat's
   * phone has sent by now is older than this paper; what it sends from now on is newer (R5).
   */
  EnterPaper: ({ meeting, box }, command) => {
    const { seat, round: id, attempt, subject, choice } = command;
    const round = meeting.rounds.get(id);
    if (!round) return refuse({ code: 'not-in-round' });
    const flaw = castFlaw({ meeting, box }, round, { seat, attempt, subject, choice });
    if (flaw) return refuse(flaw);
    const after = box.newest({ round: id, attempt, matter: about(subject), seat })?.ballot.rev ?? 0;
    const paper = `P${String(meeting.papers.size + 1)}` as PaperId;
    const waiting = [...meeting.papers.values()].filter(
      (one) =>
        one.phase === 'entered' &&
        one.seat === seat &&
        one.round === id &&
        one.attempt === attempt &&
        one.subject === subject,
    );
    return accept(
      [
        ...waiting.map((one): MeetingEvent => ({
          type: 'PaperDropped',
          paper: one.id,
          reason: paper,
        })),
        {
          type: 'PaperEntered',
          paper,
          seat,
          round: id,
          attempt,
          subject,
          ...(after === 0 ? {} : { after }),
        },
      ],
      [
        ...waiting.map((one): SideWrite => forgotten(one.id)),
        { kind: 'secret', name: paperSecret(paper), value: choiceText(choice) },
      ],
    );
  },

  /**
   * The second typing. It must be another person's and say the same; then the ballot is in the box. Refused where the
   * seat's phone has sent a ballot since the first typing: that one is newer, whichever is confirmed when (R5). Whoever
   * left after the first typing had voted before, as with a phone.
   */
  ConfirmPaper: ({ meeting, box, secrets }, { paper: id, choice }, { by, random }) => {
    const paper = meeting.papers.get(id);
    if (paper?.phase !== 'entered') return refuse({ code: 'paper-unknown' });
    if (by.kind === 'staff' && by.id === paper.by) return refuse({ code: 'paper-same-person' });
    const round = meeting.rounds.get(paper.round);
    if (!round) return refuse({ code: 'not-in-round' });
    const seat = meeting.seats.get(paper.seat);
    if (!seat || !wasHandedIn(seat)) return refuse({ code: 'not-checked-in' });
    const { attempt, subject } = paper;
    const flaw = choiceFlaw({ meeting, box }, round, seat, { attempt, subject, choice });
    if (flaw) return refuse(flaw);
    if (isOvertaken(box, paper)) return refuse({ code: 'paper-overtaken' });
    // Compared only where a match counts: else trying choices after the close would tell what was typed (R6).
    const typed = secrets.get(paperSecret(id));
    // An entry may have waited since before marks were texts.
    if (typed !== choiceText(choice) && typed !== choiceText(choice, 1))
      return refuse({ code: 'paper-differs' });
    const fresh = (what: string) =>
      fingerprint('salt', `${bytesToHex(random)}/${id}/${what}`).slice(0, 32);
    const key = paperKey(paper);
    const salt = saltOf(box, key, fresh('voter'));
    return accept(
      [{ type: 'PaperConfirmed', paper: id }],
      [forgotten(id)],
      [keep({ ...key, salt, rev: paperRevision(paper), choice, nonce: fresh('nonce') })],
    );
  },

  /** Takes an entry back before it counts. */
  DropPaper: ({ meeting }, { paper: id, reason: words }, { random }) => {
    if (meeting.papers.get(id)?.phase !== 'entered') return refuse({ code: 'paper-unknown' });
    if (words.trim() === '') return refuse({ code: 'reason-missing' });
    const { reason, side } = keepReason(meeting, words, random);
    return accept([{ type: 'PaperDropped', paper: id, reason }], [forgotten(id), ...side]);
  },
} satisfies Deciders<typeof papersCommands>;

/**
 * Where what was typed waits for the second pair of eyes: beside the log, which never holds a ballot's content (R4).
 */
export function paperSecret(paper: PaperId): string {
  return `paper/${paper}`;
}

/** The content is in the box now, or nowhere. */
function forgotten(paper: PaperId): SideWrite {
  return { kind: 'secret', name: paperSecret(paper), value: '' };
}
