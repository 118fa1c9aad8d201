// The sentences of a draw on the panel member's phone; fetched with that page, not before the first score.
import { drawText } from './draw.ts';
import { drawnTasks, drawsNow } from './purposes.ts';

const zh = {
  draw: drawText.zh,
  titles: drawsNow.zh,
  hint: '名字在大屏上公布，这里同步。',
  of: (people: boolean, of: number, take: number): string =>
    people ? `${of}位里抽${take}位。` : `${of}家里抽${take}家。`,
  chance: (people: boolean, chance: string): string => `每${people ? '位' : '家'}机会${chance}。`,
  cellChance: (name: string, of: number, quota: string, chance: string | null): string =>
    `${name}：${of}抽${quota}${chance === null ? '' : `，机会${chance}`}`,
  ready: '还没有锁定。',
  void: '这次抽签作废了。',
  lock: '锁定值',
  drawn: (n: number, of: number): string => `已抽出${n} / ${of}`,
  wordLabel: '输入一个字词',
  wordHint: '随意写，最多40个字。它和所有人的字词一起影响结果，截止后公开，不署名。',
  send: '提交',
  sending: '正在送出',
  empty: '先输入一个字词',
  keptOffline: '已存在本机，网络恢复后自动送出。',
  sent: '您的字词已交',
  sentNote: '每人交一次，不能改。截止后名单公开。',
  counted: '您的字词已列入名单。',
  yours: (word: string): string => `您交的是“${word}”`,
  tooLate: '收字已截止，您这次没有交，不影响抽签。',
  closed: (n: number): string => `收字已截止，共${n}个，名单不再变。`,
  list: '查看名单',
  you: '您被抽中',
  asks: (
    unit: string,
  ): { readonly before: string; readonly unit: string; readonly after: string } => ({
    before: '请向',
    unit,
    after: '提一个问题。',
  }),
  tasks: drawnTasks.zh,
  visit: '会后与其他组员一起实地核查：',
  visitLater: '会后与其他组员一起实地核查。',
  process: '查看过程',
  beacon: (round: number): string => `正在等公共信标第${round}轮公布，公布之前谁也不知道。`,
};

/** Both languages hold the same keys. */
type PhoneDrawText = typeof zh;

const en: PhoneDrawText = {
  draw: drawText.en,
  titles: drawsNow.en,
  hint: 'Names come up on the screen, and here.',
  of: (people, of, take) =>
    `${take} of ${of} ${people ? (of === 1 ? 'person' : 'people') : of === 1 ? 'unit' : 'units'}.`,
  chance: (_people, chance) => ` Each has a chance of ${chance}.`,
  cellChance: (name, of, quota, chance) =>
    `${name}: ${quota} of ${of}${chance === null ? '' : `, a chance of ${chance}`}`,
  ready: 'Not locked yet.',
  void: 'This draw is void.',
  lock: 'Lock',
  drawn: (n, of) => `${n} / ${of} drawn`,
  wordLabel: 'Type a word',
  wordHint:
    'Anything, up to 40 characters. Together with everyone’s words it plays a part in the result. The list is shown without names once it is closed.',
  send: 'Send',
  sending: 'Sending',
  empty: 'Type a word first',
  keptOffline: 'Kept on this device and sent by itself once the network is back.',
  sent: 'Your word is in',
  sentNote: 'One for each person, and it stays as it is. The list is shown once it is closed.',
  counted: 'Your word is in the list.',
  yours: (word) => `You sent “${word}”`,
  tooLate: 'The list is closed without a word of yours, which does not affect the draw.',
  closed: (n) => `The list is closed with ${n === 1 ? '1 word' : `${n} words`}.`,
  list: 'See the list',
  you: 'You are drawn',
  asks: (unit) => ({ before: 'Please put a question to ', unit, after: '.' }),
  tasks: drawnTasks.en,
  visit: 'After the meeting you and the others visit:',
  visitLater: 'You and the others visit units after the meeting.',
  process: 'See how',
  beacon: (round) =>
    `Waiting for round ${round} of the public beacon, which nobody knows before it is published.`,
};

export const phoneDrawText = { zh, en };
