// The console's stage, step by step, in Chinese.
import type { Assurance } from '../../meeting/draws/draw.ts';
import { drawText } from '../draw.ts';
import { drawMeanings } from '../purposes.ts';
import { steps } from './zh-steps.ts';

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
    jump: (kind: string) => `进入${kind}`,
    onScreen: '大屏正在显示',
    openScreen: '打开大屏',
    comingRound: (unit: string) => `接下来的评分：${unit}`,
    previous: '上一环节',
    pageBefore: '往回翻一页',
    previousVoids: '再按一次：离开，抽签作废',
    leavingVoids:
      '按两次PageUp回到上一环节。还没有抽就离开，这次抽签自动作废并留下记录；再抽要掷骰子。',
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
      'make-lots': '锁定前可以重制。',
      'wait-lots': '',
      'throw-digit': '掷出第一位以后不能作废。',
      'lock-draw': '',
      'close-words': '',
      'draw-at-once': '抽出就不能撤销。',
      'read-beacon': '',
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
    rulesOfPanels: {
      simple: '不分组',
      proportional: '按各组人数',
      fixed: '各组固定名额',
      lottery: '按多项名额',
      lots: '一签一团',
    },
    rulesOfUnits: { simple: '不分类', proportional: '按各类家数', fixed: '各类固定名额' },
    ruleMeans: {
      simple: '机会都相同，各抽到几个全凭运气。',
      proportional: '机会都相同，名额按比例分；除不尽的零头由随机数决定进位。',
      fixed: '各抽几个事先定好，机会可以不同，大屏会分别写明。',
      lottery:
        '按组别、性别、年龄等同时定名额。锁定前先算出各种合格的组成和机会，机会最小的人也尽量大；抽中一种组成，再在里面抽人。',
      lots: '先把整个评议团排成许多支签，每签都合各组名额，全部公布；再当场掷出签号，掷一位少九成，人人在手机上看自己还剩几签。',
    },
    lotsCount: '签数',
    lotsCounts: { 10: '10支，掷1位', 100: '100支，掷2位', 1000: '1000支，掷3位' },
    lotsNumbered:
      '下面的随机源用来换位、编号，谁制签都不知道哪支是几号；最后掷出的号码当场看得见，人人可以复核。',
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
    askMeans:
      '共按两次：这一次大屏换到抽签并锁定名单，下一步再抽出名字。还没抽时，按两次PageUp回到这里，这次抽签作废。',
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
    left: (which: 'first' | 'second', n: number) =>
      `${which === 'first' ? '第一遍' : '第二遍'}还差${n}位`,
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
    digit: (place: number, of: number) => `第${place}位，共${of}位`,
    digitLeft: (which: 'first' | 'second'): string =>
      which === 'first' ? '等第一个人念' : '等第二个人念',
    read: (which: 'first' | 'second'): string => (which === 'first' ? '第一遍已录' : '第二遍已录'),
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
