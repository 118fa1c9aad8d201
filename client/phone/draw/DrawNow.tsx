// A draw as it runs: chances, the word that is asked for, the lock to compare, and the names shown so far, never one more.
import { useMemo } from 'react';
import { drawsPeople, PURPOSES } from '../../../shared/meeting/draws/purposes.ts';
import { bandsText } from '../../../shared/text/bands.ts';
import { lotteryText } from '../../../shared/text/lottery.ts';
import { phoneDrawText } from '../../../shared/text/phone-draw.ts';
import { questionText } from '../../../shared/text/question.ts';
import type { DrawView } from '../../../shared/views/slices/draw-slices.ts';
import type { InDraw } from '../../../shared/views/slices/panel-slices.ts';
import { rangeText } from '../../parts/chance.ts';
import { lotteryLine } from '../../parts/lottery-lines.ts';
import { cellTitle } from '../../parts/pool-lines.ts';
import { useRecount } from '../../draw/use-recount.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { useText } from '../../ui/language.ts';
import { Strip } from '../../ui/Strip.tsx';
import type { KindProps } from '../kind-props.ts';
import { useSeat } from '../seat-context.ts';
import { DrawWord } from './DrawWord.tsx';
import { Drawn } from './Drawn.tsx';
import { OwnChance } from './OwnChance.tsx';
import { OwnLots } from './OwnLots.tsx';
import { Question } from './Question.tsx';
import type { Giver } from './giver.ts';
import styles from './DrawNow.module.css';

const MOST_SLOTS = 40;

/** Of a seat. It remembers the lock that it showed first: each draw has its own. */
export function DrawOnStage({ body, me }: KindProps<'draw'>) {
  const { draw } = body;
  const { code, outbox } = useSeat();
  const giver = useMemo((): Giver => {
    const { live, typing } = outbox;
    return {
      code,
      say: (draw, word) => live.request('word', { draw, word }),
      answer: (draw, comes) => live.request('answer', { draw, comes }),
      onTyping: typing,
    };
  }, [code, outbox]);
  return <DrawNow key={draw.id} draw={draw} me={me} giver={giver} body={body} />;
}

/** Of someone who waits for a seat. */
export function DrawWaiting({ draw, me, giver }: Omit<DrawNowProps, 'body'>) {
  return <DrawNow key={draw.id} draw={draw} me={me} giver={giver} />;
}

interface DrawNowProps {
  readonly draw: DrawView;
  readonly me: InDraw;
  readonly giver: Giver;
  /** Of a seat, which alone is asked anything. */
  readonly body?: KindProps<'draw'>['body'];
}

function DrawNow({ draw, me, giver, body }: DrawNowProps) {
  const text = useText(phoneDrawText);
  const questions = useText(questionText);
  const lotteryWords = useText(lotteryText);
  const bands = useText(bandsText);
  const { id, purpose, take, of, phase, lockHash, why, words } = draw;
  const recount = useRecount(giver.code, draw);
  const asks = PURPOSES[purpose].asks && body !== undefined;
  if (phase === 'done' && me.drawn.includes(id) && asks)
    return (
      <Question
        // The next one begins anew.
        key={me.holder}
        {...{ draw, body, recount }}
        taken={me.takes.includes(id)}
        group={me.group}
        answer={(comes) => giver.answer?.(id, comes) ?? Promise.resolve(null)}
      />
    );
  if (phase === 'done' && me.drawn.includes(id))
    return <Drawn draw={draw} group={me.group} recount={recount} />;
  const people = drawsPeople(purpose);
  const { orders } = PURPOSES[purpose];
  const person = me.holder.replace(/^reviewer\//, '');
  return (
    <div className={styles['draw']}>
      {asks && hasPassed(draw, me) && (
        <p className="bold" role="status">
          {questions.passed}
        </p>
      )}
      <h1>{text.titles[purpose]}</h1>
      <p>
        {orders ? text.draw.drawOf(purpose, of, take) : text.of(people, of, take)}
        {draw.chance !== null && !orders && text.chance(people, draw.chance)}
      </p>
      {draw.lottery && draw.chance === null && <p>{lotteryLine(draw.lottery, lotteryWords)}</p>}
      {draw.chance === null && !draw.lots && (
        <ul className={styles['cells']}>
          {draw.cells.map((cell) => (
            <li key={cell.id}>
              {text.cellChance(
                cellTitle(cell, bands),
                cell.of,
                rangeText(cell),
                // Of whom nobody is drawn that says enough.
                cell.most === 0 ? null : cell.chance,
              )}
            </li>
          ))}
        </ul>
      )}
      {phase === 'void' && (
        <p className="bold">
          {text.void} {text.draw.voidWhy(why)}
        </p>
      )}
      {draw.lots && (phase === 'locked' || (phase === 'showing' && draw.shown.length === 0)) && (
        <OwnLots draw={draw} lots={draw.lots} code={giver.code} person={person} />
      )}
      {people && phase === 'locked' && draw.chance === null && !draw.lots && (
        <OwnChance draw={draw} code={giver.code} person={person} />
      )}
      {words && phase === 'locked' && !draw.lots?.numbered && (
        <DrawWord
          // The desk may swap tickets: the next holder's word is another one.
          key={`${me.holder}/${id}`}
          draw={id}
          words={words}
          sent={me.words.includes(id)}
          holder={me.holder}
          giver={giver}
        />
      )}
      {phase !== 'locked' && phase !== 'void' && (
        <>
          <p className={styles['hint']}>{text.hint}</p>
          {words && id !== null && (
            <p className={styles['hint']}>
              {me.words.includes(id) ? text.counted : text.tooLate} <a href="watch">{text.list}</a>
            </p>
          )}
          <Names draw={draw} />
        </>
      )}
      {draw.beacon?.awaited && <p className={styles['beacon']}>{text.beacon(draw.beacon.round)}</p>}
      {take > 1 && take <= MOST_SLOTS && phase === 'locked' && !draw.lots && <Slots draw={draw} />}
      <div className={styles['lock']}>
        <h2>{text.lock}</h2>
        {phase === 'ready' ? (
          <p className="quiet">{text.ready}</p>
        ) : (
          <code className="grid hex">
            {lockHash.match(/.{1,4}/g)?.map((four, n) => (
              <span key={n}>{four}</span>
            ))}
          </code>
        )}
        {recount !== null && (
          <p className="quiet" role="status">
            {text.draw.recount[recount]} <a href="watch">{text.process}</a>
          </p>
        )}
        {phase === 'locked' && (
          <p className="quiet">
            {text.draw.assurance} · {text.draw.assurances[draw.assurance]} ·{' '}
            {text.draw.assuranceWhy[draw.assurance]}
          </p>
        )}
      </div>
    </div>
  );
}

/** Whether they were drawn and asked for the next one. */
function hasPassed({ replacements }: DrawView, { holder }: InDraw): boolean {
  return replacements.some(
    ({ outId, why }) => why === 'declined' && holder === `reviewer/${outId}`,
  );
}

function Slots({ draw: { take, shown, phase } }: { readonly draw: DrawView }) {
  const newest = phase === 'showing' ? shown.length - 1 : -1;
  const states = Array.from({ length: take }, (_, n) =>
    n === newest ? 'now' : n < shown.length ? 'filled' : 'empty',
  );
  return <Strip className={styles['slots']} states={states} />;
}

function Names({ draw }: { readonly draw: DrawView }) {
  const text = useText(phoneDrawText);
  const { take, shown, standing } = draw;
  return (
    <>
      {take <= MOST_SLOTS && <Slots draw={draw} />}
      <p className={styles['count']}>{text.drawn(shown.length, take)}</p>
      <ol className={styles['names']}>
        {(standing[0] ? standing : shown).map((name, n) => (
          <li key={name.id} className="row under">
            <span className={styles['n']}>{n + 1}</span>
            {name.subject && (
              <CategoryMark {...name.subject.category} label={name.subject.category.name} />
            )}
            <span>{name.name}</span>
            {name.group !== null && <span className={styles['group']}>{name.group}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}
