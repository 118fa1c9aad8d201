// How XLSX writes characters that XML cannot hold.

/** `_x000D_` is a carriage return; `_x005F_` an underline that would otherwise begin such a code. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(parseInt(hex, 16)),
      )
    : text;
}
