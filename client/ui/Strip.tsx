// A row of slots that share its width, as a picture of what stands beside it in words.
import { Slot, type SlotState } from './Slot.tsx';
import styles from './Slot.module.css';

export function Strip({
  states,
  className,
}: {
  readonly states: readonly SlotState[];
  readonly className: string | undefined;
}) {
  return (
    <div className={`${styles['strip'] ?? ''} ${className ?? ''}`} aria-hidden="true">
      {states.map((state, index) => (
        <Slot key={index} state={state} />
      ))}
    </div>
  );
}
