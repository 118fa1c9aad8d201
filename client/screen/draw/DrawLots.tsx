// A draw by lots: the digits of the number own the screen, and the field below proves them: each throw dims nine parts of ten.
import { drawsPeople } from '../../../shared/meeting/draws/purposes.ts';
import { lotsText, type LotsText } from '../../../shared/text/lots.ts';
import type { RunningDraw, ShownLots } from '../../../shared/views/slices/draw-slices.ts';
import type { ShownMeeting } from '../../../shared/views/slices/shown.ts';
import { lotsLines } from '../../parts/lots-lines.ts';
import { Bar, Count, Digits } from '../score/Figures.tsx';
import { Scene } from '../Scene.tsx';
import { useScreen } from '../screen-context.ts';
import { DieSlots } from './DieSlots.tsx';
import { DrawHead } from './DrawParts.tsx';
import { lineSize } from './LoneName.tsx';
import { LotsField } from './LotsField.tsx';
import { HexGroups } from '../../ui/HexGroups.tsx';
import styles from './DrawLots.module.css';

/** In three rows of four; of more only the sum has room. */
const MOST_GROUPS = 12;

/** Slots of the digits, in cqh (LOOK.md §4). */
const SLOT = { width: 19.4, height: 25.6, gap: 1.8, digit: 25 } as const;

export function DrawLots({
  draw,
  lots,
  meeting,
}: {
  readonly draw: RunningDraw;
  readonly lots: ShownLots;
  readonly meeting: ShownMeeting;
}) {
  const { text, lang } = useScreen();
  const words = lotsText[lang];
  const { digits, of } = lots;
  const thrown = digits.flatMap(({ state, digit }) => (state === 'agreed' ? [digit ?? ''] : []));
  const place = thrown.length + 1;
  const width = SLOT.width * digits.length + SLOT.gap * (digits.length - 1);
  const differs = digits.some(({ state }) => state === 'differs');
  const left = lots.numbering
    ? words.numberingHow
    : place > digits.length
      ? words.assurance('public', draw.assurance, text.draw.assurances)
      : differs
        ? words.differs
        : words.throwNext(place, digits.length);
  return (
    <Scene
      full
      left={
        <span role="status" style={{ fontSize: `${lineSize(left, 92, 3.4)}cqh` }}>
          {left}
        </span>
      }
      right={
        <span style={{ fontSize: `${lineSize(words.eachLot(draw.take), 66, 3.4)}cqh` }}>
          {words.eachLot(draw.take)}
        </span>
      }
    >
      <DrawHead draw={draw} zone={meeting.zone} />
      <div className={styles['number']} style={{ width: `${width}cqh` }}>
        <DieSlots slots={digits} label={words.slot} layout={{ columns: digits.length, ...SLOT }} />
        {!lots.numbering && place <= digits.length && digits[place - 1]?.state === 'empty' && (
          <p
            className={styles['next']}
            style={{ left: `${(SLOT.width + SLOT.gap) * (place - 1)}cqh` }}
            aria-hidden
          >
            {words.next}
          </p>
        )}
        <div className={styles['bars']} style={{ gap: `${SLOT.gap}cqh` }}>
          {digits.map(({ state }, n) => (
            <div key={n}>
              <Bar empty={state !== 'agreed'} />
            </div>
          ))}
        </div>
      </div>
      <div
        className={styles['counts']}
        data-digits={digits.length}
        data-before={thrown.length === 0}
      >
        <p className={styles['left']}>
          {place > digits.length ? (
            <>
              <b className={styles['drawn']}>{thrown.join('')}</b> <span>{words.drawn}</span>
            </>
          ) : (
            <>
              <Count done={lots.left} of={of} size={thrown.length === 0 ? 7.3 : 14.3} />
              <span>{lots.numbering ? words.numbering : words.left}</span>
            </>
          )}
        </p>
        {thrown.length === 0 ? (
          <BeforeDigits draw={draw} lots={lots} words={words} />
        ) : (
          <Still draw={draw} lots={lots} words={words} />
        )}
      </div>
      <div className={styles['field']}>
        <LotsField of={of} thrown={thrown} label={words.row} />
      </div>
    </Scene>
  );
}

/** How many people are on a lot that is left, in all and by group. */
function Still({ draw, lots, words }: PartProps) {
  const { still, groups, digits } = lots;
  const isOver = digits.every(({ state }) => state === 'agreed');
  return (
    <>
      <p className={styles['still']}>
        {isOver ? words.drawnPeople : words.still} <b>{still}</b>
        <span>{words.people(draw.of)}</span>
      </p>
      {drawsPeople(draw.purpose) && groups.length <= MOST_GROUPS && (
        <ul
          className={styles['groups']}
          data-many={groups.length > 4}
          style={{ gridTemplateColumns: `repeat(${columnsOf(groups.length)}, minmax(0, 1fr))` }}
        >
          {groups.map(({ id, name, short, of, still: some }) => (
            <li key={id}>
              <p className="ellipsis" title={name}>
                {groups.length > 4 ? (short ?? name) : name}
              </p>
              <p>
                <b>{some}</b>
                <span>/ {of}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What is known of the lots before anything is thrown: chances, who sits with whom, and what fixes the numbered list. */
function BeforeDigits({ draw, lots, words }: PartProps) {
  const { numbered } = lots;
  const lines = lotsLines(lots, draw.take, words);
  const size = Math.min(...lines.map((line) => lineSize(line, 88, 3.6)));
  return (
    <>
      {lines.map((line) => (
        <p key={line} className={styles['facts']} style={{ fontSize: `${size}cqh` }}>
          <Digits>{line}</Digits>
        </p>
      ))}
      {numbered && (
        <p className={styles['hash']}>
          <span className="nowrap">{words.numbered}</span>
          <HexGroups hex={numbered.hash} />
        </p>
      )}
    </>
  );
}

interface PartProps {
  readonly draw: RunningDraw;
  readonly lots: ShownLots;
  readonly words: LotsText;
}

/** Four groups in a row; more in up to three rows. */
function columnsOf(groups: number): number {
  return groups <= 4 ? Math.max(groups, 1) : groups <= 9 ? 3 : 4;
}
