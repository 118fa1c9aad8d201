// You are drawn to ask: whom, for how long, the proof, and two answers of which neither presses (look/phone-10-questioner).
import { useEffect, useState } from 'react';
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import type { Answer } from '../../../shared/protocol.ts';
import { phoneDrawText } from '../../../shared/text/phone-draw.ts';
import { questionText } from '../../../shared/text/question.ts';
import type { RunningDraw } from '../../../shared/views/slices/draw-slices.ts';
import type { Body } from '../../live/kinds.ts';
import type { Recount } from '../../draw/recount.ts';
import { MinuteSlots } from '../../parts/MinuteSlots.tsx';
import { Button } from '../../ui/Button.tsx';
import { clockText, useSpeakingTime } from '../../ui/countdown.ts';
import { useText } from '../../ui/language.ts';
import { useSeat } from '../seat-context.ts';
import { useRefusalSentence } from '../shell/refusal.ts';
import { vibrateFor } from './vibrate.ts';
import styles from './Question.module.css';

/** What came of the last answer, where it was not taken. */
type Trouble =
  { readonly kind: 'unanswered' } | { readonly kind: 'refused'; readonly why: Refusal };

export function Question({
  draw,
  taken,
  body,
  group,
  recount,
  answer,
}: {
  readonly draw: RunningDraw;
  /** They have said yes. */
  readonly taken: boolean;
  readonly body: Body<'draw'>;
  readonly group: string;
  readonly recount: Recount | null;
  /** Null where nothing came back. */
  readonly answer: (comes: boolean) => Promise<Answer | null>;
}) {
  const text = useText(questionText);
  const words = useText(phoneDrawText);
  const { asked } = draw;
  const { before, unit, after } = words.asks(asked?.name ?? '');
  useEffect(() => {
    if (!taken) vibrateFor(draw.id);
  }, [taken, draw.id]);
  return (
    <div className={styles['question']}>
      <p className={styles['whose']}>{group}</p>
      <h1 className={styles['title']}>{text.you}</h1>
      <i className={styles['bar']} />
      <p className={styles['task']}>
        {asked && (
          <>
            {before}
            <b>{unit}</b>
            {after}
          </>
        )}
        {!taken && <span>{text.microphone}</span>}
      </p>
      <Time body={body} />
      <div className={styles['proof']}>
        <p data-folds>{text.of(draw.of, draw.take, draw.chance)}</p>
        <p>
          <span data-folds>
            {words.lock}{' '}
            <code>
              {draw.lockHash.slice(0, 4)} {draw.lockHash.slice(4, 8)} … {draw.lockHash.slice(-4)}
            </code>
            {recount !== null && `· ${words.draw.recount[recount]}`}{' '}
          </span>
          <a href="watch">{words.process}</a>
        </p>
      </div>
      {taken ? (
        <p className={styles['coming']} role="status">
          {text.coming}
        </p>
      ) : (
        body.countdown === null && <Keys answer={answer} />
      )}
    </div>
  );
}

/** It stands at what they will have until the moderator starts it. */
function Time({ body }: { readonly body: Body<'draw'> }) {
  const text = useText(questionText);
  const { clockOffset } = useSeat();
  const { left, total, state } = useSpeakingTime(body, clockOffset);
  if (body.countdown === null && body.seconds === 0) return null;
  const says =
    state === 'overtime'
      ? text.over
      : state === 'paused'
        ? text.paused
        : state === 'notStarted'
          ? text.startsThen
          : text.running;
  return (
    <section className={styles['time']} aria-label={text.time}>
      <p className={styles['clock']} role="timer">
        {clockText(left)}
      </p>
      <p className={styles['says']}>
        {text.time}
        <br />
        {says}
      </p>
      <div className={styles['minutes']}>
        <MinuteSlots leftMs={left} totalSeconds={total} />
      </div>
    </section>
  );
}

function Keys({ answer }: { readonly answer: (comes: boolean) => Promise<Answer | null> }) {
  const text = useText(questionText);
  const words = useText(phoneDrawText);
  const sentence = useRefusalSentence();
  const [sure, setSure] = useState(false);
  const [sending, setSending] = useState<boolean | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const say = (comes: boolean) => {
    setSending(comes);
    setTrouble(null);
    void answer(comes).then((told) => {
      // Where it was taken the view brings another page.
      if (told?.ok) return;
      setSending(null);
      setSure(false);
      setTrouble(told ? { kind: 'refused', why: told.refusal } : { kind: 'unanswered' });
    });
  };
  const key = (comes: boolean, label: string, kind: 'seal' | 'ink' | 'plain', act: () => void) => (
    <Button
      key={label}
      large
      wide
      kind={kind}
      waiting={sending === comes ? words.sending : null}
      blocked={sending !== null && sending !== comes ? label : null}
      onClick={act}
    >
      {label}
    </Button>
  );
  return (
    <div className={styles['keys']}>
      <p role="alert">
        {trouble &&
          (trouble.kind === 'unanswered'
            ? text.unanswered
            : trouble.why.code === 'nobody-next'
              ? text.nobodyNext
              : sentence(trouble.why))}
      </p>
      {sure ? (
        <>
          <p className={styles['sure']}>{text.sure}</p>
          {key(false, text.yes, 'ink', () => {
            say(false);
          })}
          <Button
            // Else the focus would be on the answer that takes the place of the key, and a key held down would give it.
            autoFocus
            key="back"
            large
            wide
            blocked={sending === null ? null : text.back}
            onClick={() => {
              setSure(false);
            }}
          >
            {text.back}
          </Button>
        </>
      ) : (
        <>
          {key(true, text.take, 'seal', () => {
            say(true);
          })}
          <Button
            key="pass"
            large
            wide
            blocked={sending === null ? null : text.pass}
            onClick={() => {
              setSure(true);
            }}
          >
            {text.pass}
          </Button>
        </>
      )}
    </div>
  );
}
