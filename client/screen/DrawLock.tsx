// The lock: 64 digits to photograph, before any source of chance exists (DRAW.md §6). Nothing here moves.
import type { DrawView, MeetingCard } from '../../shared/views/slices.ts';
import { AssuranceNote, Chance, DrawTitle, Sources } from './DrawParts.tsx';
import { Frame } from './Frame.tsx';
import { useStage } from './stage-context.ts';
import { timeText } from './time.ts';
import styles from './Draw.module.css';

export function DrawLock({
  draw,
  meeting: { code, zone },
}: {
  readonly draw: DrawView;
  readonly meeting: MeetingCard;
}) {
  const { text } = useStage();
  const groups = draw.lockHash?.match(/.{4}/g) ?? [];
  const read = draw.sources.every((source) => source.read);
  return (
    <Frame
      left={<span>{read ? text.photographRead : text.photograph}</span>}
      right={<AssuranceNote draw={draw} />}
    >
      <div className={styles['head']}>
        <DrawTitle draw={draw} />
        <p className={styles['locked']}>
          <i />
          {text.locked}
          <b>{draw.lockedAt !== null && timeText(draw.lockedAt, zone, true)}</b>
        </p>
      </div>
      <div className={styles['lock']}>
        <code className={styles['hex']}>
          {groups.map((group, index) => (
            <span key={index}>{group}</span>
          ))}
        </code>
        {draw.id !== null && (
          <img
            className={styles['qr']}
            src={`/api/m/${encodeURIComponent(code)}/draws/${draw.id}/lock.svg`}
            alt={text.lockCode}
          />
        )}
      </div>
      <div className={styles['below']}>
        <Chance draw={draw} size={14.3} />
        <Sources draw={draw} />
      </div>
    </Frame>
  );
}
