// The note of a network that is gone, fetched beside the page while the network is there.
import { quietly, soon } from '../../live/later.ts';

export const OfflineNote = quietly(
  soon(async () => (await import('./OfflineNote.tsx')).OfflineNote),
);
