// Words that every surface shares: the place's name, languages, connection, numbers with their units.

const zh = {
  /** The short title on the seal, and the name of the whole. */
  title: '公评',
  fullTitle: '公评：双随机评议',
  /** This language, named in itself. */
  language: '中文',
  connection: {
    connecting: '正在连接',
    online: '已连接',
    offline: '正在重连',
    ended: '已断开',
  },
  abstained: '弃权',
  timeLeft: '离截止',
  overtime: '超时',
  ordinal: (n: number, of: number) => `第${n}家，共${of}家`,
  outOf: (max: number | string) => `满分${max}`,
  loading: '正在打开',
  retry: '再试一次',
  /** A button in the place of a part that cannot be shown, nor the sentences about it. */
  broken: '显示不出来，重新打开',
  unreachable: '连不上会场的主机。请看一看网络，再试一次。',
};

/** Both languages hold the same keys. */
export type CommonText = typeof zh;

const en: CommonText = {
  title: 'Kleroterion',
  fullTitle: 'Kleroterion, a review by lot',
  language: 'English',
  connection: {
    connecting: 'Connecting',
    online: 'Connected',
    offline: 'Reconnecting',
    ended: 'Disconnected',
  },
  abstained: 'Abstained',
  timeLeft: 'Closes in',
  overtime: 'Over time',
  ordinal: (n, of) => `Unit ${n} of ${of}`,
  outOf: (max) => `out of ${max}`,
  loading: 'Opening',
  retry: 'Try again',
  broken: 'This cannot be shown. Reload',
  unreachable: 'The hall’s server does not answer. Check the network, then try again.',
};

export const commonText = { zh, en };
