// The one measure of time that is stored and sent.

/** Milliseconds since 1970, UTC, as the server's monotonic-backed clock gives it. */
export type Instant = number;
