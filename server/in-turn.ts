// One piece of work after the other, for what decides on the durable world and must see what the one before it did.

const last = new WeakMap<object, Promise<unknown>>();

/** Runs `work` once all earlier work for the same key has ended, whether well or not. */
export function inTurn<T>(key: object, work: () => Promise<T>): Promise<T> {
  const turn = (last.get(key) ?? Promise.resolve()).then(work);
  last.set(
    key,
    turn.catch(() => undefined),
  );
  return turn;
}
