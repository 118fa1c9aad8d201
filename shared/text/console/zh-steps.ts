// What is said about each next step, in Chinese.
import type { NextStep } from '../../views/slices/next-step.ts';
import type { StepWords } from './step.ts';
import { lasts } from './zh-words.ts';

export const steps: Readonly<Record<NextStep['act'], StepWords>> = {
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
  'make-lots': {
    title: ({ failed, lots }) =>
      lots === 0
        ? failed === null
          ? '按名额算出机会'
          : '没有算成，请再试'
        : failed === null
          ? '制签'
          : '没有制成签，请再试',
    button: '制签',
    buttonOf: ({ lots }) => (lots === 0 ? '开始计算' : null),
    after: ({ pool, take, lots, failed }) =>
      failed === 'impossible'
        ? '按现在的名额，一组合格的人也排不出来。请在准备里按“算一算能不能抽”，照提示改名额，再来。'
        : lots === 0
          ? `从${pool}人抽${take}人，先算出合名额的各种组成，让机会最小的人机会尽量大。算好后才能锁定，几秒到几分钟。`
          : `从${pool}人里排出${lots}支签，每签${take}人，都合名额，机会最小的人也尽量大。排好后才能锁定，通常几秒。`,
  },
  'wait-lots': {
    title: ({ numbers, lots }) =>
      numbers ? '正在换位、编号' : lots === 0 ? '正在按名额计算' : '正在制签',
    button: '请稍候',
    after: ({ numbers, lots }) =>
      numbers
        ? `随机源已读入，${lots}支签正在换位、编号，通常几秒。好了以后掷第一位。`
        : '算好以后自动进入下一步。',
  },
  'throw-digit': {
    title: ({ place, of }) => `掷第${place}位，共${of}位`,
    button: '定下结果',
    after: ({ place, of }) =>
      place === of
        ? '请一位不是主办方的人掷一颗十面骰，两人各念一遍。两遍一致，抽中的签就定了。'
        : '请一位不是主办方的人掷一颗十面骰，两人各念一遍。一致就算数，再掷下一位。',
  },
  'lock-draw': {
    title: () => '锁定抽签',
    button: '锁定抽签',
    after: ({ orders, pool, take, people, assurance }) =>
      `${orders ? `${pool}家定先后` : `从${pool}${people ? '人' : '家'}里抽${take}${people ? '人' : '家'}`}。名单和规则从此固定，锁定值上大屏，然后才产生随机源。${assurance}`,
  },
  'close-words': {
    title: ({ owed, of }) => `截止收字，已收${of - owed} / ${of}`,
    button: '截止收字',
    after: ({ owed }) =>
      `${owed === 0 ? '要等的人都交了。' : `还有${owed}位没交，没交不影响抽签。`}截止后名单上大屏，谁也改不了。`,
  },
  'draw-at-once': {
    title: ({ now, of, owed }) => (of > 0 ? `${now}，已收${of - owed} / ${of}个字词` : now),
    button: '抽出名字',
    after: ({ pool, of }) =>
      `名单已锁定，从${pool}人里抽1人。${of > 0 ? '按下就截止收字，' : ''}名字马上上大屏，抽中的手机同时收到。`,
  },
  'read-beacon': {
    title: () => '读入公共信标',
    button: '读入签名',
    after: () => '这一轮公布后读入，核对签名无误，结果就定了，再公布名字。',
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
    title: ({ unit, of }) => (of === 0 ? `揭晓：${unit}` : `继续揭晓：${unit}`),
    button: '揭晓',
    after: ({ owed, of }) =>
      of === 0
        ? '各组均分逐组上大屏，权重小的在前，得分最后揭晓；各组都不能单独公布的，直接揭晓得分。开始揭晓后不能重新开放评分。'
        : `${of}组里已揭晓${of - owed}组，还有${owed}组，得分在最后。`,
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
