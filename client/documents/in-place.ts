// Where a report is read on a device that everyone shares: on this page, from which one comes back.
import { createContext } from 'react';

/** Told whether a PDF is being read, whose touches this page does not see; null: on a device of one's own. */
export const InPlace = createContext<((reading: boolean) => void) | null>(null);
