// Whether the page is in touch with the hall: a slot and a word, never a dot alone.
import { commonText } from '../../shared/text/common.ts';
import { useText } from './language.ts';
import { Slot, type SlotState } from './Slot.tsx';
import styles from './Connection.module.css';

export type ConnectionStatus = 'connecting' | 'online' | 'offline' | 'ended';

const SLOTS: Readonly<Record<ConnectionStatus, SlotState>> = {
  connecting: 'waiting',
  online: 'filled',
  offline: 'waiting',
  ended: 'empty',
};

export function Connection({ status }: { readonly status: ConnectionStatus }) {
  const text = useText(commonText);
  return (
    <span className={`${styles['connection'] ?? ''} ${styles[status] ?? ''}`} role="status">
      <Slot state={SLOTS[status]} />
      {text.connection[status]}
    </span>
  );
}
