// The secret behind a QR code or an invitation: read from the fragment once, then gone from the address bar.
import { useEffect, useState } from 'react';

let fragment = '';
let secret: { readonly kind: 'ticket' | 'invite'; readonly value: string } | null = null;

/** Moves the fragment's secret out of the URL. `#invite=…` is a staff link, any other fragment a ticket. */
export function takeSecret(): void {
  // A link opened in a tab that shows this page already changes the fragment alone: begin again with it.
  addEventListener('hashchange', () => {
    if (location.hash !== '') location.reload();
  });
  fragment = location.hash.slice(1);
  if (fragment === '') return;
  secret = fragment.startsWith('invite=')
    ? { kind: 'invite', value: fragment.slice('invite='.length) }
    : { kind: 'ticket', value: fragment };
  history.replaceState(null, '', location.pathname + location.search);
}

/**
 * The secret of this kind that the page was opened with; the first page that stands keeps it, later ones find none. It is
 * let go of only then: React may throw a first rendering away and begin again, and the ticket would be lost with it.
 */
export function useSecretOnce(kind: 'ticket' | 'invite'): string | null {
  const [found] = useState(() => (secret?.kind === kind ? secret.value : null));
  useEffect(() => {
    if (secret?.kind === kind) secret = null;
  }, [kind]);
  return found;
}

/** What stood behind the #: a page that has to be opened at another address takes it along. */
export function openedWith(): string {
  return fragment;
}
