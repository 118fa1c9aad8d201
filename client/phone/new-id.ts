// A name that no other page has made, also where plain HTTP leaves browsers without `randomUUID`.

export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
