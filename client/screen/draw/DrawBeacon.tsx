// All else is closed and the draw waits for the beacon's round: which one, when, and what a beacon is (DRAW.md §2).
import type { RunningDraw, ShownBeacon } from '../../../shared/views/slices/draw-slices.ts';
import type { ShownMeeting } from '../../../shared/views/slices/shown.ts';
import { beaconText } from '../../../shared/text/beacon.ts';
import { timeText } from '../../parts/time.ts';
import { clockText } from '../../ui/countdown.ts';
import { useTicking } from '../../ui/now.ts';
import { Digits } from '../score/Figures.tsx';
import { Scene } from '../Scene.tsx';
import { useScreen } from '../screen-context.ts';
import {
  AssuranceNote,
  DiceNote,
  DrawTitle,
  LockedAt,
  lockCode,
  SourcesLine,
} from './DrawParts.tsx';
import { lineSize } from './LoneName.tsx';
import { HexGroups } from '../../ui/HexGroups.tsx';
import styles from './DrawBeacon.module.css';

/** Up to the time that is left, in cqh. */
const ROOM = 108;

export function DrawBeacon({
  draw,
  beacon: { round, at },
  meeting: { code, zone },
}: {
  readonly draw: RunningDraw;
  readonly beacon: ShownBeacon;
  readonly meeting: ShownMeeting;
}) {
  const { text, lang, clockOffset } = useScreen();
  const words = beaconText[lang];
  const left = useTicking((now) => Math.max(0, Math.ceil((at - now - clockOffset) / 1000)));
  const title = left > 0 ? words.title : words.due;
  return (
    <Scene
      full
      left={
        <>
          <SourcesLine draw={draw} />
          <DiceNote draw={draw} />
        </>
      }
      right={<AssuranceNote draw={draw} brief />}
    >
      <div className="row between">
        <DrawTitle draw={draw} room={122} />
        <LockedAt draw={draw} zone={zone} />
      </div>
      <div className={styles['beacon']}>
        <div>
          <h2
            className={styles['title']}
            style={{ fontSize: `${lineSize(title, left > 0 ? ROOM : 160, 9.4)}cqh` }}
          >
            {title}
          </h2>
          <p className={styles['round']}>
            <Digits>{words.round(round, timeText(at, zone, true))}</Digits>
          </p>
        </div>
        {left > 0 && (
          <p className={styles['left']} role="timer" aria-label={words.left}>
            {clockText(left * 1000)}
          </p>
        )}
      </div>
      <p className={styles['means']}>
        <Digits>{words.means}</Digits>
      </p>
      <div className={styles['lock']}>
        <HexGroups hex={draw.lockHash} />
        <img className={styles['qr']} src={lockCode(code, draw.id)} alt={text.lockCode} />
      </div>
    </Scene>
  );
}
