// One sentence beside a ballot, which nobody has to write: kept here as it is typed, sent once the ballot counts.
import { useId } from 'react';
import { useStore } from 'zustand';
import { MOST_COMMENT } from '../../../shared/number-limits.ts';
import { commentText } from '../../../shared/text/comment.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { TypedArea } from '../../ui/TypedInput.tsx';
import { useSlice } from '../../live/use-live.ts';
import { useSeat } from '../seat-context.ts';
import { useRefusalSentence } from '../shell/refusal.ts';
import { commentsOf, type About, type Draft } from '../slips/comments.ts';
import { matterOf } from '../slips/matter.ts';
import styles from './Comment.module.css';

export function Comment({
  about,
  open,
}: {
  readonly about: About;
  /** It can still be changed. */
  readonly open: boolean;
}) {
  const { outbox, online } = useSeat();
  const text = useText(commentText);
  const sentence = useRefusalSentence();
  const id = useId();
  const comments = commentsOf(outbox);
  // What the two tell of it is read anew with each change of theirs.
  useSlice(outbox.live, ({ view }) => view);
  useStore(outbox.store);
  const draft = useStore(comments.store, ({ drafts }) => drafts.get(matterOf(about)));
  const held = comments.held(about);
  if (!open && held === '' && !draft) return null;
  if (!open && !draft)
    return (
      <section className={styles['comment']}>
        <h2>{text.yours}</h2>
        <p>{held}</p>
        <p className={styles['note']}>{text.stands}</p>
      </section>
    );
  const counts = comments.ballot(about) !== null;
  return (
    <section className={styles['comment']}>
      <label htmlFor={id}>{text.label}</label>
      <TypedArea
        id={id}
        className={styles['field'] ?? ''}
        rows={2}
        value={draft?.words ?? held}
        maxLength={MOST_COMMENT}
        readOnly={!open}
        aria-describedby={`${id}-note`}
        live
        onText={(words) => {
          comments.type(about, words);
        }}
      />
      <p
        id={`${id}-note`}
        className={styles['note']}
        role="status"
        data-kept={!draft && held !== ''}
      >
        {draft?.refusal
          ? sentence(draft.refusal)
          : text.notes[open || draft?.due ? stateOf(draft, held, counts, online) : 'late']}
      </p>
      {open && draft && !draft.due && counts && (
        <Button
          onClick={() => {
            comments.hand(about);
          }}
        >
          {draft.words.trim() === '' ? text.erase : text.keep}
        </Button>
      )}
    </section>
  );
}

function stateOf(draft: Draft | undefined, held: string, counts: boolean, online: boolean) {
  if (!draft) return held === '' ? 'empty' : 'kept';
  if (draft.due) return online ? 'sending' : 'offline';
  return counts ? 'changed' : 'withBallot';
}
