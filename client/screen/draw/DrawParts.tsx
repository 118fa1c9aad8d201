// What the pictures of a draw share: its title, everyone's chance, its sources, its lock.
import type { CSSProperties } from 'react';
import { PURPOSES } from '../../../shared/meeting/draws/purposes.ts';
import { drawPoolText } from '../../../shared/text/draw-pool.ts';
import { lotsText } from '../../../shared/text/lots.ts';
import { lotteryText } from '../../../shared/text/lottery.ts';
import type {
  DrawView,
  LockedDraw,
  ShownLots,
  ShownLottery,
} from '../../../shared/views/slices/draw-slices.ts';
import { sourceSlot } from '../../draw/source-slot.ts';
import { Slot } from '../../ui/Slot.tsx';
import { Strip } from '../../ui/Strip.tsx';
import { beaconText } from '../../../shared/text/beacon.ts';
import { diceText } from '../../../shared/text/dice.ts';
import { inFives } from '../../../shared/dice-reading.ts';
import { timeText } from '../../parts/time.ts';
import { percentOf, rangeText } from '../../parts/chance.ts';
import { chanceLine } from '../../parts/lots-lines.ts';
import { lotteryLines } from '../../parts/lottery-lines.ts';
import { Digits, ShortHash } from '../score/Figures.tsx';
import { lineSize, nameLength } from './LoneName.tsx';
import { useScreen } from '../screen-context.ts';
import styles from './DrawParts.module.css';

/** How far it is nobody knows: as many as make a bar. */
const MAKING = Array.from({ length: 10 }, () => 'waiting' as const);

/** `述职单位 77家抽12家`, smaller where it would be wider than its room, in cqh. */
export function DrawTitle({
  draw,
  room = 160,
}: {
  readonly draw: DrawView;
  readonly room?: number;
}) {
  const { text } = useScreen();
  const { purpose } = draw;
  const drawOf = useDrawOf(draw);
  const width = 7.3 * nameLength(text.draw.heading(purpose)) + 5.9 * nameLength(drawOf);
  const fit = Math.min(1, (room - 2.4) / width);
  return (
    <h1 className={styles['title']} style={{ '--fit': fit } as CSSProperties}>
      <span className={styles['purpose']}>{text.draw.heading(purpose)}</span>
      <span>
        <Digits>{drawOf}</Digits>
      </span>
    </h1>
  );
}

/** The same in one small line, who throws, and when it was locked, above a picture that needs the room. */
export function DrawHead({ draw, zone }: { readonly draw: LockedDraw; readonly zone: string }) {
  const { text, lang } = useScreen();
  const heading = [
    ...[text.draw.heading(draw.purpose), useDrawOf(draw)],
    ...(draw.thrower ? [drawPoolText[lang].throws(draw.thrower.name)] : []),
  ].join(text.comma);
  return (
    <>
      <p className={styles['head']} style={{ fontSize: `${lineSize(heading, 118, 4.7)}cqh` }}>
        <Digits>{heading}</Digits>
      </p>
      <div className={styles['headLocked']}>
        <LockedAt draw={draw} zone={zone} />
      </div>
    </>
  );
}

/** `77家抽12家`, and of lots how many there are. */
function useDrawOf({ purpose, of, take, lots }: DrawView): string {
  const { text, lang } = useScreen();
  const drawOf = text.draw.drawOf(purpose, of, take);
  return lots ? `${drawOf}${text.comma}${lotsText[lang].oneOf(lots.of)}` : drawOf;
}

/** `15.58 % 12 / 77`, or that chances differ by cell; `size` in cqh. */
export function Chance({ draw, size }: { readonly draw: DrawView; readonly size: number }) {
  const { text, lang } = useScreen();
  const { chance, purpose, cells, ranking } = draw;
  if (ranking?.closed) return <p className={styles['chance']}>{drawPoolText[lang].closed}</p>;
  if (PURPOSES[purpose].orders)
    return <p className={styles['chance']}>{drawPoolText[lang].anyOrder}</p>;
  if (draw.lots) return <LotsChance lots={draw.lots} size={size} />;
  if (draw.lottery && chance === null) return <LotteryChance lottery={draw.lottery} size={size} />;
  if (chance === null)
    return (
      <p className={styles['chance']}>
        {cells.length === 0
          ? text.poolTooSmall
          : ranking
            ? drawPoolText[lang].differs
            : text.draw.differs(purpose)}
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
      {draw.sources
        // A number is thrown when all else is read, in a picture of its own.
        .filter(({ type }) => type !== 'digits')
        .map((source, index) => (
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

/** In how many of all lots everyone is: `166–167 / 1000`; what stands in its way before. */
function LotsChance({ lots, size }: { readonly lots: ShownLots; readonly size: number }) {
  const { lang } = useScreen();
  const text = lotsText[lang];
  const { made, of } = lots;
  if (!made) return <NotMade line={chanceLine(lots, text)} isMaking={lots.list === 'wanted'} />;
  const { least, most } = made;
  return (
    <div className={styles['chance']}>
      <p>{chanceLine(lots, text)}</p>
      <p className={styles['percent']} style={{ fontSize: `${0.7 * size}cqh` }}>
        <b>{rangeText(made)}</b>
        <span className={styles['fraction']}>/ {of}</span>
      </p>
      <p className="visually-hidden">{text.times(least, most, of)}</p>
    </div>
  );
}

/** In place of a chance, with slots that wait where the server is at it. */
function NotMade({
  line,
  isMaking,
}: {
  readonly line: string | undefined;
  readonly isMaking: boolean;
}) {
  return (
    <div className={styles['chance']} role="status">
      <p>{line}</p>
      {isMaking && <Strip className={styles['making']} states={MAKING} />}
    </div>
  );
}

/** From the smallest chance to the largest, `12.34–18.90 %`; what stands in its way before. */
function LotteryChance({
  lottery,
  size,
}: {
  readonly lottery: ShownLottery;
  readonly size: number;
}) {
  const { lang } = useScreen();
  const text = lotteryText[lang];
  const { made } = lottery;
  const [line, best] = lotteryLines(lottery, text);
  if (!made) return <NotMade line={line} isMaking={lottery.state === 'wanted'} />;
  const [least, most] = [percentOf(made.least), percentOf(made.most)];
  return (
    <div className={styles['chance']}>
      <p>{text.short}</p>
      <p className={styles['percent']} style={{ fontSize: `${0.7 * size}cqh` }}>
        <b>{least === most ? least : `${least}–${most}`}</b>
        <span>%</span>
      </p>
      <p className={styles['bestOf']}>{best}</p>
    </div>
  );
}

/** The digits of the dice as both read them, for the foot while names come: nobody has to wonder what went in. */
export function DiceNote({ draw: { sources } }: { readonly draw: LockedDraw }) {
  const { lang } = useScreen();
  const number = sources.find(({ type }) => type === 'digits')?.digits;
  if (number) return <span className={styles['dice']}>{lotsText[lang].number(number)}</span>;
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

/** `信标第1000轮，14:10:12`: what else the lock fixes; nothing without a beacon. */
export function BeaconAt({ draw, zone }: { readonly draw: LockedDraw; readonly zone: string }) {
  const { lang } = useScreen();
  if (!draw.beacon) return null;
  const { round, at } = draw.beacon;
  return (
    <p className={styles['beacon']}>
      <Digits>{beaconText[lang].locked(round, timeText(at, zone, true))}</Digits>
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
