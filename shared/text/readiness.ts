// The readiness list and the rehearsal step of the console, in both languages: what stands, and what to do about it.
import { drawText } from './draw.ts';
import type {
  AgendaFlaw,
  ReadinessId,
  ReadinessLine,
  ReadinessState,
} from '../views/readiness-lines.ts';

/** How one line reads: its name, what stands, and what to do or know; the latter may be empty. */
interface LineWords<Id extends ReadinessId> {
  readonly name: string;
  readonly fact: (line: Extract<ReadinessLine, { readonly id: Id }>) => string;
  readonly say: (line: Extract<ReadinessLine, { readonly id: Id }>) => string;
}

type Lines = { readonly [Id in ReadinessId]: LineWords<Id> };

export interface ReadinessText {
  readonly title: (ready: number, of: number) => string;
  readonly allReady: string;
  readonly allReadyRehearsal: string;
  readonly states: Readonly<Record<ReadinessState, string>>;
  readonly parts: Readonly<Record<'lists' | 'panel' | 'hall' | 'safety', string>>;
  readonly open: string;
  readonly openScreen: string;
  readonly openStep: (name: string) => string;
  readonly lines: Lines;
  readonly rehearsal: {
    readonly place: string;
    readonly lead: string;
    readonly make: string;
    readonly again: string;
    readonly moderatorOnly: string;
    readonly full: string;
    readonly made: string;
    readonly row: (when: string, held: boolean) => string;
    readonly open: string;
    readonly openOne: (code: string) => string;
    readonly delete: string;
    readonly deleteOne: (code: string) => string;
    readonly deleteAsk: (code: string) => string;
    readonly deleteMeans: string;
    readonly deleteThis: string;
    readonly what: readonly string[];
    readonly isOne: string;
    readonly phones: string;
    readonly phonesHint: string;
    readonly command: string;
    readonly commandHint: string;
  };
}

const zhFlaw = (flaw: AgendaFlaw): string => {
  switch (flaw.kind) {
    case 'no-check-in':
      return '没有签到环节';
    case 'no-scoring':
      return '没有抽签述职、评分或书面评议';
    case 'no-board':
      return '没有排行环节';
    case 'no-subject':
      return `${flaw.items}个环节的单位已不在名单里，请改掉或跳过`;
    case 'no-sheet':
      return `${flaw.items}个环节用的评分表不存在`;
    case 'draw-too-large':
      return `抽签要抽${flaw.take}个，名册里只有${flaw.of}个`;
  }
};

const zh: ReadinessText = {
  title: (ready, of) => `${of}项备好了${ready}项`,
  allReady: '都备好了，可以开门',
  allReadyRehearsal: '都备好了，可以开始演练',
  states: { done: '已备好', todo: '还没有', warn: '要留意', optional: '供参考' },
  parts: { lists: '名册与规则', panel: '评议团', hall: '会场', safety: '保障' },
  open: '去办',
  openScreen: '打开大屏',
  openStep: (name) => `打开：${name}`,
  lines: {
    units: {
      name: '单位',
      fact: ({ units, categories }) => `${units}家，${categories}类`,
      say: ({ state }) => (state === 'todo' ? '请导入单位名单。' : ''),
    },
    reviewers: {
      name: '评议代表',
      fact: ({ reviewers, groups }) => `${reviewers}人，${groups}组`,
      say: ({ state, recusals }) =>
        state === 'todo' ? '请导入代表名单。' : `${recusals}人登记了回避。`,
    },
    weights: {
      name: '组权重',
      fact: ({ weights }) =>
        weights.length === 0 ? '还没有' : weights.map(({ weight }) => weight).join(' : '),
      say: ({ state, equal, weights }) =>
        state === 'todo'
          ? '导入代表后才有组别。'
          : equal
            ? '各组权重相同。本来就该相同的话，不用改。'
            : `${weights.map(({ name }) => name).join('、')}。`,
    },
    sheet: {
      name: '评分表',
      fact: ({ criteria, total }) => `${criteria}项，满分${total}`,
      say: ({ state, total }) =>
        state === 'todo'
          ? '请定一张评分表。'
          : state === 'warn'
            ? `各项满分合计${total}，不是100。得分都折算成百分，手机上看到的合计会和得分不同。`
            : '',
    },
    scheme: {
      name: '计分办法',
      fact: ({ centre, trim }) =>
        centre === null
          ? '还没有'
          : `${centre === 'mean' ? '组内取平均' : '组内取中位数'}，${trim === 0 ? '不去极值' : `去最高最低各${trim}`}`,
      say: ({ state, small, floor }) =>
        state === 'todo'
          ? '请定计分办法。'
          : small.length > 0
            ? `${small.join('、')}不足${floor}席，评分中不会公布均分。可以加席位，或公开降低保密下限。`
            : '',
    },
    agenda: {
      name: '议程',
      fact: ({ items }) => `${items}个环节`,
      say: ({ state, flaws }) =>
        state === 'todo'
          ? '请安排议程。'
          : flaws.length === 0
            ? ''
            : `${flaws.map(zhFlaw).join('；')}。`,
    },
    panel: {
      name: '评议团',
      fact: ({ seats, drawn }) =>
        seats > 0 ? `${seats}席` : drawn === null ? '还没有席位' : '到会上抽',
      say: ({ state, seats, drawn, pool }) =>
        state === 'todo'
          ? '请在议程里加一次评议团抽签，或在这里安排席位。'
          : seats === 0 && drawn !== null
            ? `从${pool}人中抽${drawn}席。`
            : '',
    },
    reserve: {
      name: '递补',
      fact: ({ reserve, byHand }) => (byHand ? '没有' : `${reserve}人`),
      say: ({ byHand, state }) =>
        byHand
          ? '席位不是抽签产生的，缺席不能递补。'
          : state === 'todo'
            ? '导入代表后才知道。'
            : state === 'done'
              ? '有人未到，由同组递补。请通知递补的人到场等候。'
              : '名册里没有多余的人，缺席不能递补。',
    },
    tickets: {
      name: '一人一码',
      fact: ({ issued }) => (issued === 0 ? '还没有打印' : `已发${issued}张`),
      say: ({ state, lacking, issued, rehearsal }) =>
        state === 'done'
          ? ''
          : rehearsal
            ? '模拟手机自带码，不用打印。想用真手机试，印几张就够。'
            : issued === 0
              ? '请打印，抽签前给名册里的每个人都印一张。'
              : `还有${lacking}人没有码，请补印。`,
    },
    address: {
      name: '网址',
      fact: ({ now }) => now,
      say: ({ standing, printed, rehearsal }) => {
        switch (standing) {
          case 'gone':
            return `二维码印的是${printed ?? ''}，手机现在扫码进不来。请用--public-url指回原来的网址，或重新打印。`;
          case 'local':
            if (rehearsal) return '只有本机能打开。模拟手机在本机上运行就够了，真手机进不来。';
            return '这个网址只有本机能打开。请把主机接入会场网络，或用--public-url指定，再打印二维码。';
          case 'reachable':
            return `二维码印的是${printed ?? ''}，本机也答应，手机能进来。`;
          case 'same':
            return '和二维码上印的一样。';
          case 'unprinted':
            return '打印前，请用会场的手机打开它试一试。';
        }
      },
    },
    screen: {
      name: '大屏',
      fact: ({ screens }) => (screens === 0 ? '没有连上' : `连上${screens}块`),
      say: ({ screens }) =>
        screens === 0
          ? '请在投影的电脑上打开大屏页，按F全屏，点一下屏幕让铃声能响。'
          : '请到最后一排看一看，关掉那台电脑的休眠。',
    },
    phone: {
      name: '手机',
      fact: ({ tried }) => (tried === 0 ? '还没有试过' : `${tried}部进来过`),
      say: ({ tried, rehearsal }) =>
        tried > 0
          ? ''
          : rehearsal
            ? '请运行模拟手机，或用自己的手机扫一张码。'
            : '请在演练里用自己的手机扫一张码，进来看看。',
    },
    dice: {
      name: '骰子',
      fact: ({ dice10, dice6 }) => `${dice10 + dice6}次抽签要用`,
      say: ({ dice10, dice6 }) =>
        [
          dice10 > 0 ? '请带二十颗十面骰子，或一颗掷二十次' : '',
          dice6 > 0 ? '请带二十六颗六面骰子，或一颗掷二十六次' : '',
        ]
          .filter((part) => part !== '')
          .join('；') + '。',
    },
    assurance: {
      name: '抽签采信程度',
      fact: (line) =>
        (['public', 'participants', 'operator'] as const)
          .flatMap((one) => (line[one] > 0 ? [`${drawText.zh.assurances[one]}${line[one]}次`] : []))
          .join('，'),
      say: ({ operator }) =>
        operator > 0
          ? '主办方一级只有信任主办方的人才会信服。要取信于人，请在议程里加骰子，或让手机交字、监督员保管随机数。'
          : '',
    },
    clock: {
      name: '时间',
      fact: ({ zone }) => zone,
      say: () => '请和会场的钟对一对右上角的时间。',
    },
    secondStaff: {
      name: '第二名工作人员',
      fact: ({ staff }) => `${staff}人能操作`,
      say: ({ state }) =>
        state === 'done'
          ? '纸质票由一人录入、另一人确认。'
          : '有纸质票时要两个人，一人录入、另一人确认。',
    },
    supervisor: {
      name: '监督员',
      fact: ({ supervisors }) => (supervisors === 0 ? '没有' : `${supervisors}人`),
      say: ({ state, keeps }) =>
        keeps > 0
          ? `${keeps}次抽签要监督员用自己的设备保管随机数，那台设备不能是主机。`
          : state === 'done'
            ? ''
            : '可以请一位：看得到每一步，什么都不能改。',
    },
    backup: {
      name: '备份',
      fact: ({ standing }) =>
        ({ off: '没有开启', fresh: '随时更新', late: '落后了', failed: '写不进去' })[standing],
      say: ({ standing, folder }) =>
        ({
          off: '主机一旦损坏，数据就没有了。请用--backup指定一个文件夹，最好在另一块磁盘上。',
          fresh: `在${folder ?? ''}，最多差几秒。`,
          late: `${folder ?? ''}的副本没有跟上。请看看那块磁盘是不是太慢。`,
          failed: `不能写入${folder ?? ''}。请看服务器窗口里的说明。`,
        })[standing],
    },
    disk: {
      name: '磁盘',
      fact: ({ gigabytes }) =>
        gigabytes === null ? '系统没有说' : gigabytes === 0 ? '不到1GB' : `还有${gigabytes}GB`,
      say: ({ state }) => (state === 'warn' ? '满了就不能投票。请腾出空间。' : ''),
    },
    retention: {
      name: '个人信息',
      fact: ({ until }) => `保留到${until}`,
      say: ({ erased }) =>
        erased ? '姓名已经删除，名册上只剩编号。' : '到期后可以删除姓名，记录仍可核对。',
    },
    rehearsal: {
      name: '演练',
      fact: ({ rehearsals, held }) =>
        held ? '做过了' : rehearsals.length === 0 ? '还没有' : '建了，还没走',
      say: ({ rehearsals, held }) =>
        held
          ? ''
          : rehearsals.length === 0
            ? '请建一场演练，用模拟手机走一遍。'
            : '请打开那场演练，至少走完一次评分。',
    },
  },
  rehearsal: {
    place: '演练',
    lead: '演练是一份副本：名册、评分表、计分办法和议程都一样，结果不算数。每一页都有“演练”字样，和正式会议分得清。',
    make: '演练一次',
    again: '再建一场',
    moderatorOnly: '由主持新建',
    full: '最多三场，请先删除一场',
    made: '已有的演练',
    row: (when, held) => `${when}新建，${held ? '走过评分' : '还没走到评分'}`,
    open: '打开',
    openOne: (code) => `打开演练${code}`,
    delete: '删除',
    deleteOne: (code) => `删除演练${code}`,
    deleteAsk: (code) => `删除演练${code}？`,
    deleteMeans:
      '它的名册、票和副本都会删掉，不能恢复；开着的页面会说明演练已删除。正式会议不受影响。',
    deleteThis: '删除这场演练',
    what: [
      '在副本里走：签到、抽签、述职、评分、揭晓、排行。',
      '用自己的手机扫一张演练的码，看看评分页。',
      '模拟手机会跟着您走，最后给出报告：有没有丢票、等了多久。',
    ],
    isOne: '这就是演练',
    phones: '模拟手机',
    phonesHint:
      '在任何一台装了公评的电脑上，打开公评的文件夹，运行这一行。已经连上的手机不受影响，其余的码会换新。',
    command: '命令',
    commandHint: '数字60是手机数，可以改。按Ctrl+C结束并看报告。',
  },
};

const enFlaw = (flaw: AgendaFlaw): string => {
  switch (flaw.kind) {
    case 'no-check-in':
      return 'there is no check-in';
    case 'no-scoring':
      return 'nothing is drawn to present, scored or judged in writing';
    case 'no-board':
      return 'there is no board';
    case 'no-subject':
      return `${flaw.items} items name a unit that no longer takes part: change or skip them`;
    case 'no-sheet':
      return `${flaw.items} items use a sheet that does not exist`;
    case 'draw-too-large':
      return `a draw takes ${flaw.take}, the list has only ${flaw.of}`;
  }
};

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const en: ReadinessText = {
  title: (ready, of) => `${ready} of ${of} ready`,
  allReady: 'All is ready: the doors can open',
  allReadyRehearsal: 'All is ready: the rehearsal can begin',
  states: {
    done: 'Ready',
    todo: 'Not yet',
    warn: 'Look at this',
    optional: 'For your information',
  },
  parts: { lists: 'Lists and rules', panel: 'Panel', hall: 'The hall', safety: 'Safety' },
  open: 'Do it',
  openScreen: 'Open screen',
  openStep: (name) => `Open: ${name}`,
  lines: {
    units: {
      name: 'Units',
      fact: ({ units, categories }) => `${units}, ${categories} categories`,
      say: ({ state }) => (state === 'todo' ? 'Import the list of units.' : ''),
    },
    reviewers: {
      name: 'Reviewers',
      fact: ({ reviewers, groups }) => `${reviewers}, ${groups} groups`,
      say: ({ state, recusals }) =>
        state === 'todo' ? 'Import the list of reviewers.' : `${recusals} with recusals.`,
    },
    weights: {
      name: 'Group weights',
      fact: ({ weights }) =>
        weights.length === 0 ? 'None yet' : weights.map(({ weight }) => weight).join(' : '),
      say: ({ state, equal, weights }) =>
        state === 'todo'
          ? 'Groups come with the list of reviewers.'
          : equal
            ? 'All groups weigh the same. Leave it if that is meant.'
            : `${weights.map(({ name }) => name).join(', ')}.`,
    },
    sheet: {
      name: 'Sheet',
      fact: ({ criteria, total }) => `${criteria} criteria, ${total} points`,
      say: ({ state, total }) =>
        state === 'todo'
          ? 'Make a sheet.'
          : state === 'warn'
            ? `The maxima add up to ${total}, not 100. Scores are out of 100, so they differ from the sum on the phone.`
            : '',
    },
    scheme: {
      name: 'Scheme',
      fact: ({ centre, trim }) =>
        centre === null
          ? 'None yet'
          : `${centre === 'mean' ? 'Mean' : 'Median'}, ${trim === 0 ? 'nothing dropped' : `${trim} highest and lowest dropped`}`,
      say: ({ state, small, floor }) =>
        state === 'todo'
          ? 'Choose how scores are computed.'
          : small.length > 0
            ? `${small.join(', ')}: fewer than ${floor} seats, so no means are shown while a round runs. Add seats, or lower the secrecy floor openly.`
            : '',
    },
    agenda: {
      name: 'Agenda',
      fact: ({ items }) => `${items} items`,
      say: ({ state, flaws }) =>
        state === 'todo'
          ? 'Make the agenda.'
          : flaws.length === 0
            ? ''
            : sentence(flaws.map(enFlaw).join('; ')),
    },
    panel: {
      name: 'Panel',
      fact: ({ seats, drawn }) =>
        seats > 0 ? `${seats} seats` : drawn === null ? 'No seats yet' : 'Drawn at the meeting',
      say: ({ state, seats, drawn, pool }) =>
        state === 'todo'
          ? 'Put a draw of the panel on the agenda, or fill the seats here.'
          : seats === 0 && drawn !== null
            ? `${drawn} seats from a pool of ${pool}.`
            : '',
    },
    reserve: {
      name: 'Reserve',
      fact: ({ reserve, byHand }) => (byHand ? 'None' : `${reserve} people`),
      say: ({ byHand, state }) =>
        byHand
          ? 'The seats were not drawn, so nobody can step in for the absent.'
          : state === 'todo'
            ? 'Known once the reviewers are imported.'
            : state === 'done'
              ? 'Whoever is absent is replaced from the same group. Ask the reserve to come.'
              : 'Nobody is left in the pool to step in for the absent.',
    },
    tickets: {
      name: 'Tickets',
      fact: ({ issued }) => (issued === 0 ? 'Not printed yet' : `${issued} issued`),
      say: ({ state, lacking, issued, rehearsal }) =>
        state === 'done'
          ? ''
          : rehearsal
            ? 'Simulated phones bring their own. To try real phones, print a few.'
            : issued === 0
              ? 'Print them: before a draw, one for everybody in the pool.'
              : `${lacking} people have none: print theirs.`,
    },
    address: {
      name: 'Address',
      fact: ({ now }) => now,
      say: ({ standing, printed, rehearsal }) => {
        switch (standing) {
          case 'gone':
            return `The tickets lead to ${printed ?? ''}, where phones do not arrive now. Point --public-url back to it, or print again.`;
          case 'local':
            if (rehearsal)
              return 'Only this machine can open it: enough for simulated phones, not for real ones.';
            return 'Only this machine can open it. Connect it to the hall’s network, or set --public-url, before you print.';
          case 'reachable':
            return `The tickets lead to ${printed ?? ''}, which this machine answers as well.`;
          case 'same':
            return 'The one that is printed on the tickets.';
          case 'unprinted':
            return 'Before you print, open it once with a phone in the hall.';
        }
      },
    },
    screen: {
      name: 'Screen',
      fact: ({ screens }) => (screens === 0 ? 'None connected' : `${screens} connected`),
      say: ({ screens }) =>
        screens === 0
          ? 'Open the screen page on the projector’s machine, press F, and click once so that the bell may ring.'
          : 'Look at it from the last row, and keep that machine from going to sleep.',
    },
    phone: {
      name: 'Phones',
      fact: ({ tried }) => (tried === 0 ? 'Not tried yet' : `${tried} came in`),
      say: ({ tried, rehearsal }) =>
        tried > 0
          ? ''
          : rehearsal
            ? 'Run the simulated phones, or scan a ticket with your own.'
            : 'Scan a ticket of a rehearsal with your own phone and look in.',
    },
    dice: {
      name: 'Dice',
      fact: ({ dice10, dice6 }) =>
        dice10 + dice6 === 1 ? 'For 1 draw' : `For ${dice10 + dice6} draws`,
      say: ({ dice10, dice6 }) =>
        sentence(
          [
            dice10 > 0 ? 'bring twenty ten-sided dice, or one to throw twenty times' : '',
            dice6 > 0 ? 'bring twenty-six six-sided dice, or one to throw twenty-six times' : '',
          ]
            .filter((part) => part !== '')
            .join('; '),
        ),
    },
    assurance: {
      name: 'Assurance of draws',
      fact: (line) =>
        (['public', 'participants', 'operator'] as const)
          .flatMap((one) => (line[one] > 0 ? [`${drawText.en.assurances[one]}: ${line[one]}`] : []))
          .join(', '),
      say: ({ operator }) =>
        operator > 0
          ? 'Operator convinces only who trusts the organiser. To convince others, add dice in the agenda, or words from phones with a number that a supervisor keeps.'
          : '',
    },
    clock: {
      name: 'Time',
      fact: ({ zone }) => zone,
      say: () => 'Compare the clock at the top right with the one in the hall.',
    },
    secondStaff: {
      name: 'Second member of staff',
      fact: ({ staff }) => `${staff} can act`,
      say: ({ state }) =>
        state === 'done'
          ? 'One enters a paper ballot, another confirms it.'
          : 'Paper ballots need two: one enters, another confirms.',
    },
    supervisor: {
      name: 'Supervisor',
      fact: ({ supervisors }) => (supervisors === 0 ? 'None' : String(supervisors)),
      say: ({ state, keeps }) =>
        keeps > 0
          ? `${keeps === 1 ? '1 draw needs' : `${keeps} draws need`} a supervisor to keep a number on a device other than the server.`
          : state === 'done'
            ? ''
            : 'You may invite one, who sees every step and changes nothing.',
    },
    backup: {
      name: 'Backup',
      fact: ({ standing }) =>
        ({ off: 'Off', fresh: 'Up to date', late: 'Behind', failed: 'Cannot be written' })[
          standing
        ],
      say: ({ standing, folder }) =>
        ({
          off: 'If this machine breaks, all is lost. Give a folder with --backup, best on another disk.',
          fresh: `In ${folder ?? ''}, at most a few seconds behind.`,
          late: `The copy in ${folder ?? ''} falls behind. See whether that disk is too slow.`,
          failed: `${folder ?? ''} cannot be written. The server’s window says why.`,
        })[standing],
    },
    disk: {
      name: 'Disk',
      fact: ({ gigabytes }) =>
        gigabytes === null
          ? 'Not known'
          : gigabytes === 0
            ? 'Less than 1 GB'
            : `${gigabytes} GB free`,
      say: ({ state }) => (state === 'warn' ? 'A full disk stops voting. Make room.' : ''),
    },
    retention: {
      name: 'Personal data',
      fact: ({ until }) => `Kept until ${until}`,
      say: ({ erased }) =>
        erased
          ? 'The names are erased; only IDs are left.'
          : 'Names may be erased then; the record can still be checked.',
    },
    rehearsal: {
      name: 'Rehearsal',
      fact: ({ rehearsals, held }) =>
        held ? 'Held' : rehearsals.length === 0 ? 'None yet' : 'Made, not held',
      say: ({ rehearsals, held }) =>
        held
          ? ''
          : rehearsals.length === 0
            ? 'Make one and walk through it with simulated phones.'
            : 'Open it and score at least one unit.',
    },
  },
  rehearsal: {
    place: 'Rehearsal',
    lead: 'A rehearsal is a copy: the same lists, sheet, scheme and agenda, and results that do not count. Every page of it says so.',
    make: 'Rehearse',
    again: 'Make another one',
    moderatorOnly: 'The moderator makes one',
    full: 'Three at the most: delete one first',
    made: 'Rehearsals of this meeting',
    row: (when, held) => `Made ${when}, ${held ? 'held' : 'not held yet'}`,
    open: 'Open',
    openOne: (code) => `Open rehearsal ${code}`,
    delete: 'Delete',
    deleteOne: (code) => `Delete rehearsal ${code}`,
    deleteAsk: (code) => `Delete rehearsal ${code}?`,
    deleteMeans:
      'Its lists, ballots and copies are removed for good, and open pages say so. The real meeting stays as it is.',
    deleteThis: 'Delete this rehearsal',
    what: [
      'Walk through the copy: check-in, draws, presentations, scoring, reveals, board.',
      'Scan one of its tickets with your own phone and see the scoring page.',
      'Simulated phones follow you, and report at the end: lost ballots, and how long people waited.',
    ],
    isOne: 'This is the rehearsal',
    phones: 'Simulated phones',
    phonesHint:
      'On any computer that has Kleroterion, open its folder and run this line. Phones that are connected stay as they are; all other tickets are renewed.',
    command: 'Command',
    commandHint:
      '60 is the number of phones: change it as you like. Ctrl+C ends it and shows the report.',
  },
};

export const readinessText = { zh, en };
