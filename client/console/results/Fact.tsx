// One titled part of what stands beside a unit's ledger.
import type { ReactNode } from 'react';

export function Fact({
  title,
  aside,
  children,
}: {
  readonly title: string;
  /** Small, at the other end of the title's line. */
  readonly aside?: string;
  readonly children: ReactNode;
}) {
  return (
    <section>
      <h3 className={aside === undefined ? undefined : 'line between wrap'}>
        {title}
        {aside !== undefined && <small>{aside}</small>}
      </h3>
      {children}
    </section>
  );
}
