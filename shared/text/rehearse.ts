// What the rehearsal and the demo say in the terminal, in both languages.
import { plural } from './en-words.ts';
import { kindNames } from './kinds.ts';
import { rehearsalReportText } from './rehearsal-report.ts';
import type { Kind } from '../meeting/agenda/item.ts';

const zh = {
  ...rehearsalReportText.zh,
  help: (rehearse: string) => `用法：
  ${rehearse} --url "演练链接" --phones 60
      模拟手机加入一场演练，跟着台上的主持走。演练链接在控制台的“会前准备，演练”里。
  ${rehearse} --url "工作人员首次登录链接" --phones 500
      新建一场演练，自己从头到尾走完整个流程，最后逐项核对，有一处不符就以 1 结束。
  ${rehearse} --url http://主机地址 --staff 姓名 --phones 500
      同上，用已有的账号；口令放在环境变量 KLEROTERION_PASSPHRASE 里。

选项：
  --phones N      手机数，默认 60，最多 3000
  --pace 秒       大家给一个单位评分用的时间；跟着主持走时默认 20，自己走时默认 4
  --seconds 秒    最多运行多久，默认 3600
  --seed N        换一批人，默认 1
  --language zh|en`,
  wrongOption: (option: string) => `没有 ${option} 这个选项。`,
  wrongNumber: (option: string, given: string, least: number, most: number) =>
    `${option} 要一个 ${least} 到 ${most} 的整数，不能是“${given}”。`,
  urlMissing: '请用 --url 给出链接。',
  urlWrong:
    '这个链接不对。请用控制台“会前准备，演练”里的演练链接，或公评刚启动时打印的工作人员首次登录链接。',
  passphraseMissing: '请把口令放进环境变量 KLEROTERION_PASSPHRASE，再运行一次。',
  unreachable: (origin: string) => `连不上 ${origin}。请检查网址，确认公评正在运行。`,
  noMeeting: '没有这场会议。请核对链接。',
  notRehearsal: (title: string) =>
    `《${title}》是正式会议，不能用模拟手机。请在控制台“会前准备”里新建一场演练，再用它的链接。`,
  keyWrong: '链接里的密钥不对，或账号已停用。请从控制台重新复制演练链接。',
  linkUsed: '这个登录链接用过了，或者过期了。请用 --staff 和已有的账号，或要一个新链接。',
  refused: (sentence: string) => `主机没有接受：${sentence}`,
  staffName: '演练程序',

  meeting: (title: string, phones: number) => `《${title}》：${phones}部模拟手机准备入场。`,
  following: '手机都在会上，跟着主持走。按 Ctrl+C 结束并看报告。',
  deleted: '这场演练已被删除，结束。',
  stage: (n: number, items: number, kind: string) => `第${n}/${items}项：${kind}`,
  notBegun: '尚未开始',
  kind: (kind: Kind) => kindNames.zh[kind],
  present: (n: number) =>
    n === 0 ? '还没有手机入席：抽出评议团、进入签到后，手机自己签到。' : `${n}部手机入席`,

  prepared: (code: string, units: number, pool: number) =>
    `演练已建好（${code}）：${units}家单位，名册${pool}人。`,
  panelDrawn: (seats: number, pool: number) => `评议团按组别比例抽出：${pool}人中${seats}席。`,
  checkedIn: (present: number, seats: number) => `签到：实到${present}，应到${seats}。`,
  replaced: (out: string, into: string) => `${out}未到，由递补的${into}接替。`,
  presentersDrawn: (n: number) => `述职单位抽出${n}家。`,
  writtenOpen: '书面评议已开放，和现场评分同时进行。',
  questionerDrawn: '提问代表已抽出。',
  withdrawn: '一家书面评议的单位退出。',
  leftEarly: '一位代表提前离场。',
  closedEarly: '还有人没交，按时截止。',
  reported: (n: number, of: number) => `述职评分${n}/${of}。`,
  writtenDone: '书面评议截止并揭晓。',
  verificationDrawn: (n: number) => `实地核查单位抽出${n}家。`,
  teamDrawn: (n: number) => `核查组抽出${n}人。`,
  reasons: {
    noShow: '演练：未到场',
    left: '演练：提前离场',
    withdrawn: '演练：单位退出',
  },

  brokenOff: '没有走完就结束了，没有报告。',
  timeOver: (seconds: number) => `已到${seconds}秒，提前结束。`,

  demoStarted: '示例会议正在自动进行。用浏览器打开：',
  demoScreen: '大屏',
  demoWatch: '观看',
  demoConsole: '控制台（首次登录链接，只能用一次）',
  demoEnd: '流程走完了，排行还在屏幕上。按 Ctrl+C 结束。',
  demoTakenOver: '有人在控制台接手了：演示不再推进，模拟手机继续跟着走。按 Ctrl+C 结束。',
  demoFolder: (folder: string) =>
    `${folder} 里有别的文件，没有动它。请用 --data 换一个空文件夹，或加 --keep 接着用。`,
  demoRunning: (folder: string) =>
    `另一个演示正在用 ${folder}，没有动它。请先结束那一个，或用 --data 换一个文件夹。`,
  demoEmptied: (folder: string) =>
    `从头开始：${folder} 里上次的演示已清空。下次想留着，请加 --keep。`,
  demoKept: (folder: string) => `接着用 ${folder}：上次的演示都还在，这次另建一场。`,
  demoStopping: '正在结束演示……',
  demoServerEnded: '公评自己停了，演示结束。请再运行一次。',
  demoFailed: '公评没有启动：',
  demoHelp: `用法：npm run demo -- [选项]

  --phones N     模拟手机数，默认 60，最多 300
  --port N       端口，默认 8080，被占用就换一个
  --data 文件夹  默认 ./kleroterion-demo，每次启动都清空
  --keep         不清空，另建一场
  --language zh|en`,
};

/** Both languages hold the same keys. */
export type RehearseText = typeof zh;

const en: RehearseText = {
  ...rehearsalReportText.en,
  help: (rehearse) => `Usage:
  ${rehearse} --url "REHEARSAL LINK" --phones 60
      Simulated phones join a rehearsal and follow whoever leads it. The link is in the console under Setup, Rehearsal.
  ${rehearse} --url "FIRST STAFF LINK" --phones 500
      Makes a rehearsal, leads it from beginning to end, checks every number, and ends with 1 where anything differs.
  ${rehearse} --url http://HOST --staff NAME --phones 500
      The same with an account that exists; its passphrase is in the environment as KLEROTERION_PASSPHRASE.

Options:
  --phones N      how many phones, 60 unless given, 3000 at most
  --pace SECONDS  what people take to score one unit; 20 when following, 4 when leading
  --seconds N     ends after this long at the latest, 3600 unless given
  --seed N        other people, by default 1
  --language zh|en`,
  wrongOption: (option) => `The option ${option} is not known.`,
  wrongNumber: (option, given, least, most) =>
    `${option} takes a whole number from ${least} to ${most}, not “${given}”.`,
  urlMissing: 'Give the link with --url.',
  urlWrong:
    'This link does not work here. Take the rehearsal link from the console (Setup, Rehearsal), or the first staff link that the server prints when it starts.',
  passphraseMissing:
    'Put the passphrase into the environment as KLEROTERION_PASSPHRASE, then run this again.',
  unreachable: (origin) =>
    `${origin} does not answer. Check the address, and that the server is running.`,
  noMeeting: 'There is no such meeting. Check the link.',
  notRehearsal: (title) =>
    `“${title}” is a real meeting: simulated phones stay out. Make a rehearsal in the console (Setup) and use its link.`,
  keyWrong:
    'The key in the link is wrong, or its account is disabled. Copy the rehearsal link from the console again.',
  linkUsed:
    'This link was used before, or has expired. Use --staff with an account, or ask for a new link.',
  refused: (sentence) => `The server refused: ${sentence}`,
  staffName: 'Rehearsal program',

  meeting: (title, phones) =>
    `“${title}”: ${plural(phones, 'simulated phone is', 'simulated phones are')} at the door.`,
  following: 'The phones are in and follow whoever leads. Ctrl+C ends this and shows the report.',
  deleted: 'This rehearsal was deleted; ending.',
  stage: (n, items, kind) => `Item ${n} / ${items}: ${kind}`,
  notBegun: 'not begun',
  kind: (kind) => kindNames.en[kind].toLowerCase(),
  present: (n) =>
    n === 0
      ? 'No phone has a seat yet: draw the panel and enter check-in, then they check in.'
      : `${plural(n, 'phone has', 'phones have')} a seat`,

  prepared: (code, units, pool) =>
    `The rehearsal is made (${code}): ${plural(units, 'unit')}, a pool of ${pool}.`,
  panelDrawn: (seats, pool) =>
    `Panel drawn in proportion to the groups: ${plural(seats, 'seat')} from ${pool}.`,
  checkedIn: (present, seats) => `Check-in: ${present} present of ${seats}.`,
  replaced: (out, into) => `${out} did not come; ${into} of the reserve takes the seat.`,
  presentersDrawn: (n) => `${plural(n, 'presenter')} drawn.`,
  writtenOpen: 'The written round is open, beside the live ones.',
  questionerDrawn: 'A reviewer is drawn to ask.',
  withdrawn: 'A unit of the written round withdraws.',
  leftEarly: 'A panel member leaves early.',
  closedEarly: 'Some have not scored; closed on time.',
  reported: (n, of) => `Presentations scored: ${n} / ${of}.`,
  writtenDone: 'The written round is closed and revealed.',
  verificationDrawn: (n) => `${plural(n, 'unit')} drawn to be visited.`,
  teamDrawn: (n) => `Visiting team drawn: ${plural(n, 'member')}.`,
  reasons: {
    noShow: 'Rehearsal: did not come',
    left: 'Rehearsal: left early',
    withdrawn: 'Rehearsal: unit withdrew',
  },

  brokenOff: 'Stopped before the end: there is no report.',
  timeOver: (seconds) => `Ended early, after ${plural(seconds, 'second')}.`,

  demoStarted: 'The example meeting runs by itself. Open in a browser:',
  demoScreen: 'Screen',
  demoWatch: 'Watch',
  demoConsole: 'Console (first login, good for one use)',
  demoEnd: 'That was the whole meeting; the standings stay on the screen. Ctrl+C ends it.',
  demoTakenOver:
    'Somebody leads from the console now: the demo stops leading, the phones go on. Ctrl+C ends it.',
  demoFolder: (folder) =>
    `${folder} holds other files and was left alone. Choose an empty folder with --data, or go on in it with --keep.`,
  demoRunning: (folder) =>
    `Another demo works in ${folder}; it was left alone. End that one first, or choose another folder with --data.`,
  demoEmptied: (folder) =>
    `Starting afresh: the last demo in ${folder} was removed. Use --keep to keep it next time.`,
  demoKept: (folder) =>
    `Going on in ${folder}: the last demo is still there, and this makes one more meeting.`,
  demoStopping: 'Ending the demo…',
  demoServerEnded: 'The server ended by itself, and the demo with it. Run it again.',
  demoFailed: 'The server did not start:',
  demoHelp: `Usage: npm run demo -- [options]

  --phones N     simulated phones, 60 unless given, 300 at most
  --port N       8080 unless given; another one where that is taken
  --data FOLDER  ./kleroterion-demo unless given; emptied at each start
  --keep         does not empty it, and makes one more meeting
  --language zh|en`,
};

export const rehearseText = { zh, en };
