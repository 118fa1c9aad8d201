// The note of a network that is gone, fetched beside the page while the network is there.
import { later } from '../../live/later.ts';

const load = async () => (await import('./OfflineNote.tsx')).OfflineNote;
export const OfflineNote = later(load);
load().catch(() => undefined);
