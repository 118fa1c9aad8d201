// Words that every surface shares: the place's name, languages, connection, numbers with their units.

const zh = {
  /** The short title on the seal. */
  title: '公评',
  /** This language, named in itself. */
  language: '中文',
  connection: {
    connecting: '正在连接',
    online: '已连接',
    offline: '正在重连',
    ended: '已断开',
  },
  timeLeft: '离截止',
  overtime: '超时',
  ordinal: (n: number, of: number) => `第${n}家，共${of}家`,
  outOf: (max: number | string) => `满分${max}`,
  loading: '正在打开',
  /** A button in the place of a part that cannot be shown, nor the sentences about it. */
  broken: '显示不出来，重新打开',
};

/** Both languages hold the same keys. */
export type CommonText = typeof zh;

const en: CommonText = {
  title: 'Kleroterion',
  language: 'English',
  connection: {
    connecting: 'Connecting',
    online: 'Connected',
    offline: 'Reconnecting',
    ended: 'Disconnected',
  },
  timeLeft: 'Closes in',
  overtime: 'Over time',
  ordinal: (n, of) => `Unit ${n} of ${of}`,
  outOf: (max) => `out of ${max}`,
  loading: 'Opening',
  broken: 'Cannot be shown. Reload',
};

export const commonText = { zh, en };
