// Which certificates a socket believes: those that `fetch` beside it does.

/**
 * engine.io checks a certificate even where Node has been told not to, by the environment. The server tells it so for the
 * thread of its own simulated phones, which speak to this very machine under an address that no certificate names.
 */
export function certificates(): { readonly rejectUnauthorized: boolean } {
  return { rejectUnauthorized: process.env['NODE_TLS_REJECT_UNAUTHORIZED'] !== '0' };
}
