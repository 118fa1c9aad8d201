// Names of files in a header (RFC 5987): percent-encoded UTF-8, as browsers save them.

/** Of a file that a browser saves and does not show. */
export function attachment(name: string): string {
  return `attachment; filename*=UTF-8''${extended(name)}`;
}

/** Also the few marks besides that encodeURIComponent leaves as they are. */
export function extended(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
