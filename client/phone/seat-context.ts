// What the parts of a seat's page share: its meeting, its outbox, the server's clock, and how the page stands.
import { createContext, useContext } from 'react';
import type { Outbox } from './slips/outbox.ts';

interface SeatFacts {
  /** The meeting's. */
  readonly code: string;
  readonly outbox: Outbox;
  /** Server clock minus this device's, in ms. */
  readonly clockOffset: number;
  readonly online: boolean;
  /** Whether what the page has outlives it. */
  readonly keeps: boolean;
}

export const SeatContext = createContext<SeatFacts | null>(null);

export function useSeat(): SeatFacts {
  const facts = useContext(SeatContext);
  if (!facts) throw new Error('a part of the seat stands outside <SeatContext>');
  return facts;
}
