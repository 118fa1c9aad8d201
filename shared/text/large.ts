// The way to the large version and back.

const zh = {
  on: '长辈版',
  off: '常规版',
  /** Beside the way to it, where somebody comes in. */
  offer: '字大、键大',
};

/** Both languages hold the same keys. */
type LargeText = typeof zh;

const en: LargeText = {
  on: 'Large version',
  off: 'Regular',
  offer: 'Larger text and keys',
};

export const largeText = { zh, en };
