// What stands before any meeting's own pages: the front page, or where a bare path such as /watch leads.
import { HomePage } from './HomePage.tsx';
import { WithMeeting, type BarePage } from './WithMeeting.tsx';

export function FrontPage({ page }: { readonly page: BarePage | null }) {
  return page === null ? <HomePage /> : <WithMeeting page={page} />;
}
