// Check-in: the way in on the left, seats filling up by group on the right.
import { Digits } from './score/Figures.tsx';
import { Scene } from './Scene.tsx';
import { seatsPerSlot } from './score/GroupSlots.tsx';
import { SlotsIn } from './score/Split.tsx';
import type { BodyProps } from './kind-props.ts';
import { useScreen } from './screen-context.ts';
import styles from './Split.module.css';

export function CheckIn({
  body: { kind },
  view: { stage, progress: counted },
}: BodyProps<'check-in'>) {
  const { text } = useScreen();
  // Whoever is absent is still expected, and counts once.
  const groups = counted.groups.map((group) => ({ ...group, recused: 0, absent: 0 }));
  const progress = { ...counted, groups };
  const { done, expected } = progress;
  const missing = Math.max(0, expected - done);
  return (
    <Scene
      left={<Digits>{text.slotIs(seatsPerSlot(progress))}</Digits>}
      right={
        expected > 0 && <Digits>{missing === 0 ? text.allSeated : text.missing(missing)}</Digits>
      }
    >
      <div className={styles['split']}>
        <div className={styles['checkIn']}>
          <h1>{text.kinds[kind]}</h1>
          {/* The server's picture holds the quiet zone of four modules. */}
          <img
            className={styles['qr']}
            src={`/m/${encodeURIComponent(stage.meeting.code)}/api/join.svg`}
            alt={text.joinCode}
          />
          <p>{text.scanOwn}</p>
          <p className="quiet">{text.scanHere}</p>
        </div>
        <SlotsIn progress={progress}>{text.seated}</SlotsIn>
      </div>
    </Scene>
  );
}
