// Around a page that shows a live view: where nothing of it could be shown, the next view is tried.
import type { ReactNode } from 'react';
import { useSlice } from '../live/use-live.ts';
import type { Live } from '../live/view-store.ts';
import { Guard } from './Guard.tsx';

export function HealedBy<View>({
  live,
  part,
  children,
}: {
  readonly live: Live<View>;
  readonly part: string;
  readonly children: ReactNode;
}) {
  const view = useSlice(live, (state) => state.view);
  return (
    <Guard part={part} look="page" reset={view}>
      {children}
    </Guard>
  );
}
