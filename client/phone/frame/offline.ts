// The note of a network that is gone, fetched beside the page while the network is there.
import { soon } from '../../live/later.ts';

export const OfflineNote = soon(async () => (await import('./OfflineNote.tsx')).OfflineNote);
