// The door, fetched beside the page: whoever comes with a QR code and a seat never sees it.
import { Suspense } from 'react';
import type { JoinProps } from './Join.tsx';
import { later } from '../../live/later.ts';

const load = async () => (await import('./Join.tsx')).Join;
const Join = later(load);
// While the network is there; the door is needed most when it is not.
load().catch(() => undefined);

export function Door(props: JoinProps) {
  return (
    <Suspense fallback={null}>
      <Join {...props} />
    </Suspense>
  );
}
