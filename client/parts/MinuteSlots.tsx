// One slot per minute, emptied from the left; the last minute's slot is the current one (LOOK.md §6).
import styles from './MinuteSlots.module.css';

const SLOTS_MAX = 40;

/** 1 up to forty minutes, then 5 or more. */
export function minutesPerSlot(totalSeconds: number): number {
  const minutes = totalSeconds / 60;
  return minutes <= SLOTS_MAX ? 1 : Math.ceil(minutes / SLOTS_MAX / 5) * 5;
}

export function MinuteSlots({
  leftMs,
  totalSeconds,
}: {
  readonly leftMs: number;
  readonly totalSeconds: number;
}) {
  const slotMs = minutesPerSlot(totalSeconds) * 60_000;
  const count = Math.max(1, Math.ceil((totalSeconds * 1000) / slotMs));
  return (
    <div className={styles['minutes']} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => {
        // The rightmost slot is the last to empty.
        const share = Math.min(1, Math.max(0, leftMs / slotMs - (count - 1 - index)));
        return (
          <span key={index} data-spent={share === 0} data-now={leftMs > 0 && leftMs <= 60_000}>
            <i style={{ transform: `scaleX(${share.toFixed(3)})` }} />
          </span>
        );
      })}
    </div>
  );
}
