// The door, fetched beside the page: whoever comes with a QR code and a seat never sees it.
import { Suspense } from 'react';
import type { JoinProps } from './Join.tsx';
import { soon } from '../../live/later.ts';

// The door is needed most when the network is not there.
const Join = soon(async () => (await import('./Join.tsx')).Join);

export function Door(props: JoinProps) {
  return (
    <Suspense fallback={null}>
      <Join {...props} />
    </Suspense>
  );
}
