// How a draw's source stands, as the slot says it.
import type { DrawSource } from '../../shared/views/slices/draw-slices.ts';
import type { SlotState } from '../ui/Slot.tsx';

export function sourceSlot({ read, wanted }: DrawSource): SlotState {
  return read ? 'filled' : wanted ? 'waiting' : 'empty';
}
