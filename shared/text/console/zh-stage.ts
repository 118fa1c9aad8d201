// The console's stage, step by step, in Chinese.
import type { Assurance } from '../../meeting/draws/draw.ts';
import { drawText } from '../draw.ts';
import { drawMeanings } from '../purposes.ts';
import type { NextStep } from '../../views/slices/staff-slices.ts';
import type { StepWords } from './step.ts';
import { lasts } from './zh-words.ts';

const steps: Readonly<Record<NextStep['act'], StepWords>> = {
  enter: {
    title: ({ item, itemUnit, started }) =>
      `${started ? '' : '开始会议：'}${item}${itemUnit === '' ? '' : ` ${itemUnit}`}`,
    button: '进入',
    after: ({ n, items, beside, owed, locks }) =>
      owed > 0
        ? `还有${owed}项没有做完，回到第${n}项。`
        : `进入第${n}项，共${items}项，大屏和手机随之切换。${beside ? '书面评议继续进行。' : ''}${locks ? '名单同时锁定，再按一次就抽出名字。' : ''}`,
  },
  'keep-salt': {
    title: () => '等监督员保管随机数',
    button: '锁定抽签',
    after: ({ assurance }) =>
      `请监督员用自己的设备登录控制台，在“现场”按“保管随机数”，然后才能锁定。${assurance}`,
  },
  'open-salt': {
    title: () => '等监督员打开随机数',
    button: '定下结果',
    after: ({ keeper }) =>
      `字词名单已上大屏。请${keeper}在自己的设备上打开随机数，打开后结果就定了，再公布名字。设备坏了、随机数也没有抄下来的，请作废，改用骰子重抽。`,
  },
  'add-dice': {
    title: () => '加上掷骰',
    button: '加上掷骰',
    after: ({ phones }) =>
      `作废以后再抽，不能再用密封的随机数${phones ? '，只凭手机交字也定不下结果' : ''}。先加上掷骰，再锁定。`,
  },
  'lock-draw': {
    title: () => '锁定抽签',
    button: '锁定抽签',
    after: ({ pool, take, people, assurance }) =>
      `从${pool}${people ? '人' : '家'}里抽${take}${people ? '人' : '家'}。名单和规则从此固定，锁定值上大屏，然后才产生随机源。${assurance}`,
  },
  'close-words': {
    title: ({ owed, of }) => `截止收字，已收${of - owed} / ${of}`,
    button: '截止收字',
    after: ({ owed }) =>
      `${owed === 0 ? '要等的人都交了。' : `还有${owed}位没交，没交不影响抽签。`}截止后名单上大屏，谁也改不了。`,
  },
  'draw-at-once': {
    title: ({ of, owed }) =>
      of > 0 ? `抽出提问代表，已收${of - owed} / ${of}个字词` : '抽出提问代表',
    button: '抽出名字',
    after: ({ pool, of }) =>
      `名单已锁定，从${pool}人里抽1人。${of > 0 ? '按下就截止收字，' : ''}名字马上上大屏，抽中的手机同时收到。`,
  },
  'read-entropy': {
    title: ({ dice }) => (dice ? '录入骰子' : '打开密封的随机数'),
    button: '定下结果',
    after: ({ dice }) =>
      dice
        ? '念一位录一位，大屏随之显示。两遍全部一致，结果就定了。'
        : '打开后结果就定了，再公布名字。',
  },
  'show-name': {
    title: ({ owed, of }) => `公布第${of - owed + 1}个名字`,
    button: '公布',
    after: ({ owed, of, every }) =>
      `共${of}个，已公布${of - owed}个。${
        every === 0
          ? ''
          : owed === of
            ? `之后每${every}秒自动公布一个。`
            : `每${every}秒自动公布一个，按键可以提前。`
      }`,
  },
  'show-group': {
    title: ({ group, comes }) => `公布${group === '' ? '下一组' : group}：${comes}个名字`,
    button: '公布',
    after: ({ owed, of }) => `名字在大屏上一个接一个出现。共${of}个，已公布${of - owed}个。`,
  },
  'start-countdown': {
    title: ({ nowAbout, asker }) =>
      asker === '' ? `${nowAbout}开始计时` : `${asker}提问，开始计时`,
    button: '开始计时',
    after: ({ now, seconds, asker }) =>
      `${asker === '' ? now : '提问'}${lasts(seconds)}，时间到了响铃。`,
  },
  'open-round': {
    title: ({ unit, batch }) => (batch > 0 ? `开始书面评议：${batch}家` : `开始评分：${unit}`),
    button: '开始评分',
    after: ({ seconds, live, hides, batch }) =>
      batch > 0
        ? `手机上出现${batch}家的评分表，可以边开会边评，截止前随时可改。截止后、揭晓前可以重新开放。`
        : `手机上出现评分表，${seconds === 0 ? '不限时' : `限时${lasts(seconds)}`}；${live ? '大屏实时公布总分，截止后逐组揭晓。' : hides === '' ? '分数揭晓前不公布。' : `不能边收票边公布：${hides}。分数揭晓前不公布。`}截止后、揭晓前可以重新开放。`,
  },
  'close-round': {
    title: ({ batch, papers }) =>
      `${batch > 0 ? '截止书面评议' : '截止评分'}${papers === 0 ? '' : `，${papers}张纸质票不计入`}`,
    button: '截止评分',
    after: ({ unit, owed, of, live, batch, papers }) =>
      `${papers === 0 ? '' : `还有${papers}张纸质票等第二位工作人员核对，现在截止就不计入。`}${
        batch > 0
          ? `${owed === 0 ? `${of}票都交齐了` : `应交${of}票，还差${owed}票`}。截止后不再收票，没交的记为缺票；揭晓前可以重新开放。`
          : `${unit}${owed === 0 ? '的票都交齐了' : `还有${owed}人没交`}。截止后不再收票，${live ? '大屏的暂计停住，' : ''}票箱根值上大屏；揭晓前可以重新开放。`
      }`,
  },
  'show-groups': {
    title: ({ unit, owed, of }) =>
      of === 0 ? `揭晓：${unit}` : `继续揭晓：${unit}，已揭晓${of - owed} / ${of}组`,
    button: '揭晓',
    after: ({ owed, of }) =>
      of === 0
        ? '各组均分逐组上大屏，权重小的在前，得分最后揭晓；各组都不能单独公布的，直接揭晓得分。开始揭晓后不能重新开放评分。'
        : `还有${owed}组没有揭晓，得分在最后。`,
  },
  'reveal-round': {
    title: ({ unit, batch }) => (batch > 0 ? `揭晓书面评议：${batch}家` : `揭晓得分：${unit}`),
    button: '揭晓',
    after: ({ batch }) =>
      batch > 0
        ? `大屏显示${batch}家的票数和得分分布；各家的得分和名次由排行自下而上公布。议程里没有排行的，得分随揭晓公布。`
        : '各组都揭晓了。得分上大屏，手机和观看页同时看到。',
  },
  'show-row': {
    title: ({ place }) => `公布第${['一', '二', '三'][place - 1] ?? place}名`,
    button: '公布',
    after: ({ place, owed, of }) =>
      `自下而上公布，${of}家已出${of - owed}家。${place <= 3 ? '前三名各有一个画面。' : ''}`,
  },
  'turn-page': {
    title: ({ page, category }) =>
      page === 'climb' ? '翻到后一页' : `翻到${category}${page === 'podium' ? '前三名' : '排行'}`,
    button: '翻页',
    after: () => '大屏停在这一页，等下一次按键。',
  },
  'show-move': {
    title: ({ unit }) => `演示名次变动：${unit}`,
    button: '演示',
    after: () => '大屏显示已揭晓各家的排行，这一家升到自己的位置，然后写上名次。',
  },
  finished: {
    title: () => '议程走完了',
    button: '',
    after: () => '打印会议记录，下载结果文件。还可以再加环节，或退回任何一项。',
  },
};

export const stage = {
  stage: {
    agenda: '议程',
    openAgenda: '看议程',
    closeAgenda: '收起议程',
    people: '人员',
    openPeople: '人员与签到台',
    closePeople: '收起人员',
    noAgenda: '还没有议程。请到会前准备里安排。',
    position: (n: number, of: number) => `${n} / ${of}`,
    turns: (n: number) => `述职评议${n}家`,
    turnParts: '述职 评分',
    states: { empty: '未开始', now: '正在进行', done: '已完成', waiting: '未完' },
    isHere: '正在这一环节。',
    jump: (kind: string) => `进入${kind}`,
    onScreen: '大屏正在显示',
    openScreen: '打开大屏',
    comingRound: (unit: string) => `接下来的评分：${unit}`,
    previous: '上一环节',
    pageBefore: '往回翻一页',
    previousVoids: '再按一次：离开，抽签作废',
    leavingVoids: '还没有抽就离开，这次抽签自动作废并留下记录；再来抽要掷骰子。',
    noPrevious: '已是第一个环节',
    voidDraw: '作废这次抽签',
    /** By what is left to draw with: the same sources, those without the salt, or dice that are still to be added. */
    voidMeans: {
      same: '这次抽签不再有结果，记录留存。可以重新锁定再抽。',
      unsalted:
        '这次抽签不再有结果，记录留存。可以重新锁定再抽，不再用密封的随机数，其余随机源照旧。',
      dice: '这次抽签不再有结果，记录留存。再抽不能用密封的随机数，要先加上掷骰，下一步会提示。',
    },
    reopen: '重新开放评分',
    reopenMeans: '评议代表可以继续交票、改票，已交的票保留。只能在第一组揭晓之前。',
    repeat: '重新评分',
    repeatMeans: '这一轮的结果留存但不再计入，所有人重新评一次。',
  },
  next: {
    label: '下一步',
    cannotUndo: '不能撤销。',
    keyBefore: '按',
    keyOnce: '一次',
    keyTwice: '两次',
    within: '3秒内再按一次',
    undo: {
      enter: '可以用PageUp退回。',
      'keep-salt': '',
      'open-salt': '',
      'add-dice': '可以撤销。',
      'lock-draw': '',
      'close-words': '',
      'draw-at-once': '抽出就不能撤销。',
      'read-entropy': '',
      'show-name': '结果早已定下。',
      'show-group': '结果早已定下。',
      'start-countdown': '可以暂停、加时。',
      'open-round': '没有票时可以撤销。',
      'close-round': '',
      'show-groups': '结果早已封存。',
      'reveal-round': '结果早已封存。',
      'show-row': '公布后不能撤销。',
      'turn-page': '按PageUp往回翻。',
      'show-move': '',
      finished: '',
    },
    acts: steps,
  },
  draw: {
    means: drawMeanings.zh,
    rule: '名额怎么分',
    rulesOfPeople: { simple: '不分组', proportional: '按各组人数', fixed: '各组固定名额' },
    rulesOfUnits: { simple: '不分类', proportional: '按各类家数', fixed: '各类固定名额' },
    ruleMeans: {
      simple: '机会都相同，各抽到几个全凭运气。',
      proportional: '机会都相同，名额按比例分；除不尽的零头由随机数决定进位。',
      fixed: '各抽几个事先定好，机会可以不同，大屏会分别写明。',
    },
    noGroups: '先导入评议代表，才有组别。',
    noCategories: '先导入单位，才有类别。',
    inRoster: (n: number) => `名册${n}`,
    onlyInRoster: (n: number) => `名册只有${n}`,
    /** `cellsDo`: every group or category has as many as it is to give. */
    sum: (sum: number, take: number, cellsDo: boolean): string =>
      sum === take
        ? cellsDo
          ? `合计${sum}，正好。`
          : `合计${sum}，但有的名额名册里不够。`
        : sum < take
          ? `合计${sum}，还差${take - sum}。`
          : `合计${sum}，多出${sum - take}。`,
    dice: '骰子',
    diceKinds: { dice10: '十面骰20颗', dice6: '六面骰26颗', none: '不掷骰' },
    also: '另加',
    supervisorFirst: '等监督员',
    sealed: '密封的随机数',
    sealedBy: { salt: '主机保管', kept: '监督员的设备保管' },
    willBe: (assurance: Assurance) =>
      `见证方式：${drawText.zh.assurances[assurance]}，${drawText.zh.assuranceWhy[assurance]}。`,
    ask: '抽一位提问代表',
    askAgain: '再抽一位提问代表',
    nextFor: (name: string) => `${name}不能来，请下一位`,
    nextForOne: '有人不能来，请下一位',
    whoCannot: '谁不能来',
    nextMeans: (name: string) =>
      `不重新抽签：按这次抽签的递补次序，由下一位能来的代表接替${name}。大屏和观看页随之更新，${name}的席位不变。`,
  },
  dice: {
    lead: (n: number, six: boolean) =>
      `掷${n}颗${six ? '六' : '十'}面骰子，从左到右念，念一位录一位，大屏随之显示。录完第一遍，请另一个人对着骰子再念，录第二遍。`,
    first: '第一遍',
    second: '第二遍',
    of: (n: number, of: number) => `${n} / ${of}位`,
    left: (n: number) => `还差${n}位`,
    surplus: (n: number) => `多了${n}位，请对着骰子删去。`,
    stray: (place: number, character: string, six: boolean) =>
      `第${place}位“${character}”不是骰面：${six ? '六面骰只有1到6' : '十面骰只有0到9'}。请改正。`,
    wrong: '有的数字要改',
    differ: '两遍不一致',
    differAt: (places: string) => `第${places}位两遍不同。请两个人都再看骰子，把看到的录在下面。`,
    again: (place: number, which: 'first' | 'second') =>
      `第${place}位，${which === 'first' ? '第一遍' : '第二遍'}`,
    place: (place: number) => `第${place}位`,
    firstWhole: '第一遍录完了，不再显示。请另一个人对着骰子念第二遍。',
    firstLeft: '第一遍录完后再录',
    fill: '没有骰子，随机填入',
    fillHint: '只有演练可以这样。',
    comma: '、',
  },
  pace: {
    label: '名字怎么公布',
    kinds: { name: '一键一个', group: '一键一组', every: '自动' },
    everyFew: (seconds: number) => `每${seconds}秒自动一个`,
    every: '每隔',
    seconds: '秒公布一个',
    means: {
      name: '每按一次键，公布一个名字。',
      group:
        '每按一次键，公布一组：有组别的一组一组来，没有的每次十个左右。组内名字一个接一个出现。',
      every: '按一次键公布第一个，之后按这个间隔自动公布，按键可以提前。',
    },
  },
  clock: {
    toClose: '离截止',
    left: (kind: string) => `${kind}还剩`,
    paused: '已暂停',
    over: '超时',
    more: (n: number) => `加${n}秒`,
    pause: '暂停',
    goOn: '继续',
  },
};
