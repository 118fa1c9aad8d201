// The word that a draw asks whoever is in the house for: kept on this phone before it is sent, sent until the server has answered.
import { useEffect, useState } from 'react';
import type { DrawId } from '../../../shared/ids.ts';
import type { HolderKey } from '../../../shared/meeting/people.ts';
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import { phoneDrawText } from '../../../shared/text/phone-draw.ts';
import type { DrawWords } from '../../../shared/views/slices/draw-slices.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import { useRefusalSentence } from '../shell/refusal.ts';
import { dropWord, keepWord, onWord, recallWord, wordKey } from './word.ts';
import type { Giver } from './giver.ts';
import styles from './DrawNow.module.css';

const RESEND_MS = 3000;
const LONGEST = 40;

export function DrawWord({
  draw,
  words,
  sent,
  holder,
  giver,
}: {
  readonly draw: DrawId;
  readonly words: DrawWords;
  /** The server holds a word of theirs. */
  readonly sent: boolean;
  readonly holder: HolderKey;
  readonly giver: Giver;
}) {
  const { code, say, onTyping } = giver;
  const text = useText(phoneDrawText);
  const sentence = useRefusalSentence();
  const key = wordKey(code, holder, draw);
  const [typed, setTyped] = useState('');
  const [kept, setKept] = useState(() => recallWord(key));
  const [accepted, setAccepted] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [unanswered, setUnanswered] = useState(false);
  const isIn = sent || accepted;
  const isTyped = kept === '' && !isIn && !words.closed && typed.trim() !== '';

  useEffect(() => onWord(key, setKept), [key]);

  useEffect(() => {
    onTyping?.(isTyped);
    return () => {
      onTyping?.(false);
    };
  }, [onTyping, isTyped]);

  useEffect(() => {
    if (kept === '' || isIn || refusal || words.closed) return;
    let left = false;
    let again: ReturnType<typeof setTimeout>;
    const send = () => {
      void say(draw, kept).then((answer) => {
        if (left) return;
        const wait = !answer || (!answer.ok && BUSY.has(answer.refusal.code));
        setUnanswered(wait);
        if (wait) again = setTimeout(send, RESEND_MS);
        else if (answer.ok) setAccepted(true);
        else {
          dropWord(key, kept);
          setKept('');
          // Their word is another one, which this page does not know.
          if (answer.refusal.code === 'word-sent') setAccepted(true);
          else setRefusal(answer.refusal);
        }
      });
    };
    send();
    return () => {
      left = true;
      clearTimeout(again);
    };
  }, [say, draw, key, kept, isIn, refusal, words.closed]);

  if (isIn || words.closed)
    return (
      <section className={styles['word']} role="status">
        <h2>
          <Slot state={isIn ? 'filled' : 'empty'} /> {isIn ? text.sent : text.tooLate}
        </h2>
        {isIn && kept !== '' && <p>{text.yours(kept)}</p>}
        <p className={styles['hint']}>
          {words.closed ? (
            <>
              {text.closed(words.sent ?? 0)} <a href="watch">{text.list}</a>
            </>
          ) : (
            text.sentNote
          )}
        </p>
      </section>
    );
  return (
    <form
      className={styles['word']}
      onSubmit={(event) => {
        event.preventDefault();
        const word = typed.normalize('NFC').trim();
        setRefusal(null);
        setKept(keepWord(key, word));
      }}
    >
      <Field
        label={text.wordLabel}
        hint={unanswered && kept !== '' ? text.keptOffline : text.wordHint}
        error={refusal ? sentence(refusal) : null}
        value={kept === '' ? typed : kept}
        readOnly={kept !== ''}
        maxLength={LONGEST}
        autoComplete="off"
        enterKeyHint="send"
        live
        onText={setTyped}
      />
      <Button
        type="submit"
        kind="seal"
        large
        wide
        blocked={kept === '' && typed.trim() === '' ? text.empty : null}
        waiting={kept === '' ? null : text.sending}
      >
        {text.send}
      </Button>
    </form>
  );
}

/** Nothing is known of the word's fate: it is sent again. */
const BUSY: ReadonlySet<Refusal['code']> = new Set(['busy', 'not-saved', 'too-many']);
