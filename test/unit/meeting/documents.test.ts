// Reports of units: attached and removed by the desk, seen by everyone, hashed into the log.
import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import type { ReportDocument } from '../../../shared/meeting/people.ts';
import { panelStage } from '../../../shared/views/audiences/panel.ts';
import { publicView } from '../../../shared/views/audiences/public.ts';
import { itemId, scoring, seated, subjectId, type Play } from '../../builders.ts';

const report = (n: number, name = `报告${String(n)}.pdf`): ReportDocument => ({
  hash: n.toString(16).padStart(64, '0'),
  name,
  bytes: 1000 + n,
  media: 'application/pdf',
});
const attach = (subject: string, document: ReportDocument): StaffCommand => ({
  type: 'AttachDocument',
  subject: subjectId(subject),
  document,
});
const remove = (subject: string, { hash }: ReportDocument): StaffCommand => ({
  type: 'RemoveDocument',
  subject: subjectId(subject),
  hash,
});
const of = (play: Play, subject: string) => play.meeting.documents.get(subjectId(subject));

describe('a report', () => {
  it('is attached by one event that holds its hash, name, size and media', () => {
    const play = seated();
    const decision = play.decide(attach('U1', report(1)));
    expect(decision).toMatchObject({
      ok: true,
      events: [{ type: 'DocumentAttached', subject: 'U1', document: report(1) }],
    });
    play.staff(attach('U1', report(1))).staff(attach('U1', report(2)));
    expect(of(play, 'U1')).toEqual([report(1), report(2)]);
  });

  it('stands once at a unit, and may stand at several', () => {
    const play = seated().staff(attach('U1', report(1)));
    expect(play.decide(attach('U1', report(1, 'another name.pdf')))).toEqual({
      ok: false,
      refusal: { code: 'document-there' },
    });
    play.staff(attach('U2', report(1)));
    expect(of(play, 'U2')).toEqual([report(1)]);
  });

  it('is one of twenty at most', () => {
    const play = seated();
    for (let n = 1; n <= 20; n++) play.staff(attach('U1', report(n)));
    expect(play.decide(attach('U1', report(21)))).toMatchObject({ refusal: { code: 'too-many' } });
  });

  it('is refused for a unit that is not there', () => {
    expect(seated().decide(attach('U9', report(1)))).toMatchObject({
      refusal: { code: 'unknown-subject', id: 'U9' },
    });
  });

  it('is removed and attached again; the log tells of all of it (R2, R3)', () => {
    const play = seated().staff(attach('U1', report(1)));
    play.staff(attach('U2', report(1)));
    play.staff(remove('U1', report(1)));
    expect([of(play, 'U1'), of(play, 'U2')]).toEqual([[], [report(1)]]);
    expect(play.decide(remove('U1', report(1)))).toMatchObject({
      refusal: { code: 'document-unknown' },
    });
    play.staff(attach('U1', report(1)));
    expect(of(play, 'U1')).toEqual([report(1)]);
    const types = play.log.map(({ recorded }) => recorded.event.type);
    expect(types.slice(-4)).toEqual([
      'DocumentAttached',
      'DocumentAttached',
      'DocumentRemoved',
      'DocumentAttached',
    ]);
  });

  it('makes no key of the moderator stale, and takes no undo away', () => {
    const play = scoring('live');
    const { touched, undo } = play.meeting;
    play.staff(attach('U1', report(1))).staff(remove('U1', report(1)));
    expect([play.meeting.touched, play.meeting.undo]).toEqual([touched, undo]);
  });

  it('is seen by the panel and by viewers as it stands, and no more of it', () => {
    const play = scoring('live').staff(attach('U1', report(1)));
    play.staff({ type: 'OpenRound', item: itemId('score') });
    const card = report(1);
    expect(panelStage(play)).toMatchObject({
      body: { subject: { documents: [card] } },
      open: [{ subjects: [{ documents: [card] }] }],
    });
    expect(publicView(play).stage.body).toMatchObject({ subject: { documents: [card] } });
    play.staff(remove('U1', report(1)));
    expect(publicView(play).stage.body).toMatchObject({ subject: { documents: [] } });
  });
});
