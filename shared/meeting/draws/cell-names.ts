// What the cells of a draw are called: groups, categories, and the values that quotas ask about.
import { attributeName, codeName } from '../attributes.ts';
import type { Meeting } from '../state.ts';
import type { Directory } from '../directory.ts';

/** What names are looked up in. */
export interface Named {
  readonly meeting: Pick<Meeting, 'groups' | 'categories' | 'attributes'>;
  readonly directory: Directory;
}

/**
 * The name of a group or a category; of an attribute its heading, and of one of its values both; the id itself where there is
 * none of that id any more, and the code where its meaning was erased.
 */
export function cellName({ meeting, directory }: Named, cell: string): string {
  const { groups, categories, attributes } = meeting;
  const named: readonly { readonly id: string; readonly name: string }[] = [
    ...groups,
    ...categories,
  ];
  const found = named.find(({ id }) => id === cell);
  if (found) return found.name;
  const [id = '', code] = cell.split(':');
  if (!attributes.some((one) => one.id === id)) return cell;
  const name = attributeName(directory, id);
  return code === undefined ? name : `${name} · ${codeName(directory, id, code)}`;
}
