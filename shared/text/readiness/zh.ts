// The readiness list and the rehearsal step in Chinese.
import type { AgendaFlaw } from '../../views/slices/readiness-lines.ts';
import { bandsText } from '../bands.ts';
import { drawText } from '../draw.ts';
import { drawTitles } from '../purposes.ts';
import { noLiveText } from '../no-live.ts';
import { schemeText } from '../scheme.ts';
import type { Lines } from './words.ts';

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
    case 'not-live':
      return `${flaw.items}个环节设为边收票边公布，但${noLiveText.zh(flaw.why)}，会改为揭晓前不公布`;
    case 'ring-not-planned':
      return '有互评要按抽出的次序，但它前面没有“抽互评次序”';
    case 'ring-too-few':
      return `“${flaw.name}”只有${flaw.units}家，互评的家数要小于${flaw.units}`;
    case 'stays-closed':
      return `${flaw.name === null ? '' : `“${flaw.name}”`}互评每家最多${flaw.ballots}票，少于保密下限要的${flaw.floor}票，得分不会公布`;
    case 'draw-too-large':
      return `“${drawTitles.zh[flaw.purpose]}”要抽${flaw.take}个，可抽的只有${flaw.of}个`;
    case 'cell-too-small':
      return `“${drawTitles.zh[flaw.purpose]}”要从“${flaw.cell}”抽${flaw.take}个，可抽的只有${flaw.of}个`;
    case 'band-too-small':
      return `“${drawTitles.zh[flaw.purpose]}”要从“${bandsText.zh.name(flaw.band)}”抽${flaw.take}家，可抽的只有${flaw.of}家`;
    case 'minima-too-large':
      return `“${drawTitles.zh[flaw.purpose]}”的${attributeZh(flaw.cell)}下限合计${flaw.of}，多于要抽的${flaw.take}个`;
    case 'maxima-too-small':
      return `“${drawTitles.zh[flaw.purpose]}”的${attributeZh(flaw.cell)}上限合计只有${flaw.of}，不够要抽的${flaw.take}个`;
    case 'cell-gone':
      return `“${drawTitles.zh[flaw.purpose]}”有${flaw.take}个名额给了名册里已经没有的组别或类别，请重新分配名额`;
  }
};

const attributeZh = (name: string): string => (name === 'group' ? '各组' : `“${name}”`);

const lines: Lines = {
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
          ? '各组权重相同。本应相同的，不用改。'
          : `${weights.map(({ name }) => name).join('、')}。`,
  },
  sheet: {
    name: '评分表',
    fact: ({ criteria, total }) => `${criteria}项，满分${total}`,
    say: ({ state, total }) =>
      state === 'todo'
        ? '请定一张评分表。'
        : state === 'warn'
          ? `各项满分合计${total}，不是100。得分都折算成百分制，手机上看到的合计会和得分不同。`
          : total === 100
            ? ''
            : '得分折算成百分制。',
  },
  scheme: {
    name: '计分办法',
    fact: ({ rules }) => (rules === null ? '还没有' : schemeText.zh.brief(rules)),
    say: ({ state, rules, small, vacant }) =>
      state === 'todo' || rules === null
        ? '请定计分办法。'
        : [
            vacant.length > 0 ? schemeText.zh.hint({ kind: 'nobody-sits', names: vacant }) : '',
            small.length === 0
              ? ''
              : rules.belowFloor === 'empty'
                ? schemeText.zh.hint({ kind: 'never-counts', names: small })
                : `${small.join('、')}的席位到不了保密下限${rules.floor}票，均分不会公布。可以加席位，或公开降低保密下限。`,
          ].join(''),
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
  'unit-seats': {
    name: '单位席位',
    fact: ({ seats }) => (seats === 0 ? '还没有席位' : `${seats}家`),
    say: ({ seats, without, lacking }) =>
      seats === 0
        ? '有单位互评，请先给单位安排席位，再发码。'
        : lacking > 0
          ? `还有${lacking}家没有码，请补印。`
          : without > 0
            ? `另有${without}家没有席位，不会评分。`
            : '',
  },
  panel: {
    name: '评议团',
    fact: ({ seats, drawn }) =>
      seats > 0 ? `${seats}席` : drawn === null ? '还没有席位' : '到会上抽',
    say: ({ state, seats, drawn, pool }) =>
      state === 'todo'
        ? drawn === null
          ? '请在议程里加一次评议团抽签，或在这里安排席位。'
          : `到会上抽${drawn}席。请先导入评议代表。`
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
          return `二维码印的是${printed ?? ''}，也通到本机，手机能进来。`;
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
    say: ({ screens, dozing }) =>
      screens === 0
        ? '请在投影的电脑上打开大屏页，按F全屏，再点一下画面开启铃声。'
        : dozing === 0
          ? '请到最后一排看一看。大屏页开着，那台电脑不会自己熄屏。'
          : `${screens === 1 ? '投影的电脑' : `有${dozing}台投影的电脑`}会自己熄屏，网页拦不住。请在那台电脑的系统设置里，把熄屏和睡眠都改成“从不”。`,
  },
  tablets: {
    name: '签到台平板',
    fact: ({ tablets }) => `连上${tablets}台`,
    say: ({ tablets, dozing }) =>
      dozing === 0
        ? '平板页开着，就不会自己锁屏。'
        : `${tablets === 1 ? '平板' : `有${dozing}台平板`}会自己锁屏，网页拦不住。请在平板的系统设置里，把自动锁屏改成“从不”。`,
  },
  phone: {
    name: '手机',
    fact: ({ tried }) => (tried === 0 ? '还没有试过' : `${tried}部进来过`),
    say: ({ tried, rehearsal }) =>
      tried > 0
        ? ''
        : rehearsal
          ? '请运行模拟手机，或用自己的手机扫一张码。'
          : '请在演练里印一张码，用自己的手机扫码进来看看。模拟手机不算。',
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
    name: '抽签见证方式',
    fact: (line) =>
      (['public', 'participants', 'operator'] as const)
        .flatMap((one) => (line[one] > 0 ? [`${drawText.zh.assurances[one]}${line[one]}次`] : []))
        .join('，'),
    say: ({ operator }) =>
      operator > 0
        ? '由主办方担保的，现场无法核对。要取信于人，请在议程里加骰子，或让手机交字、监督员保管随机数。'
        : '',
  },
  clock: {
    name: '时间',
    fact: ({ zone }) => zone,
    say: ({ ahead }) =>
      ahead === 0
        ? '请和会场的钟对一对右上角的时间。'
        : `右上角的时间比主机的钟${ahead > 0 ? '慢' : '快'}${Math.abs(ahead)}分钟：主机改过时间，或休眠过。倒计时不受影响。主机的钟若是对的，请在没有倒计时的时候重启公评。`,
  },
  secondStaff: {
    name: '第二名工作人员',
    fact: ({ staff }) => `${staff}人能操作`,
    say: ({ state }) =>
      state === 'done'
        ? '纸质票由一人录入、另一人核对。'
        : '有纸质票时要两个人，一人录入、另一人核对。',
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
      ({ off: '没有开启', fresh: '随时更新', late: '落后了', failed: '不能写入' })[standing],
    say: ({ standing, folder }) =>
      ({
        off: '主机一旦损坏，数据就没有了。请用--backup指定一个文件夹，最好在另一块磁盘上。',
        fresh: `在${folder ?? ''}，最多差几秒。`,
        late: `${folder ?? ''}的副本没有跟上。请看看那块磁盘是不是太慢。`,
        failed: `不能写入${folder ?? ''}。请看主机窗口里的说明。`,
      })[standing],
  },
  disk: {
    name: '磁盘',
    fact: ({ gigabytes, gone }) =>
      gone
        ? '数据文件夹不在了'
        : gigabytes === null
          ? '系统未提供'
          : gigabytes === 0
            ? '不到1GB'
            : `还有${gigabytes}GB`,
    say: ({ state, gone }) =>
      gone
        ? '现在什么都不保存。请把数据文件夹接回或移回主机上原来的位置。'
        : state === 'warn'
          ? '磁盘一满就收不了评分票。请腾出空间。'
          : '',
  },
  retention: {
    name: '个人信息',
    fact: ({ until, erased }) => (erased ? '已删除' : `保存到${until}`),
    say: ({ erased, overdue }) =>
      erased
        ? '名册上只剩编号。'
        : overdue
          ? '保存期限已过。请到“会议信息”里删除，或在那里改保存期限。'
          : '到期后可以删除姓名，记录仍可核对。',
  },
  rehearsal: {
    name: '演练',
    fact: ({ rehearsals, held }) =>
      held ? '已演练' : rehearsals.length === 0 ? '还没有' : '已建，还没演练',
    say: ({ rehearsals, held }) =>
      held
        ? ''
        : rehearsals.length === 0
          ? '请建一场演练，用模拟手机走一遍。'
          : '请打开那场演练，至少走完一次评分。',
  },
};

export const zh = {
  title: (ready: number, of: number) => `${of}项中已备好${ready}项`,
  allReady: '都备好了，可以开门',
  allReadyRehearsal: '都备好了，可以开始演练',
  states: { done: '已备好', todo: '还没有', warn: '要留意', optional: '供参考' },
  parts: { lists: '名册与规则', panel: '评议团', hall: '会场', safety: '保障' },
  open: '去完成',
  openScreen: '打开大屏',
  openStep: (name: string) => `打开：${name}`,
  lines,
  rehearsal: {
    place: '演练',
    lead: '演练是一份副本：名册、评分表、计分办法和议程都一样，结果不算数。每一页都有“演练”字样，不会和正式会议混淆。',
    make: '演练一次',
    again: '再建一场',
    moderatorOnly: '演练由主持新建。请主持在这一页按“演练一次”，建好以后您也能打开。',
    full: '最多三场，请先删除一场',
    made: '已有的演练',
    row: (when: string, held: boolean) => `${when}新建，${held ? '走过评分' : '还没走到评分'}`,
    open: '打开',
    openOne: (code: string) => `打开演练${code}`,
    delete: '删除',
    deleteOne: (code: string) => `删除演练${code}`,
    deleteAsk: (code: string) => `删除演练${code}？`,
    deleteMeans:
      '它的名册、票和副本都会删除，不能恢复；开着的页面会说明演练已删除。正式会议不受影响。',
    deleteThis: '删除这场演练',
    what: [
      '在副本里走：签到、抽签、述职、评分、揭晓、排行。',
      '用自己的手机扫一张演练的码，看看评分页。',
      '模拟手机会跟着您走，最后给出报告：有没有丢票、等了多久。',
    ],
    isOne: '这就是演练',
    command: '命令',
    commandHint: '最后的60是手机数，可以改。按Ctrl+C结束并看报告。',
    walk: '开始走',
    walkHint:
      '到“现场”跟着“下一步”按，走到评分就算走过。用自己的手机试，就给评议团里的一个人发码，直接扫屏幕上的码，不用打印。',
    toStage: '到现场，开始演练',
    ownPhone: '给自己的手机发码',
  },
};

/** Both languages hold the same keys. */
export type ReadinessText = typeof zh;
