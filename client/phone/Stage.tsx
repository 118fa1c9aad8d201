// What the hall does while nothing is asked of this person: one thing, in a few words.
import { Suspense, type ReactNode } from 'react';
import { commonText } from '../../shared/text/common.ts';
import { phoneText } from '../../shared/text/phone.ts';
import type { MeSlice, StageBody, SubjectCard } from '../../shared/views/slices.ts';
import { CategoryMark } from '../ui/CategoryMark.tsx';
import { clockText, useCountdown } from '../ui/countdown.ts';
import { useText } from '../ui/language.ts';
import { later } from './later.ts';
import styles from './Stage.module.css';

const DrawNow = later(async () => (await import('./DrawNow.tsx')).DrawNow);

export function Stage({
  body,
  me,
  clockOffset,
}: {
  readonly body: StageBody;
  readonly me: MeSlice;
  readonly clockOffset: number;
}) {
  const text = useText(phoneText).stage;
  switch (body.kind) {
    case 'idle':
      return <Plain title={text.idle}>{text.idleHint}</Plain>;
    case 'check-in':
      return <Plain title={text.checkIn}>{text.checkInHint}</Plain>;
    case 'draw':
      return (
        <Suspense fallback={null}>
          <DrawNow draw={body.draw} />
        </Suspense>
      );
    case 'presentation':
      return <Speaking body={body} me={me} clockOffset={clockOffset} />;
    case 'board':
      return (
        <Plain title={text.board}>
          {text.boardHint} <a href="watch">{text.boardHere}</a>
        </Plain>
      );
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

/** A heading in the large hand, a sentence below it, and the unit it is about. */
export function Plain({
  title,
  subject,
  children,
}: {
  readonly title: string;
  readonly subject?: SubjectCard;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles['plain']}>
      {subject && <Subject subject={subject} />}
      <h1>{title}</h1>
      <p>{children}</p>
    </div>
  );
}

function Subject({ subject }: { readonly subject: SubjectCard }) {
  return (
    <p className={styles['subject']}>
      <CategoryMark {...subject.category} label={subject.category.name} />
      <span>{subject.name}</span>
    </p>
  );
}

function Speaking({
  body: { subject, countdown, next },
  me,
  clockOffset,
}: {
  readonly body: Extract<StageBody, { readonly kind: 'presentation' }>;
  readonly me: MeSlice;
  readonly clockOffset: number;
}) {
  const text = useText(phoneText).stage;
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
      {next && <p className={styles['next']}>{text.next(next.name)}</p>}
    </div>
  );
}
