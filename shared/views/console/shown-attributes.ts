// What quotas can ask about, as the console shows it: attributes, their values, and combinations that few people share.
import {
  attributeName,
  codeName,
  GROUP,
  rareCombinations,
  valueOf,
} from '../../meeting/attributes.ts';
import { cellName } from '../../meeting/draws/cell-names.ts';
import { remembered } from '../../remembered.ts';
import type { Seen } from '../seen.ts';
import type { SetupSlice } from '../slices/staff-slices.ts';

/** So many combinations are named; the others are counted. */
const MOST_NAMED = 20;

type Known = Pick<Seen, 'meeting' | 'directory'>;

export function shownAttributes({ meeting, directory }: Known): SetupSlice['attributes'] {
  return meeting.attributes.map(({ id }) => {
    const counts = new Map<string, number>();
    for (const reviewer of meeting.pool.values()) {
      const code = valueOf(reviewer, id);
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    const values = [...counts].sort(([one], [other]) => Number(one) - Number(other));
    return {
      ...{ id, name: attributeName(directory, id) },
      values: values.map(([v, count]) => ({ v, name: codeName(directory, id, v), count })),
    };
  });
}

const rareIn = remembered((pool: Seen['meeting']['pool']) => rareCombinations([...pool.values()]));

export function rareSlice(known: Known): SetupSlice['rare'] {
  const { meeting, directory } = known;
  const rare = rareIn(meeting.pool);
  return {
    people: rare.reduce((sum, { people }) => sum + people, 0),
    combinations: rare.length,
    first: rare.slice(0, MOST_NAMED).map(({ a, people }) => ({
      people,
      names: Object.entries(a).map(([name, v]) =>
        name === GROUP ? cellName(known, v) : codeName(directory, name, v),
      ),
    })),
  };
}
