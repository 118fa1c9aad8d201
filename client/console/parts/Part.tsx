// A part of the console that stands by itself: an exception in it leaves the others as they are.
import type { ReactNode } from 'react';
import { Guard } from '../../ui/Guard.tsx';
import { useView } from './console-context.ts';

/** @param name what it is called where the server counts faults: lower-case letters and hyphens */
export function Part({
  name,
  look = 'part',
  children,
}: {
  readonly name: string;
  /** `none` for what is not always on show: nothing stands in its place. */
  readonly look?: 'part' | 'none';
  readonly children: ReactNode;
}) {
  // Tried again with every new view: what broke it may be gone.
  const view = useView((whole) => whole);
  return (
    <Guard part={name} look={look} reset={view}>
      {children}
    </Guard>
  );
}
