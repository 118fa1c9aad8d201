// A sheet from elsewhere as a draft here: ids that nothing else has, groups found again by their names. Pure.
import { loose } from '../../../../shared/roster/cells.ts';
import type { ReadNode } from '../../../../shared/roster/score-reader.ts';
import type { DraftNode, GroupName } from './draft.ts';

export interface Taken {
  readonly name: string;
  readonly points: boolean;
  readonly comments: boolean;
  readonly nodes: readonly DraftNode[];
}

/** The same tree under fresh ids. */
export function renamed(
  nodes: readonly (ReadNode | DraftNode)[],
  freshId: (kind: string) => string,
): readonly DraftNode[] {
  return nodes.map((node) => {
    if ('children' in node)
      return { ...node, id: freshId('c'), children: renamed(node.children, freshId) };
    const scale = node.scale?.map((grade) => ({ ...grade, id: freshId('g') })) ?? null;
    return { ...node, id: freshId('c'), scale };
  });
}

/** Groups of another meeting replaced by those of the same name; a line that none of its groups is left for is for all. */
export function regrouped(
  nodes: readonly DraftNode[],
  theirs: readonly GroupName[],
  ours: readonly GroupName[],
): { readonly nodes: readonly DraftNode[]; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const found = (id: string) => {
    const name = theirs.find((group) => group.id === id)?.name ?? id;
    const own = ours.find((group) => loose(group.name) === loose(name));
    if (!own) missing.add(name);
    return own ? [own.id] : [];
  };
  const walk = (node: DraftNode): DraftNode => {
    if ('children' in node) return { ...node, children: node.children.map(walk) };
    const ids = new Set(node.groups?.flatMap(found));
    const isAll = ids.size === 0 || ids.size === ours.length;
    return {
      ...node,
      groups: isAll ? null : ours.flatMap(({ id }) => (ids.has(id) ? [id] : [])),
    };
  };
  return { nodes: nodes.map(walk), missing: [...missing] };
}
