// Taking a seat without a QR code: fetched with the door.

const zh = {
  title: '入席',
  lead: '请扫您那张纸上的二维码。扫不了，就输入纸上的短码。',
  code: '短码',
  codeHint: '字母不分大小写，横线可以不输',
  codeMissing: '请先输入短码',
  enter: '入席',
  entering: '正在入席',
  offline: '连不上会场的主机。请连会场的网络，再试一次。',
  notAllowed: '这部手机还没有入席。请扫您的二维码，或输入短码。',
  help: '没有码，请找签到台。',
  unsent: (n: number) => `这部手机上有${n}家的评分还没送达。用自己的码入席，就接着送。`,
};

/** Both languages hold the same keys. */
type JoinText = typeof zh;

const en: JoinText = {
  title: 'Take your seat',
  lead: 'Scan the QR code on your ticket. If that fails, type the short code on it.',
  code: 'Short code',
  codeHint: 'Capitals and hyphens do not matter',
  codeMissing: 'Type your short code',
  enter: 'Take my seat',
  entering: 'Taking your seat',
  offline: 'The hall’s server does not answer. Join the hall’s network, then try again.',
  notAllowed: 'This phone has no seat yet. Scan your QR code or type your short code.',
  help: 'No code? Ask at the check-in desk.',
  unsent: (n) =>
    n === 1
      ? 'One ballot on this phone is unsent. Take your seat with your own code and it goes out.'
      : `${n} ballots on this phone are unsent. Take your seat with your own code and they go out.`,
};

export const joinText = { zh, en };
