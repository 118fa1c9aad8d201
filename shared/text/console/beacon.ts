// The console's words about the public beacon: when its round comes, and how it is typed where there is no internet.
import type { RelayStanding } from '../../views/seen.ts';

const zh = {
  after: '锁定后几秒公布的一轮',
  afterHint: (least: number): string =>
    `这段时间里要收齐字词、读完骰子，来不及就作废重抽。最少${least}秒。`,
  round: (round: number, time: string): string => `第${round}轮，${time}公布`,
  left: (clock: string): string => `还有${clock}。公布之前谁也不知道，现在只等时间到。`,
  /** How the server's own look for it fares, in a word. */
  relays: {
    off: '已关闭',
    idle: '时间一到就取',
    asking: '正在取',
    failed: '没取到',
  } satisfies Record<RelayStanding, string>,
  byItself: '本机自动取：',
  byHand: (path: string): string =>
    `不联网也可以：用任何能上网的设备打开${path}，把signature后面的96位抄在下面，整段粘贴也行。`,
  signature: '签名（96位）',
  have: (n: number): string => `${n} / 96位`,
  short: (n: number): string => (n === 0 ? '等签名' : `还差${n}位`),
  long: (n: number): string => `多了${n}位，请对着原文删去。`,
  stray: (place: number, character: string): string =>
    `第${place}位“${character}”抄错了：只有数字0到9和字母a到f。`,
  noSignature: '粘贴的这一段里没有96位的signature。请把整段重新复制一遍。',
  otherRound: (given: number, wanted: number): string =>
    `这是第${given}轮，要的是第${wanted}轮。请按上面的网址重新取。`,
  early: '还没到时间',
  wrong: '签名要改',
  read: '读入签名',
};

type ConsoleBeaconText = typeof zh;

const en: ConsoleBeaconText = {
  after: 'Seconds from the lock to the round',
  afterHint: (least) =>
    `Words must be in and dice read within them, or the draw is void and is made again. At least ${least}.`,
  round: (round, time) => `Round ${round}, published at ${time}`,
  left: (clock) => `${clock} left. Nobody knows it before; there is nothing to do but wait.`,
  relays: {
    off: 'off',
    idle: 'when it is time',
    asking: 'asking now',
    failed: 'nothing found',
  },
  byItself: 'By this server itself: ',
  byHand: (path) =>
    `Without internet here: open ${path} on any device that has it, and copy the 96 characters behind “signature” below; the whole answer can be pasted as well.`,
  signature: 'Signature (96 characters)',
  have: (n) => `${n} / 96`,
  short: (n) => (n === 0 ? 'The signature is needed' : `${n} to go`),
  long: (n) => `${n} too many. Compare with the original.`,
  stray: (place, character) =>
    `Character ${place}, “${character}”, cannot be right: only 0 to 9 and a to f occur.`,
  noSignature: 'No signature of 96 characters is in what was pasted. Copy the whole answer again.',
  otherRound: (given, wanted) =>
    `This is round ${given}; round ${wanted} is needed. Open the address above again.`,
  early: 'Not published yet',
  wrong: 'The signature needs correcting',
  read: 'Take the signature',
};

export const consoleBeaconText = { zh, en } as const;
