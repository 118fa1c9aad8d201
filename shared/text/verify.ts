// The sentences of the page on which anyone checks a draw, and what each of its steps says.
import type { Difference } from '../draw/difference.ts';
import type { JsonFlaw } from '../draw/strict-json.ts';
import { verifyFlaws } from './verify-flaws.ts';
import { own } from '../own.ts';
import { plural } from './en-words.ts';
import { drawText } from './draw.ts';

/** A differing value with the character from which on it differs. */
const saidZh = ({ place, said, computed, digit }: Difference): string =>
  `${place}${digit > 0 ? `从第${digit}位起不同` : '不同'}：文件写的是${said || '（没有）'}，算出来是${computed || '（没有）'}。`;
const saidEn = ({ place, said, computed, digit }: Difference): string =>
  `At ${place}${digit > 0 ? `, from character ${digit} on,` : ''} the file says ${said || '(nothing)'}; computed is ${computed || '(nothing)'}.`;

const zh = {
  title: '核对抽签',
  lead: '每次抽签都能由任何人重算。把抽签文件交给本页：它在您的设备上一步一步算，不向任何人发送。',
  drop: '选择文件，或拖到这里',
  dropNow: '松开就开始核对',
  paste: '或者把文件的内容粘贴在这里',
  check: '核对',
  checkAgain: '再核对一次',
  nothingPasted: '先粘贴内容',
  seen: '您当时看到的64位（选填）',
  seenHint: '照片、直播或手机上的，空格不算。',
  seenSame: '与锁定的64位相同。',
  seenDiffers: (digit: number): string => `从第${digit}位起与锁定的64位不同。`,
  seenShort: (n: number): string => `已输入${n}位，共64位。`,
  fetching: '正在取抽签文件',
  working: (percent: number): string => `正在重算，已完成${percent}%`,
  offline: '取不到抽签文件：连不上会场的主机。文件在手边的话，可以在下面选择或粘贴。',
  noSuchDraw: '会场的主机上没有这次抽签。请核对链接，或者在下面选择文件。',
  badLink: '链接不完整，读不出抽签文件。请把整个链接重新打开，或者在下面选择文件。',
  link: '带着这个文件的链接，可以转给别人',
  script: '下载独立的核对程序',
  scriptHint: '照规则另写的一份，可以从头读到尾，有Node 18就能运行：node verify-draw.mjs FILE',
  openedOffline: '本页打开之后断网也能用。',
  flaws: {
    'too-long': '这个文件太大，不会是抽签文件。请选择从抽签页面下载的那一个。',
    'not-a-proof': '这不是抽签文件。请在观看页的抽签里点“下载这次抽签的数据”，用下载到的文件。',
    version: (form: string): string =>
      `这是另一个版本的抽签文件（${form}）。请用会场主机上的核对页，或新版的独立程序。`,
    shape: (place: string): string =>
      `文件里的${place}缺少、多余或写法不对。文件可能被改过，请重新下载。`,
    unreadable: '这个文件读不出来。请重新选择。',
  },
  json: {
    empty: '里面是空的。请重新复制或选择。',
    cut: '内容在中间断了，没有复制完整。请从头到尾重新复制，或者直接选择文件。',
    syntax: '这里不是JSON的写法。请选择下载到的文件，不要经过别的程序改写。',
    number: '这里的数不是抽签文件的写法：只有整数，没有小数点。',
    null: '这里是空值，抽签文件里没有空值。',
    'member-twice': '这里的名称写了两次，说不清以哪一次为准。',
    'not-nfc': '这里有变了形的字符，可能是别的程序改写的。请重新下载。',
    'lone-surrogate': '这里有半个字符，内容已损坏。请重新下载。',
    'too-deep': '层数太多，这不是抽签文件。',
  } satisfies Record<JsonFlaw, string>,
  where: (line: number, column: number): string => `第${line}行第${column}个字符：`,
  allSame: '全部相符',
  allSameNote: '每一步都重算过，结果与文件逐位相同。',
  differ: (n: number): string => `有${n}处不符`,
  differNote: '下面标出了哪一步、哪一处。请保留这个文件，并告诉监督员。',
  byEye:
    '还要您自己看：64位是不是当时显示的那些，骰子是不是录像里的那些，字词表里有没有您交的那个。',
  draw: (seq: number, name: string): string => `第${seq}次抽签：${name}`,
  at: (draw: string, step: string): string => `${draw}，${step}`,
  name: (name: string): string => own<string, string>(drawText.zh.purposes, name) ?? name,
  status: {
    locked: '已锁定，结果还没有公布。公布最后一名之后再来核对全部。',
    void: (why: string): string => `这次抽签作废：${drawText.zh.voidWhy(why)}`,
  },
  drawn: '抽出的编号，按出场顺序',
  ids: '文件里只有编号。编号对应的姓名由锁定时的名册校验值固定，姓名在会场公布。',
  same: '相符',
  differs: '不符',
  unreached: '前面不符，算不到这里',
  steps: {
    lock: '锁定的内容',
    seal: '封存的名单',
    shown: '锁定的64位',
    times: '先后',
    sources: '随机源',
    list: '公布的各组',
    seed: '种子',
    numbering: '换位与编号',
    cells: '各格名额',
    drawn: '抽签号',
    reserve: '候补',
    chances: '机会',
    assurance: '见证方式',
    record: '记录',
    replacements: '递补',
  },
  explains: {
    lock: (of: number, k: number, excluded: number): string =>
      `从${of}个编号里抽${k}个${excluded === 0 ? '' : `，另有${excluded}个不在内`}。名单、抽法、随机源在产生随机数之前就写定了。`,
    lockLots: (of: number, k: number, m: number): string =>
      `从${of}个编号里公布${m}组，每组${k}个，抽其中一组。`,
    malformed: '锁定的内容不合规则，后面无从算起。',
    seal: (sealed: string, added: number, excluded: number): string =>
      `封存的名单算出${sealed.slice(0, 8)}…，就是锁定里写的。与封存时的差别都列出来了：增加或改动${added}个，不在内${excluded}个。`,
    shown: '锁定的内容哪怕改一个字，下面的64位就完全不同。',
    times: (locked: string, closed: string): string =>
      `锁定于${locked}，随机源依次截止于${closed}，都晚于锁定。`,
    list: (m: number, least: number, most: number): string =>
      `${m}组都满足每条配额，每人在${least === most ? `${least}组` : `${least}到${most}组`}里，校验值就是锁定里的那一个。`,
    seed: (seed: string): string =>
      `锁定的64位与随机源合在一起得到种子${seed.slice(0, 8)}…，后面每一步都由它决定，没有别的来源。`,
    numbering: (made: number, perSeat: string, number: string, panel: number): string =>
      `组员按种子换位${made}次，平均每席${perSeat}次，再编号。骰出的数字${number}是名单上的第${panel}组。`,
    cells: (quota: string): string => `每格抽几个：${quota}。`,
    oneCell: (k: number): string => `不分格，一共抽${k}个。`,
    drawn: '每个编号由种子得到一个签号，像一支签。每格里签号最小的被抽中，看下面的演示。',
    drawnLots: (number: string): string => `数字${number}那一组就是抽中的。出场顺序由种子决定。`,
    reserve: (n: number): string => `没有抽中的${n}个按签号从小到大排成候补，每格一列。`,
    chances: (least: string, most: string): string =>
      least === most
        ? `抽签前每个编号的机会都是${least}。`
        : `抽签前各编号的机会从${least}到${most}。`,
    chance: (percent: string, fraction: string): string => `${percent}%（${fraction}）`,
    assurance: (kind: string, why: string): string => `${kind}，${why}。`,
    assuranceLots: (kind: string, why: string): string =>
      `换位、编号、出场顺序和候补：${kind}，${why}。抽中哪一组由当众骰出的数字决定。`,
    record: (hash: string): string =>
      `这次抽签的记录算出${hash.slice(0, 8)}…，下一次的锁定里必须写着它。`,
    replacements: (n: number): string => `${n}次递补都按候补的顺序，每次都接着上一次的记录。`,
  },
  source: {
    dice: (digits: string): string => `骰子${digits}`,
    phones: (n: number): string => `手机上的${n}个字词，校验值与读入的相同`,
    salt: '密封的随机数，打开后与锁定里的封签相符',
    drand: (round: number): string => `公共信标第${round}轮，签名核对过，随机数是它的SHA-256`,
    drandUnchecked: (round: number): string =>
      `公共信标第${round}轮，随机数是签名的SHA-256；这个浏览器没有核对签名本身，请换一个浏览器再核对`,
    digits: (digits: string): string => `组号的数字${digits}`,
  },
  chain: '首尾相接',
  chainNote: (n: number): string =>
    `一共${n}次抽签，从第1次起，每次的锁定都写着上一次的记录，一次不缺，一次不重。`,
  chainUnread: '有一次的锁定不合规则，接不起来。',
  sum: '文件',
  sumNote: '文件自带的校验值相符。它只防抄错，不防有意改写。',
  sumDiffers:
    '文件自带的校验值与内容不符。上面若没有标出哪里，改动就在没有别的东西可对的地方，例如截止时间。请重新下载。',
  tickets: {
    title: '签号从小到大',
    note: (cell: string, shown: number, of: number): string =>
      `${cell === '' ? '' : `${cell}格，`}${shown < of ? `${of}个里的${shown}个` : `全部${of}个`}，红色的被抽中`,
    sort: '按签号排好',
    back: '按编号排',
    drawn: '抽中',
  },
  finding: {
    ...verifyFlaws.zh,
    differs: saidZh,
    lockHash: (computed: string, digit: number): string =>
      `算出来是${computed}，从第${digit}位起与当时显示的不同。锁定的内容或64位被改过。`,
    proofMissing: (n: number): string => `第${n}个随机源缺少字词表或签名。`,
    proofDiffers: (n: number): string => `第${n}个随机源与它的字词表或签名不同。`,
    unsigned: (n: number): string => `第${n}个随机源的签名不是那个信标签的。`,
    seal: {
      'sealed-malformed': '文件里没有封存的名单，或写法不对。',
      'not-named': '锁定没有写封存的名单。',
      'sealed-hash-differs': '封存名单的64位与锁定写的不同。',
      'left-out': (id: string): string => `${id}封存时在名单里，锁定时没有，也没有列出原因。`,
      'put-in': (id: string): string => `${id}封存时不在名单里，锁定时有，也没有列出原因。`,
      changed: (id: string): string => `${id}的属性与封存时不同，也没有列出原因。`,
      'not-added': (id: string): string => `${id}列为新增，封存时其实就在名单里。`,
    },
    wordsDiffer: (n: number): string => `第${n}个随机源的字词表不是当时显示的那一份。`,
    panel: (panel: number, has: string | null, lacks: string | null): string =>
      `第${panel}组：组里${has === null ? '' : `有${has}，`}按各人名下的组号${lacks === null ? `不该有${has ?? ''}` : `应当有${lacks}`}。`,
    replacement: (n: number): string => `第${n}次递补没有按候补的顺序，或没有接着上一次的记录。`,
    assurance: (computed: string): string => `按随机源只能算“${computed}”。`,
    early: (n: number): string => `第${n}个随机源截止得太早：不晚于锁定，或早于应当先截止的源。`,
    times: '截止时间的个数或写法不对。',
    chain: {
      'session-differs': '不是同一个会议的抽签。',
      'seq-gap': '序号接不上：有一次被去掉、重复或调换了。',
      'prev-differs': '锁定里写的不是上一次的记录。',
      'lock-hash-differs': '记录的不是这份锁定。',
      'locked-before-predecessor': '锁定早于上一次。',
      'void-without-reason': '作废没有写原因。',
      'result-without-salt': '有结果，密封的随机数却没有打开。',
      'salt-after-unopened-salt': '上一次密封的随机数没有打开，这一次就不该再用。',
    },
    chainAt: (n: number, what: string): string => `第${n}次抽签：${what}`,
  },
};

/** Both languages hold the same keys. */
export type VerifyText = typeof zh;

const en: VerifyText = {
  title: 'Check a draw',
  lead: 'Anyone can compute a draw again. Give this page the file of the draw: it computes each step on your device and sends nothing to anybody.',
  drop: 'Choose a file, or drop it here',
  dropNow: 'Let go, and it is checked',
  paste: 'Or paste what the file holds',
  check: 'Check',
  checkAgain: 'Check again',
  nothingPasted: 'Paste something first',
  seen: 'The 64 digits that you saw (optional)',
  seenHint: 'From your photograph, the stream or your phone; spaces do not count.',
  seenSame: 'The same as the 64 digits of the lock.',
  seenDiffers: (digit) => `From digit ${digit} on they differ from those of the lock.`,
  seenShort: (n) => `${n} of 64 digits typed.`,
  fetching: 'Fetching the file of the draw',
  working: (percent) => `Computing, ${percent}% done`,
  offline:
    'The file of the draw cannot be fetched: the hall’s server does not answer. If you have the file, choose or paste it below.',
  noSuchDraw: 'The hall’s server has no such draw. Check the link, or choose a file below.',
  badLink:
    'The link is not whole, so the file cannot be read from it. Open the whole link again, or choose a file below.',
  link: 'A link with this file in it, to pass on',
  script: 'Download the stand-alone checker',
  scriptHint:
    'Written apart from this page, from the rules, to be read from end to end. It runs with Node 18: node verify-draw.mjs FILE',
  openedOffline: 'Once open, this page works without a network.',
  flaws: {
    'too-long':
      'This file is too large to be the file of a draw. Choose the one that you downloaded from the draw’s page.',
    'not-a-proof':
      'This is not the file of a draw. On the viewers’ page open the draw, choose “Download this draw’s data” and use that file.',
    version: (form) =>
      `This is the file of a draw in another version (${form}). Use the page of the hall’s server, or a newer stand-alone checker.`,
    shape: (place) =>
      `In this file ${place} is missing, too much, or not of its form. The file may have been changed: download it again.`,
    unreadable: 'This file cannot be read. Choose it again.',
  },
  json: {
    empty: 'There is nothing in it. Copy or choose it again.',
    cut: 'It ends in the middle: not all was copied. Copy it from beginning to end, or choose the file itself.',
    syntax:
      'Here it is not JSON. Choose the downloaded file, not one that another program rewrote.',
    number:
      'Here is a number that no file of a draw holds: there are whole numbers only, without a point.',
    null: 'Here is a null, which no file of a draw holds.',
    'member-twice': 'Here a name stands for the second time: which of the two counts is unclear.',
    'not-nfc':
      'Here are characters that another program seems to have changed. Download the file again.',
    'lone-surrogate': 'Here is half a character: the file is damaged. Download it again.',
    'too-deep': 'It is nested too deeply to be the file of a draw.',
  },
  where: (line, column) => `Line ${line}, character ${column}: `,
  allSame: 'All of it holds',
  allSameNote: 'Each step was computed again and comes out as in the file, to the digit.',
  differ: (n) => (n === 1 ? '1 place differs' : `${n} places differ`),
  differNote: 'Which step and which place is marked below. Keep the file, and tell the supervisor.',
  byEye:
    'For your own eyes: the 64 digits are those that were shown, the dice are those of the recording, and the word that you sent is in the list.',
  draw: (seq, name) => `Draw ${seq}: ${name}`,
  at: (draw, step) => `${draw}, ${step}`,
  name: (name) => own<string, string>(drawText.en.purposes, name) ?? name,
  status: {
    locked:
      'Locked; the result is not public yet. Come back when the last name has been shown to check all of it.',
    void: (why) => `This draw is void: ${drawText.en.voidWhy(why)}`,
  },
  drawn: 'Drawn, in order of appearance',
  ids: 'The file holds codes only. Which name belongs to a code was fixed by the roster’s hash in the lock; names are shown in the hall.',
  same: 'holds',
  differs: 'differs',
  unreached: 'not reached, as something before it differs',
  steps: {
    lock: 'What was locked',
    seal: 'The sealed pool',
    shown: 'The lock’s 64 digits',
    times: 'Before and after',
    sources: 'Sources of chance',
    list: 'The published panels',
    seed: 'The seed',
    numbering: 'Exchange and numbers',
    cells: 'How many of each cell',
    drawn: 'The tickets',
    reserve: 'The reserve',
    chances: 'Chances',
    assurance: 'Assurance',
    record: 'The record',
    replacements: 'Replacements',
  },
  explains: {
    lock: (of, k, excluded) =>
      `${k} of ${plural(of, 'code')} ${k === 1 ? 'is' : 'are'} drawn${excluded === 0 ? '' : `, and ${excluded} left out`}. Pool, rule and sources were fixed before there was any chance.`,
    lockLots: (of, k, m) =>
      `Published were ${plural(m, 'panel')} of ${k} from ${plural(of, 'code')}; one of them is drawn.`,
    malformed: 'The lock breaks the rules, so nothing after it can be computed.',
    seal: (sealed, added, excluded) =>
      `The sealed pool gives ${sealed.slice(0, 8)}…, as the lock says. Every difference from it is listed: ${added} added or changed, ${excluded} left out.`,
    shown: 'Change one character of the lock, and all of these 64 digits are others.',
    times: (locked, closed) =>
      `Locked at ${locked}; the sources closed at ${closed}, each of them later.`,
    list: (m, least, most) =>
      `${plural(m, 'panel')} keep every quota, everybody is in ${least === most ? least : `${least} to ${most}`} of them, and their hash is the one in the lock.`,
    seed: (seed) =>
      `The lock’s 64 digits and the sources together give the seed ${seed.slice(0, 8)}…, which decides every step after it, and nothing else does.`,
    numbering: (made, perSeat, number, panel) =>
      `By the seed, members changed places (${made}, or ${perSeat} for each seat), and the panels were numbered. Thrown was ${number}, which is panel ${panel} of the list.`,
    cells: (quota) => `Drawn of each cell: ${quota}.`,
    oneCell: (k) => `There are no cells; ${k} in all.`,
    drawn:
      'The seed gives each code a number, its ticket. In each cell the lowest are drawn; see below.',
    drawnLots: (number) =>
      `The panel with number ${number} is drawn. The seed decides in which order its members appear.`,
    reserve: (n) =>
      `${plural(n, 'code')} not drawn ${n === 1 ? 'stands' : 'stand'} in the reserve, lowest ticket first, cell by cell.`,
    chances: (least, most) =>
      least === most
        ? `Before the draw everybody’s chance was ${least}.`
        : `Before the draw chances were from ${least} to ${most}.`,
    chance: (percent, fraction) => `${percent}% (${fraction})`,
    assurance: (kind, why) => `This draw is ${kind}: ${why}.`,
    assuranceLots: (kind, why) =>
      `Exchange, numbers, order and reserve: ${kind}, ${why}. Which panel is drawn is up to the digits thrown in view.`,
    record: (hash) =>
      `The record of this draw gives ${hash.slice(0, 8)}…, which the next lock has to name.`,
    replacements: (n) =>
      `${n === 1 ? '1 replacement follows' : `${n} replacements follow`} the reserve, each chained to the record before it.`,
  },
  source: {
    dice: (digits) => `Dice ${digits}`,
    phones: (n) => `${plural(n, 'word')} from phones, with the hash that was read`,
    salt: 'A sealed number that opens the seal in the lock',
    drand: (round) =>
      `Round ${round} of the public beacon: its signature holds, and the randomness is its SHA-256`,
    drandUnchecked: (round) =>
      `Round ${round} of the public beacon: the randomness is the SHA-256 of the signature; this browser did not check the signature itself, so check it in another`,
    digits: (digits) => `The digits of a panel’s number, ${digits}`,
  },
  chain: 'The chain',
  chainNote: (n) =>
    `${plural(n, 'draw')} in all. From the first on each lock names the record before it: none is missing, none is there twice.`,
  chainUnread: 'A lock breaks the rules, so the chain cannot be followed.',
  sum: 'The file',
  sumNote: 'It has its own sum. That finds slips, not forgeries.',
  sumDiffers:
    'The file’s own sum is another than that of its content. If nothing is marked above, what changed is a part that nothing else fixes, as a closing time. Download it again.',
  tickets: {
    title: 'Tickets, lowest first',
    note: (cell, shown, of) =>
      `${cell === '' ? '' : `Cell ${cell}: `}${shown < of ? `${shown} of ${of}` : `all ${of}`}; those in red are drawn`,
    sort: 'Sort by ticket',
    back: 'Sort by code',
    drawn: 'drawn',
  },
  finding: {
    ...verifyFlaws.en,
    differs: saidEn,
    lockHash: (computed, digit) =>
      `It gives ${computed}, which differs from digit ${digit} on from what was shown. The lock or its digits were changed.`,
    proofMissing: (n) => `Of source ${n} the list of words or the signature is missing.`,
    proofDiffers: (n) => `Source ${n} is not what its words or its signature give.`,
    unsigned: (n) => `The signature of source ${n} is not the beacon’s.`,
    seal: {
      'sealed-malformed': 'The sealed pool is not in the file, or it is malformed.',
      'not-named': 'The lock names no sealed pool.',
      'sealed-hash-differs': 'The 64 digits of the sealed pool are not those that the lock names.',
      'left-out': (id) => `${id} was sealed, is not in the pool, and no reason is listed.`,
      'put-in': (id) => `${id} was not sealed, is in the pool, and no reason is listed.`,
      changed: (id) => `${id} has other attributes than were sealed, and no reason is listed.`,
      'not-added': (id) => `${id} is listed as added, but was sealed alike.`,
    },
    wordsDiffer: (n) => `Source ${n} has other words than were shown.`,
    panel: (panel, has, lacks) =>
      `Panel ${panel} ${has === null ? '' : `has ${has}; `}by what stands under each person it ${lacks === null ? `should not have ${has ?? ''}` : `should have ${lacks}`}.`,
    replacement: (n) =>
      `Replacement ${n} does not follow the reserve, or not the record before it.`,
    assurance: (computed) => `By its sources it can only be “${computed}”.`,
    early: (n) =>
      `Source ${n} closed too early: not after the lock, or before one that has to close first.`,
    times: 'The closing times are not as many as the sources, or not times.',
    chain: {
      'session-differs': 'is of another meeting.',
      'seq-gap': 'is out of its number: one was dropped, doubled or moved.',
      'prev-differs': 'does not name the record before it.',
      'lock-hash-differs': 'has the record of another lock.',
      'locked-before-predecessor': 'was locked before the one before it.',
      'void-without-reason': 'is void without a reason.',
      'result-without-salt': 'has a result, and its sealed number was not opened.',
      'salt-after-unopened-salt':
        'has a sealed number, though the one before it was left unopened.',
    },
    chainAt: (n, what) => `Draw ${n} ${what}`,
  },
};

export const verifyText = { zh, en };
