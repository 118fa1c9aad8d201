/** Makes something of each object once: for objects that never change. */
export function remembered<K extends object, T>(of: (one: K) => T): (one: K) => T {
  const known = new WeakMap<K, { readonly of: T }>();
  return (one) => {
    let made = known.get(one);
    if (!made) known.set(one, (made = { of: of(one) }));
    return made.of;
  };
}
