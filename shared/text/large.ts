// The way to the large version and back.

const zh = {
  on: '长辈版',
  off: '常规版',
  /** Where somebody comes in. */
  offer: '长辈版 · 字大、键大',
};

/** Both languages hold the same keys. */
type LargeText = typeof zh;

const en: LargeText = {
  on: 'Large',
  off: 'Regular',
  offer: 'Large text and keys',
};

export const largeText = { zh, en };
