// Simulated phones in the console of a rehearsal: the button, how they fare, the way to the terminal. In both languages.
import { MOST_CROWDS } from '../number-limits.ts';
import type { PhonesFailure } from '../rehearsal/phones.ts';
import { plural } from './en-words.ts';

const zh = {
  title: '模拟手机',
  lead: '在主机上运行，和真手机走同样的路：签到、交字、评分、改票，偶尔断网再连。您在“现场”走到哪里，它们跟到哪里。',
  howMany: '几部手机',
  behind: (seats: number, pool: number) => `评议团${seats}席，名册${pool}人`,
  call: '让模拟手机入场',
  callAgain: '再次入场',
  dismiss: '让手机离场，看报告',
  coming: '手机正在入场，几秒钟就到。',
  waiting: '手机到了，还没有席位：抽出评议团后，它们自动入席。',
  going: '手机正在收尾，报告马上就好。',
  failed: {
    'broken-off':
      '这批手机中途断了，没有报告。可以让它们再次入场；要是又断，请看主机窗口里的说明。',
    full: `一部也没有来：这台主机上已有${MOST_CROWDS}场演练在用模拟手机。请先让别场的手机离场，再让手机入场。`,
  } satisfies Record<PhonesFailure, string>,
  present: '入席',
  connected: '在线',
  voters: '交过票',
  acknowledged: '收到回执',
  refused: '没有计入',
  ofCalled: (called: number) => `/ ${called}`,
  lastTime: '上一批手机的报告：',
  kept: '下一份报告出来、演练删除或公评停止后，这份报告不再保留。',
  toPhones: '看模拟手机',
  line: (present: number, connected: number) => `模拟手机${present}部入席，${connected}部在线`,
  here: '模拟手机在会上',
  terminal: '从另一台电脑运行',
  terminalHint:
    '想连会场的网络一起试，就在另一台装了公评的电脑上，打开公评的文件夹，运行这一行。已经连上的手机不受影响，其余的码会换新。',
};

/** Both languages hold the same keys. */
type RehearsalPhonesText = typeof zh;

const en: RehearsalPhonesText = {
  title: 'Simulated phones',
  lead: 'They run on the server and do what real phones do: they check in, send words, score, change their minds, lose the network now and then. Wherever you go on the stage, they follow.',
  howMany: 'How many phones',
  behind: (seats, pool) => `${plural(seats, 'seat')} on the panel, a pool of ${pool}`,
  call: 'Call simulated phones',
  callAgain: 'Call them again',
  dismiss: 'Send the phones away and see the report',
  coming: 'The phones are on their way; it takes a few seconds.',
  waiting: 'The phones are here and have no seat yet: once the panel is drawn they take theirs.',
  going: 'The phones are finishing; the report follows shortly.',
  failed: {
    'broken-off':
      'These phones stopped halfway and left no report. Call them again; if they stop again, the server’s window says why.',
    full: `No phone came: ${MOST_CROWDS} other rehearsals on this server have simulated phones. Send those away first, then call again.`,
  },
  present: 'Seated',
  connected: 'Connected',
  voters: 'Have cast',
  acknowledged: 'Acknowledged',
  refused: 'Not counted',
  ofCalled: (called) => `/ ${called}`,
  lastTime: 'The report of the phones before:',
  kept: 'This report stays until the next one is there, the rehearsal is deleted, or the server stops.',
  toPhones: 'See the phones',
  line: (present, connected) =>
    `${plural(present, 'simulated phone is', 'simulated phones are')} seated, ${connected} connected`,
  here: 'Simulated phones are here',
  terminal: 'From another computer',
  terminalHint:
    'To try the hall’s network as well, open the folder of Kleroterion on another computer that has it and run this line. Phones that are connected stay as they are; all other tickets are renewed.',
};

export const rehearsalPhonesText = { zh, en };
