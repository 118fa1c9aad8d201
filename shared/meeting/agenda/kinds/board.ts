// The standings in the hall, of all units or of one category.
import type { CategoryId } from '../../../ids.ts';
import { INVALID, BY_ITSELF, type ItemKind } from '../kind.ts';

export const board: ItemKind<'board'> = {
  ...BY_ITSELF,
  body: (f) => ({ category: f.category.exactOptional() }),
  usual: (id) => ({ id, kind: 'board' }),
  flaw: ({ categories }, { category }) =>
    category === undefined || categories.some(({ id }) => id === category) ? null : INVALID,
  cells: ({ category }) => (category === undefined ? [] : [category]),
  renamed: ({ category, ...item }, ids) =>
    category === undefined
      ? item
      : { ...item, category: (ids.get(category) ?? category) as CategoryId },
  board: ({ category }) => ({ category }),
};
