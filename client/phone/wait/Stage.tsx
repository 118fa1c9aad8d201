// What the hall does while nothing is asked of this person: one thing, in a few words.
import { Suspense } from 'react';
import { commonText } from '../../../shared/text/common.ts';
import { hallText } from '../../../shared/text/hall.ts';
import type { MeSlice } from '../../../shared/views/panel-slices.ts';
import type { StageBody } from '../../../shared/views/stage-slices.ts';
import { Documents } from '../../documents/Documents.tsx';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { clockText, useCountdown } from '../../ui/countdown.ts';
import { useText } from '../../ui/language.ts';
import type { Desk } from '../slips/desk.ts';
import { later } from '../../live/later.ts';
import { Plain } from '../frame/Plain.tsx';
import styles from './Stage.module.css';

const DrawNow = later(async () => (await import('../draw/DrawNow.tsx')).DrawNow);

export function Stage({
  body,
  me,
  clockOffset,
  code,
  desk,
}: {
  readonly body: StageBody;
  readonly me: MeSlice;
  readonly clockOffset: number;
  readonly code: string;
  readonly desk: Desk;
}) {
  const text = useText(hallText);
  switch (body.kind) {
    case 'idle':
      return <Plain title={text.idle}>{text.idleHint}</Plain>;
    case 'check-in':
      return <Plain title={text.checkIn}>{text.checkInHint}</Plain>;
    case 'draw':
      return (
        <Suspense fallback={null}>
          <DrawNow key={body.draw.id} draw={body.draw} me={me} code={code} desk={desk} />
        </Suspense>
      );
    case 'presentation':
      return <Speaking body={body} me={me} clockOffset={clockOffset} code={code} />;
    case 'board':
      return (
        <Plain title={text.board}>
          {text.boardHint} <a href="watch">{text.boardHere}</a>
        </Plain>
      );
    case 'written':
      return body.phase === 'closed' || body.phase === 'revealed' ? (
        <Plain title={text.writtenClosed}>
          {body.phase === 'revealed' ? text.revealedHint : text.boardHint}
        </Plain>
      ) : (
        <Plain title={text.ready}>{text.writtenHint}</Plain>
      );
    case 'card':
      return <Plain title={body.title}>{body.text}</Plain>;
    case 'score': {
      const over = body.phase === 'closed' || body.phase === 'revealed';
      return (
        <Plain title={over ? text.closed : text.ready} subject={body.subject}>
          {body.phase === 'revealed' ? text.revealedHint : over ? text.closedHint : text.readyHint}
        </Plain>
      );
    }
  }
}

function Speaking({
  body: { subject, countdown, next },
  me,
  clockOffset,
  code,
}: {
  readonly body: Extract<StageBody, { readonly kind: 'presentation' }>;
  readonly me: MeSlice;
  readonly clockOffset: number;
  readonly code: string;
}) {
  const text = useText(hallText);
  const { overtime } = useText(commonText);
  const left = useCountdown(countdown, clockOffset);
  return (
    <div className={styles['plain']}>
      <p className={styles['lead']}>{text.speaking}</p>
      <h1 className={styles['unit']}>
        <CategoryMark {...subject.category} label={subject.category.name} />
        <span>{subject.name}</span>
      </h1>
      {left !== null && (
        <p className={styles['clock']} role="timer">
          <span>{left < 0 ? overtime : text.timeLeft}</span>
          <strong>{clockText(left)}</strong>
        </p>
      )}
      <p>{me.recusals.includes(subject.id) ? text.willRecuse : text.speakingHint}</p>
      <Documents documents={subject.documents} code={code} />
      {next && <p className={styles['next']}>{text.next(next.name)}</p>}
    </div>
  );
}
