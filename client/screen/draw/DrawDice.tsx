// The dice as they are read: one slot for each, hatched by the first reading, struck solid by the second (DRAW.md §6).
import { useEffect, useState } from 'react';
import { drawsPeople } from '../../../shared/meeting/draws/purposes.ts';
import { diceText } from '../../../shared/text/dice.ts';
import type { RunningDraw, ShownDice } from '../../../shared/views/slices/draw-slices.ts';
import type { ShownMeeting } from '../../../shared/views/slices/shown.ts';
import { after } from '../../live/until-ended.ts';
import { Bar, Digits } from '../score/Figures.tsx';
import { Slot } from '../../ui/Slot.tsx';
import { calm } from '../motion.ts';
import { Scene } from '../Scene.tsx';
import { useScreen } from '../screen-context.ts';
import { DieSlots, STRIKE_MS } from './DieSlots.tsx';
import { AssuranceNote, DrawHead, lockCode } from './DrawParts.tsx';
import { lineSize, nameLength } from './LoneName.tsx';
import { HexGroups } from '../../ui/HexGroups.tsx';
import styles from './DrawDice.module.css';

/** Of the bar that grows once the last die is struck (LOOK.md §5). */
const BAR_MS = 320;
/** Up to the two readings, in cqh. */
const ROOM = 124;

export function DrawDice({
  draw,
  dice,
  meeting,
}: {
  readonly draw: RunningDraw;
  readonly dice: ShownDice;
  readonly meeting: ShownMeeting;
}) {
  const { text, lang } = useScreen();
  const words = diceText[lang];
  const { six, slots } = dice;
  const agreed = draw.phase !== 'locked';
  const [late] = useState(agreed);
  const struck = useAfter(agreed, STRIKE_MS);
  const told = useAfter(agreed, STRIKE_MS + BAR_MS);
  const title = told ? words.agreed : words.throw(slots.length, six);
  const line = sentence(draw, dice, told, words);
  // What else goes in, a slot for each; the words of phones stood on the screen before.
  const beside = told
    ? []
    : draw.sources
        .filter(({ type }) => type === 'salt')
        .map(({ type, count }) => text.draw.source(type, count));
  return (
    <Scene full left={<span>{words.standard(six)}</span>} right={<AssuranceNote draw={draw} />}>
      <DrawHead draw={draw} zone={meeting.zone} />
      <h1
        key={title}
        className={styles['title']}
        style={{
          fontSize: `${Math.min(11.4, ROOM / (TITLE_LETTER[lang] * nameLength(title)))}cqh`,
        }}
      >
        {title}
      </h1>
      <dl className={styles['readings']}>
        {(['first', 'second'] as const).map((which) => (
          <div key={which} data-begun={dice[which] > 0}>
            <dt>{words.readings[which]}</dt>
            <dd>
              <b>{dice[which]}</b> / {slots.length}
            </dd>
          </div>
        ))}
      </dl>
      <div className={styles['slots']}>
        <DieSlots slots={slots} label={words.slot} />
      </div>
      {struck && (
        <div className={styles['bar']} data-late={late}>
          <Bar />
        </div>
      )}
      <p
        key={told ? 'fixed' : 'how'}
        className={styles['how']}
        style={{
          fontSize: `${lineSize(line + beside.join(''), 160 - 10 * beside.length, 4.2)}cqh`,
        }}
        role="status"
      >
        {line}
        {beside.map((name) => (
          <span key={name} className={styles['beside']}>
            <Slot state="empty" />
            {name}
          </span>
        ))}
      </p>
      <div className={styles['lock']}>
        <p>
          <Digits>{words.lock}</Digits>
        </p>
        <img className={styles['qr']} src={lockCode(meeting.code, draw.id)} alt={text.lockCode} />
        <HexGroups hex={draw.lockHash} />
      </div>
    </Scene>
  );
}

/** A letter of the title, in widths of a Chinese character, as {@link nameLength} counts them. */
const TITLE_LETTER = { zh: 1, en: 0.9 } as const;

function sentence(
  draw: RunningDraw,
  { slots }: ShownDice,
  told: boolean,
  words: (typeof diceText)['zh'],
): string {
  if (told) {
    const beside = draw.sources.map(({ type }) => type);
    return words.fixed(slots.length, beside, draw.take > 1, drawsPeople(draw.purpose));
  }
  const differs = slots.flatMap(({ state }, n) => (state === 'differs' ? [n + 1] : []));
  return differs.length > 0 ? words.differs(differs) : words.how;
}

/** Whether it is so, and has been for that long unless the page opened with it. */
function useAfter(so: boolean, ms: number): boolean {
  const [passed, setPassed] = useState(so);
  useEffect(() => {
    if (!so) return;
    return after(calm() ? 0 : ms, () => {
      setPassed(true);
    });
  }, [so, ms]);
  return so && passed;
}
