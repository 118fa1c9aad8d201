// What quotas can ask about, counted without those whom the draw leaves out, as the lock and the trial count.
import { useEffect, useState } from 'react';
import type { ItemOf } from '../../../shared/meeting/agenda/item.ts';
import type { ListedCounts } from '../../../shared/meeting/draws/quota-counts.ts';
import type { QuotaCounts } from '../../../shared/quotas-tried.ts';
import { call } from '../../live/http.ts';
import { useConsole, useView } from '../parts/console-context.ts';
import { askable, countedAnew, type Asked } from './quota-draft.ts';

/**
 * Until the server has counted anew, and where it cannot be asked, all who are on the list count.
 *
 * @param group what the group is called as an attribute
 */
export function useAsked(without: ItemOf<'draw'>['without'], group: string): readonly Asked[] {
  const { code } = useConsole();
  const setup = useView((view) => view.setup);
  const all = askable(setup, group);
  const key = without === undefined ? null : JSON.stringify([without, all]);
  const [came, setCame] = useState<{ readonly key: string; readonly counts: ListedCounts }>();
  useEffect(() => {
    if (key === null) return;
    let left = false;
    const [asked] = JSON.parse(key) as [typeof without];
    void call<QuotaCounts>(`/m/${encodeURIComponent(code)}/api/quotas/count`, {
      without: asked,
    }).then((answer) => {
      if (!left && answer.ok) setCame({ key, counts: answer.counts });
    });
    return () => {
      left = true;
    };
  }, [code, key]);
  return came && came.key === key ? countedAnew(all, came.counts) : all;
}
