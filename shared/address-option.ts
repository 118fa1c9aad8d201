// The option of the command line that lets pages be opened at one more address.

/** The shape of an origin that is safe to paste into any shell; whatever else a browser may name is shown to nobody. */
const PLAIN_ORIGIN = /^https?:\/\/([a-z0-9_.-]{1,253}|\[[0-9a-f:.]{2,45}\])(:\d{1,5})?$/;

/** An origin, as it may be shown and typed; "" for any other text. */
export function plainOrigin(text: string): string {
  return PLAIN_ORIGIN.test(text) ? text : '';
}

/**
 * @param origin what {@link plainOrigin} gave
 * @param open origins that work, the one in QR codes first: it stays there
 */
export function addressOption(origin: string, open: readonly string[]): string {
  return `--public-url ${[...open.slice(0, 1), origin].join(',')}`;
}
