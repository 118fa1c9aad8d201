// All that this browser keeps: the one place that knows localStorage. Nothing here throws; a browser may refuse to keep,
// be full, or have no storage at all.

/** What stays on this device. May throw: whoever takes it reads and writes by the functions below, or catches. */
export const onDevice = (): Storage => localStorage;

/** What stays in this tab alone. May throw as well. */
export const inTab = (): Storage => sessionStorage;

/** What was kept, null where nothing was or nothing can be read. */
export function recall(
  key: string,
  storage: () => Pick<Storage, 'getItem'> = onDevice,
): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

/** @param value null lets go of it. @returns whether it is kept now */
export function keep(
  key: string,
  value: string | null,
  storage: () => Pick<Storage, 'setItem' | 'removeItem'> = onDevice,
): boolean {
  try {
    if (value === null) storage().removeItem(key);
    else storage().setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
