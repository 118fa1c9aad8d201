// What the pictures of a draw share: its title, everyone's chance, its sources, its lock.
import type { CSSProperties } from 'react';
import type { DrawView, LockedDraw } from '../../../shared/views/slices/draw-slices.ts';
import { sourceSlot } from '../../draw/source-slot.ts';
import { Slot } from '../../ui/Slot.tsx';
import { diceText } from '../../../shared/text/dice.ts';
import { inFives } from '../../../shared/dice-reading.ts';
import { timeText } from '../../parts/time.ts';
import { percentOf } from '../../parts/chance.ts';
import { Digits, ShortHash } from '../score/Figures.tsx';
import { nameLength } from './LoneName.tsx';
import { useScreen } from '../screen-context.ts';
import styles from './DrawParts.module.css';

/** `述职单位 77家抽12家`, smaller where it would be wider than its room, in cqh. */
export function DrawTitle({
  draw,
  room = 160,
}: {
  readonly draw: DrawView;
  readonly room?: number;
}) {
  const { text } = useScreen();
  const { purpose, of, take } = draw;
  const width =
    7.3 * nameLength(text.draw.heading(purpose)) +
    5.9 * nameLength(text.draw.drawOf(purpose, of, take));
  const fit = Math.min(1, (room - 2.4) / width);
  return (
    <h1 className={styles['title']} style={{ '--fit': fit } as CSSProperties}>
      <span className={styles['purpose']}>{text.draw.heading(purpose)}</span>
      <span>
        <Digits>{text.draw.drawOf(purpose, of, take)}</Digits>
      </span>
    </h1>
  );
}

/** `15.58 % 12 / 77`, or that chances differ by cell; `size` in cqh. */
export function Chance({ draw, size }: { readonly draw: DrawView; readonly size: number }) {
  const { text } = useScreen();
  const { chance, purpose, cells } = draw;
  if (chance === null)
    return (
      <p className={styles['chance']}>
        {cells.length > 0 ? text.draw.differs(purpose) : text.poolTooSmall}
      </p>
    );
  return (
    <div className={styles['chance']}>
      <p>{text.draw.alike(purpose)}</p>
      <p className={styles['percent']} style={{ fontSize: `${size}cqh` }}>
        <b>{percentOf(chance)}</b>
        <span>%</span>
        <span className={styles['fraction']}>{chance.replace('/', ' / ')}</span>
      </p>
    </div>
  );
}

/** One slot per source: empty until it has been read. */
export function Sources({ draw }: { readonly draw: DrawView }) {
  const { text } = useScreen();
  return (
    <div className={styles['sources']}>
      <p className="quiet">{text.sources}</p>
      <ul>
        {draw.sources.map((source, index) => (
          <li key={index} className="line">
            <Slot state={sourceSlot(source)} />
            <span>
              {text.draw.source(source.type, source.count)}
              <small>{text.draw.sourceState(source)}</small>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same in one line of the foot. */
export function SourcesLine({ draw }: { readonly draw: DrawView }) {
  const { text } = useScreen();
  return (
    <span className={styles['sourcesLine']}>
      <span>{text.sourcesBrief}</span>
      {draw.sources.map((source, index) => (
        <span key={index}>
          <Slot state={sourceSlot(source)} label={text.draw.sourceState(source)} />
          {text.draw.source(source.type, source.count)}
        </span>
      ))}
    </span>
  );
}

/** The lock's digits, short, for the foot. */
export function LockNote({
  draw: { lockHash },
  brief = false,
}: {
  readonly draw: LockedDraw;
  readonly brief?: boolean;
}) {
  const { text } = useScreen();
  return (
    <>
      {text.lock}
      <ShortHash hash={lockHash} brief={brief} />
    </>
  );
}

/** The digits of the dice as both read them, for the foot while names come: nobody has to wonder what went in. */
export function DiceNote({ draw: { sources } }: { readonly draw: LockedDraw }) {
  const { lang } = useScreen();
  const dice = sources.find(({ digits }) => digits !== null);
  if (!dice?.digits) return null;
  return (
    <span className={styles['dice']}>
      {diceText[lang].dice} <code>{inFives(dice.digits)}</code>
    </span>
  );
}

/** `已锁定 14:05:12`. */
export function LockedAt({ draw, zone }: { readonly draw: LockedDraw; readonly zone: string }) {
  const { text } = useScreen();
  return (
    <p className={styles['locked']}>
      <i />
      {text.locked}
      <b>{timeText(draw.lockedAt, zone, true)}</b>
    </p>
  );
}

/** Where the code of a lock's digits is. */
export function lockCode(meeting: string, draw: string): string {
  return `/m/${encodeURIComponent(meeting)}/api/draws/${encodeURIComponent(draw)}/lock.svg`;
}

export function AssuranceNote({
  draw,
  brief = false,
}: {
  readonly draw: DrawView;
  readonly brief?: boolean;
}) {
  const { text } = useScreen();
  const { assurance, assurances, assuranceWhy } = text.draw;
  return (
    <span>
      {assurance}
      {text.colon}
      {assurances[draw.assurance]}
      {!brief && `${text.comma}${assuranceWhy[draw.assurance]}`}
    </span>
  );
}
