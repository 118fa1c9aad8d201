// The address of the page on which anyone checks a draw, with where the draw is and what was seen of it.

/**
 * @param draw null: all draws of the meeting
 * @param lockHash the 64 digits to compare; null where nobody saw them
 */
export function checkAddress(code: string, draw: string | null, lockHash: string | null): string {
  const at = draw === null ? code : `${code}/${draw}`;
  return `/verify?draw=${at}${lockHash === null ? '' : `&lock=${lockHash}`}`;
}

/** Where a `draw` of such an address is found, or null where it names none. */
export function proofAddress(named: string): string | null {
  const [, code, draw] = /^([\w-]{1,32})(?:\/([\w.-]{1,64}))?$/.exec(named) ?? [];
  if (code === undefined) return null;
  return `/m/${code}/api/draws${draw === undefined ? '' : `/${draw}/proof`}`;
}
