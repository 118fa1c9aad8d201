// The closed list of what phones sent, in the order of arrival, before dice and salt (DRAW.md §2).
import type { CSSProperties } from 'react';
import type { RunningDraw } from '../../../shared/views/slices/draw-slices.ts';
import { diceText } from '../../../shared/text/dice.ts';
import { Slot } from '../../ui/Slot.tsx';
import { DrawTitle, LockNote, SourcesLine } from './DrawParts.tsx';
import { ShortHash } from '../score/Figures.tsx';
import { Scene } from '../Scene.tsx';
import { lineSize, nameLength } from './LoneName.tsx';
import { useScreen } from '../screen-context.ts';
import { usePages } from '../board/use-pages.ts';
import styles from './DrawWords.module.css';

/** Letters in cqh and lines of a page; a list that is short is read from the last row more easily. */
const MANY = { size: 3.4, lines: 11 };
const FEW = { size: 5, lines: 7 };
const HEIGHT = 56;
/** Of what is to be thrown next, below the list. */
const DICE_HEIGHT = 10;
/** A word's number and the gap behind its column, in letters. */
const BESIDE = 3.6;

export function DrawWords({
  draw,
  list,
  hash,
}: {
  readonly draw: RunningDraw;
  readonly list: readonly string[];
  readonly hash: string;
}) {
  const { text, lang } = useScreen();
  const { dice } = draw;
  const { columns, width, size, lines } = layout(list);
  // It is opened last: only then are all other sources read.
  const waits = draw.sources.every(({ type, read }) => read !== (type === 'kept'));
  const page = columns * lines;
  const { now, pages } = usePages(Math.ceil(list.length / page));
  return (
    <Scene
      full
      left={
        <>
          <LockNote draw={draw} />
          <SourcesLine draw={draw} />
        </>
      }
      right={pages > 1 ? text.page(now + 1, pages) : null}
    >
      <div className="row between">
        <DrawTitle draw={draw} room={waits ? 100 : 160} />
        {waits && (
          <p className={styles['waits']}>
            <Slot state="waiting" />
            {text.draw.waitsForKept}
          </p>
        )}
      </div>
      <p className={styles['closed']}>
        <span>{text.draw.wordsClosed(list.length)}</span>
        <span className="quiet">
          {text.draw.wordsHash} <ShortHash hash={hash} />
        </span>
      </p>
      {list.length === 0 && <p className={styles['none']}>{text.draw.nothingSent}</p>}
      <ol
        className={styles['list']}
        style={
          {
            '--columns': columns,
            '--digits': String(list.length).length,
            '--lines': lines,
            '--row': `${(HEIGHT - (dice ? DICE_HEIGHT : 0)) / lines}cqh`,
            fontSize: `${size}cqh`,
          } as CSSProperties
        }
      >
        {list.slice(now * page, (now + 1) * page).map((word, n) => (
          <li key={n} className="line slim">
            <span className="fixed quiet">{now * page + n + 1}</span>
            <b className="ellipsis" style={{ fontSize: `${lineSize(word, width, size)}cqh` }}>
              {word}
            </b>
          </li>
        ))}
      </ol>
      {dice && (
        <div className={styles['next']}>
          <p>{diceText[lang].throw(dice.slots.length, dice.six)}</p>
          <p className={styles['slots']}>
            {dice.slots.map((_, n) => (
              <Slot key={n} state="empty" />
            ))}
          </p>
        </div>
      )}
    </Scene>
  );
}

/** The list is known as a whole: columns are as wide as all but its longest words need. */
function layout(list: readonly string[]): {
  readonly columns: number;
  readonly width: number;
  readonly size: number;
  readonly lines: number;
} {
  const { size, lines } = list.length <= 2 * FEW.lines ? FEW : MANY;
  const lengths = list.map(nameLength).sort((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length * 0.85)] ?? 4;
  const columns = Math.max(2, Math.min(6, Math.floor(160 / ((usual + BESIDE) * size))));
  return { columns, width: 160 / columns - BESIDE * size, size, lines };
}
