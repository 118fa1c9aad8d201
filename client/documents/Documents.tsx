// The way to a unit's reports, from wherever the unit is named: nothing where it has none, fetched where it has.
import { Suspense } from 'react';
import { later } from '../live/later.ts';
import type { DocumentsProps } from './Reports.tsx';

const Reports = later(async () => (await import('./Reports.tsx')).Reports);

export function Documents(props: DocumentsProps) {
  if (props.documents.length === 0) return null;
  return (
    // As high as what comes, so that nothing moves under a thumb.
    <Suspense fallback={<div style={{ height: '2.75rem' }} />}>
      <Reports {...props} />
    </Suspense>
  );
}
