// What everybody may see of a result: the one that was published, as it was signed, and nothing before.
import { planOfVersion } from '../../meeting/result/plans.ts';
import { perMeeting } from '../seen.ts';
import type { PublishedSlice } from '../slices/result-slices.ts';
import { shownRows } from './result-page.ts';

export const publishedSlice = perMeeting((seen): PublishedSlice => {
  const { published } = seen.meeting;
  const plan = published && planOfVersion(seen.meeting, published.plan);
  if (!published?.published || !plan) return null;
  const rows = shownRows(seen, plan, published.rows);
  return {
    at: published.published.at,
    days: published.published.days,
    final: published.final !== null,
    units: rows.map((row) => {
      const mates = rows.filter(
        ({ subject, categoryRank }) =>
          subject.category.id === row.subject.category.id && categoryRank !== null,
      );
      const alike = mates.filter(({ categoryRank }) => categoryRank === row.categoryRank);
      return { ...row, of: mates.length, tied: alike.length > 1 };
    }),
  };
});
