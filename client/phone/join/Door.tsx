// The door, fetched beside the page: whoever comes with a QR code and a seat never sees it.
import { meanwhile, soon } from '../../live/later.ts';
import { Opening } from '../../ui/Opening.tsx';

// The door is needed most when the network is not there.
export const Door = meanwhile(
  soon(async () => (await import('./Join.tsx')).Join),
  <Opening />,
);
