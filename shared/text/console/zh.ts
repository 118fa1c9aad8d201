// The staff console in Chinese.
import { kindNames, usualTitles } from '../kinds.ts';
import { drawTitles, purposeNames } from '../purposes.ts';
import { acts } from './acts.ts';
import { record } from './zh-record.ts';
import { setup } from './zh-setup.ts';
import { stage } from './zh-stage.ts';
import { start } from './zh-start.ts';

export const zh = {
  title: '会务控制台',
  comma: '，',
  colon: '：',
  /** Between the members of a list. */
  and: '、',
  sending: '正在送出',
  cancel: '取消',
  unsaved: '有改动，还没保存',
  nothingChanged: '没有改动',
  saved: '已保存',
  dropChanges: '放弃改动',
  draftStale: '您改的时候，别人也改了。没有保存；请先放弃改动，看过最新的再改。',
  logOut: '退出登录',
  toMeetings: '会议列表',
  tabsLabel: '会前、现场与结果',
  tabs: { setup: '会前准备', stage: '现场', desk: '签到台', results: '结果' },
  chain: {
    head: '链头',
    means: (seq: number) =>
      `全程记录到第${seq}条为止的指纹：前面任何一条被改动，它就会变。和监督员各念一遍，一致说明看到的是同一份记录。`,
    whole: '完整的64位',
    grows: '每记一条就会换成新的。',
    root: '记录树根',
    rootMeans: '凭它可以证明：较早的一份记录就是后来这份的开头。',
  },
  panelOnline: (n: number, of: number) => `评议团${n} / ${of}在线`,
  pressAgain: (act: string) => `再按一次：${act}`,
  persons: (n: number) => `${n}人`,
  whoAmI: (name: string, role: string) => `${name}，${role}`,
  roles: { moderator: '主持', clerk: '工作人员', supervisor: '监督员' },
  trouble: {
    unreachable: '连不上主机，没有送到。请检查网络，再按一次。',
    unanswered: '没有收到答复。请看当前画面，需要时再按一次。',
  },
  barred: {
    moderator: '您是主持：抽签要用的随机数由监督员保管，主持不经手。',
    supervisor: '您是监督员：什么都看得到，什么都不能改；抽签要用时，由您保管一个随机数。',
    clerk: '您是工作人员：现场由主持推进，名册、议程和签到台由您办理。',
    offline: '与主机的连接断了，正在重连。画面是断开前的样子，连上后才能操作。',
  },
  reason: {
    label: '理由',
    hint: '会写进全程记录，长期保留，请勿写个人情况。',
    hintPerson: '会写进全程记录，到期与个人信息一并删除。',
    missing: '请写明理由',
  },
  kinds: kindNames.zh,
  usualTitles: usualTitles.zh,
  purposes: purposeNames.zh,
  /** A draw as an item of the agenda. */
  drawTitles: drawTitles.zh,
  /** An item's kind and what it is about. */
  joined: (kind: string, about: string) => `${kind} ${about}`,
  sources: {
    dice10: '十面骰子20颗',
    dice6: '六面骰子26颗',
    phones: '手机各交一个字词',
    drand: '公共信标drand',
    salt: '主机密封的随机数',
    kept: '监督员保管的随机数',
  },
  disclosures: { live: '实时公布', hidden: '揭晓前不公布', progress: '只公布人数' },
  disclosuresShort: { live: '实时公布', hidden: '揭晓前不公布', progress: '只公布人数' },
  copy: { copy: '复制', done: '已复制。', byHand: '已选中，请按Ctrl+C复制。' },
  /** Of a field whose text is no number. */
  number: {
    whole: '请填整数，例如12',
    decimal: '请填数字，例如12或12.5',
    range: (least: number, most: number) => `请填${least}到${most}`,
  },
  rows: {
    up: (what: string) => `上移：${what}`,
    down: (what: string) => `下移：${what}`,
    remove: (what: string) => `移除：${what}`,
    removeShort: '移除',
  },
  ...start,
  ...setup,
  ...stage,
  ...record,
  acts: acts.zh,
};

/** Both languages hold the same keys. */
export type ConsoleText = typeof zh;
