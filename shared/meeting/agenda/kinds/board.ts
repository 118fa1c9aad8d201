// The standings in the hall, of all units or of one category.
import type { CategoryId } from '../../../ids.ts';
import { INVALID, type ItemKind } from '../kind.ts';

export const board: ItemKind<'board'> = {
  body: (f) => ({ category: f.category.exactOptional() }),
  usual: (id) => ({ id, kind: 'board' }),
  flaw: ({ categories }, { category }) =>
    category === undefined || categories.some(({ id }) => id === category) ? null : INVALID,
  subject: () => undefined,
  presents: false,
  withinTurn: () => false,
  subjects: () => [],
  cells: ({ category }) => (category === undefined ? [] : [category]),
  renamed: ({ category, ...item }, ids) =>
    category === undefined
      ? item
      : { ...item, category: (ids.get(category) ?? category) as CategoryId },
  sheet: () => null,
  seconds: () => null,
  scoring: () => null,
  drawing: () => null,
  board: ({ category }) => ({ category }),
  holds: () => null,
  over: () => false,
};
