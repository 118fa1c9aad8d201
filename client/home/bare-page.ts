// A page of a meeting that a bare path such as /watch names.
export type BarePage = 'j' | 'kiosk' | 'screen' | 'watch';
