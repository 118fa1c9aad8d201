// The slot: the one mark that says on every surface what has happened (LOOK.md §1).
import styles from './Slot.module.css';

export type SlotState = 'empty' | 'waiting' | 'filled' | 'now' | 'recused' | 'absent';

/**
 * 0.95em by 0.55em unless the surroundings set `--slot-w` and `--slot-h`; set `--slot-ms: 0ms` where many fill at
 * once. `label` says the state in words; without it the slot is an ornament beside a word.
 */
export function Slot({
  state,
  label,
}: {
  readonly state: SlotState;
  readonly label?: string | undefined;
}) {
  return (
    <span
      className={`${styles['slot'] ?? ''} ${styles[state] ?? ''}`}
      data-state={state}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    />
  );
}
