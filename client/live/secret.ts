// The secret behind a QR code or an invitation: read from the fragment once, then gone from the address bar.

let secret: { readonly kind: 'ticket' | 'invite'; readonly value: string } | null = null;

/** Moves the fragment's secret out of the URL. `#invite=…` is a staff link, any other fragment a ticket. */
export function takeSecret(): void {
  // A link opened in a tab that shows this page already changes the fragment alone: begin again with it.
  addEventListener('hashchange', () => {
    if (location.hash !== '') location.reload();
  });
  const fragment = location.hash.slice(1);
  if (fragment === '') return;
  secret = fragment.startsWith('invite=')
    ? { kind: 'invite', value: fragment.slice('invite='.length) }
    : { kind: 'ticket', value: fragment };
  history.replaceState(null, '', location.pathname + location.search);
}

/** The secret of this kind that the page was opened with, handed out once. */
export function useSecretOnce(kind: 'ticket' | 'invite'): string | null {
  if (secret?.kind !== kind) return null;
  const { value } = secret;
  secret = null;
  return value;
}
