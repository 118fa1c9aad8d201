// What stands before any meeting's own pages: the front page, or where a bare path such as /watch leads.
import { HomePage } from './HomePage.tsx';
import type { BarePage } from './bare-page.ts';
import { WithMeeting } from './WithMeeting.tsx';

export function FrontPage({ page }: { readonly page: BarePage | null }) {
  return page === null ? <HomePage /> : <WithMeeting page={page} />;
}
