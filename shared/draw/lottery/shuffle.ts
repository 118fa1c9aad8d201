// Orders in which every one is equally likely.

/** A uniform integer 0..n−1, as `Stream.below` of seed.ts gives them. */
export type Below = (n: number) => number;

export function shuffled<T>(list: readonly T[], below: Below): T[] {
  const order = [...list];
  for (let left = order.length; left > 1; left -= 1) {
    const taken = below(left);
    const [one, last] = [order[taken], order[left - 1]];
    order[left - 1] = one as T;
    order[taken] = last as T;
  }
  return order;
}
