// A file's size in few characters: 830 KB, 1.2 MB.

export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const kilobytes = bytes / 1000;
  if (kilobytes < 999.5) return `${Math.round(kilobytes)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
