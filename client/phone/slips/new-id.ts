// A name that no other page has made, also where plain HTTP leaves browsers without `randomUUID`.

export function newId(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join('-');
}
