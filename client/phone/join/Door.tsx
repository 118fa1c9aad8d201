// The door, fetched beside the page: whoever comes with a QR code and a seat never sees it.
import { quietly, soon } from '../../live/later.ts';

// The door is needed most when the network is not there.
export const Door = quietly(soon(async () => (await import('./Join.tsx')).Join));
