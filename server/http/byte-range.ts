// One range of bytes, as RFC 9110 §14 writes it: what PDF viewers and downloads that go on ask for.

/**
 * The bytes that a `Range` header asks for, both ends inclusive. `whole` where there is none or one that may be passed
 * over (several ranges, another unit); `none` where it begins behind the end.
 *
 * @param bytes how many there are
 */
export function rangeOf(
  header: string | undefined,
  bytes: number,
): { readonly start: number; readonly end: number } | 'whole' | 'none' {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return 'whole';
  if (from === '') {
    const last = Math.min(Number(to), bytes);
    return last === 0 ? 'none' : { start: bytes - last, end: bytes - 1 };
  }
  const start = Number(from);
  if (to !== '' && Number(to) < start) return 'whole';
  if (start >= bytes) return 'none';
  return { start, end: to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1) };
}
