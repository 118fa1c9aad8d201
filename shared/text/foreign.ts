// What a page says that was opened under an address which the server was not told of. Fetched only then.

const zh = {
  title: '请换个网址打开',
  says: (origin: string) =>
    `您打开的是${origin}。会场主机没有登记这个网址，所以在这里入席、评分、登录都不行，码和口令没有错。`,
  saysNone: '这一页不是从会场主机的网址打开的，所以在这里入席、评分、登录都不行。',
  instead: '从这里打开就可以：',
  ask: '该打开哪个网址，请问工作人员；有二维码的，直接扫码。',
  staff: '管理主机的人：确实要用这个网址，就停止公评，加上下面的选项重新启动。',
  waits: '改好以后，这一页会自己恢复，不用刷新。',
};

/** Both languages hold the same keys. */
type ForeignText = typeof zh;

const en: ForeignText = {
  title: 'Please open another address',
  says: (origin) =>
    `You opened ${origin}. The hall’s server was not told of this address, so nobody can take a seat, score or log in here. Your code or passphrase is not at fault.`,
  saysNone:
    'This page was not opened at an address of the hall’s server, so nobody can take a seat, score or log in here.',
  instead: 'This works:',
  ask: 'Ask the staff which address to open; if you have a QR code, scan it.',
  staff:
    'Whoever runs the server: if this address is meant to be used, stop the server and start it with this option.',
  waits: 'Once that is done this page goes on by itself; no need to reload it.',
};

export const foreignText = { zh, en };
