// The report of a rehearsal in sentences, for the terminal and the console, in both languages.
import { plural } from './en-words.ts';

const zh = {
  language: 'zh' as 'zh' | 'en',
  report: '演练报告',
  colon: '：',
  good: '没有丢票，没有差错。',
  bad: '有差错，见下。',
  phones: (present: number, asked: number) => `手机：共${asked}部，${present}部入席`,
  ballots: (sent: number, acknowledged: number, changes: number, abstentions: number | null) =>
    `评分票：送出${sent}张，收到回执${acknowledged}张，其中改票${changes}${abstentions === null ? '' : `，弃权${abstentions}`}`,
  unanswered: (n: number) => `没有得到回答的票：${n}张`,
  mishaps: (n: number) => `手机自己出错：${n}次，别的手机不受影响`,
  lost: (n: number) => `有回执而主机上没有的票：${n}张`,
  noneLost: '有回执的票，主机上一张不少',
  network: (reconnects: number, resends: number) =>
    `断线：重连${reconnects}次，重发${resends}张（断线是模拟的一部分）`,
  words: (n: number) => `抽签：手机交来字词${n}个`,
  board: (units: number, ballots: number) =>
    `排行：${units}家单位、${ballots}张票重新算过，得分和名次全部一致`,
  boardDiffers: (n: number) => `排行：有${n}处不一致`,
  draws: (n: number, replacements: number) =>
    `抽签：${n}次抽签和${replacements}次递补按公布的记录重新算过，结果全部一致`,
  drawsDiffer: (n: number) => `抽签：有${n}处不一致`,
  refusals: (n: number) => `主机没有计入的票：${n}张，手机上的说明是：`,
  turnedAway: (n: number) => `没能入席的手机：${n}部，手机上的说明是：`,
  times: (n: number) => `${n}次`,
  waited: '等了多久：',
  latency: (what: string, half: string, most: string, max: string) =>
    `${what}：半数不到${half}，百分之九十九不到${most}，最慢${max}`,
  seconds: (n: string) => `${n}秒`,
  milliseconds: (n: string) => `${n}毫秒`,
  claim: '扫码到入席',
  ack: '交票到回执',
  push: '开评到手机显示',
  pushFollowed: '台上变化到手机显示（比最快的一部晚）',
  nothingMeasured: (what: string) => `${what}：没有发生`,
};

/** Both languages hold the same keys. */
export type RehearsalReportText = typeof zh;

const en: RehearsalReportText = {
  language: 'en',
  report: 'Report of the rehearsal',
  colon: ': ',
  good: 'No ballot was lost, nothing differs.',
  bad: 'Something is wrong, see below.',
  phones: (present, asked) => `Phones: ${asked} in all, ${present} with a seat`,
  ballots: (sent, acknowledged, changes, abstentions) =>
    `Ballots: ${sent} sent, ${acknowledged} acknowledged; ${plural(changes, 'change')}${abstentions === null ? '' : `, ${plural(abstentions, 'abstention')}`}`,
  unanswered: (n) => `Ballots without an answer: ${n}`,
  mishaps: (n) => `A phone ran into an error: ${n} ×; the others went on`,
  lost: (n) => `Acknowledged ballots that the server does not have: ${n}`,
  noneLost: 'Every ballot that was acknowledged is on the server',
  network: (reconnects, resends) =>
    `Network: ${plural(reconnects, 'reconnect')}, ${plural(resends, 'ballot')} sent again (the losses are part of the simulation)`,
  words: (n) => `Draws: ${plural(n, 'word')} came from phones`,
  board: (units, ballots) =>
    `Standings: ${plural(units, 'unit')} and ${plural(ballots, 'ballot')} computed again, every score and rank agrees`,
  boardDiffers: (n) => `Standings: ${plural(n, 'difference')}`,
  draws: (n, replacements) =>
    `Draws: ${plural(n, 'draw')} and ${plural(replacements, 'replacement')} computed again from the published records, every result agrees`,
  drawsDiffer: (n) => `Draws: ${plural(n, 'difference')}`,
  refusals: (n) => `Ballots that the server did not count: ${n}. The phones were told:`,
  turnedAway: (n) => `Phones that could not come in: ${n}. They were told:`,
  times: (n) => `${n} ×`,
  waited: 'How long people waited:',
  latency: (what, half, most, max) =>
    `${what}: half under ${half}, 99% under ${most}, slowest ${max}`,
  seconds: (n) => `${n} s`,
  milliseconds: (n) => `${n} ms`,
  claim: 'Scan to seat',
  ack: 'Cast to acknowledgement',
  push: 'Round opened to shown on the phone',
  pushFollowed: 'Stage change to phone (behind the fastest one)',
  nothingMeasured: (what) => `${what}: did not happen`,
};

export const rehearsalReportText = { zh, en };
