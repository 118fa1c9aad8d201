// Leaving out of a draw who was drawn in an earlier meeting: whence, whom it finds here, and what is recorded. Both languages.
import type { HowMatched } from '../../meeting/draws/earlier.ts';
import { plural } from '../en-words.ts';

const zh = {
  title: '排除往次已抽中的',
  lead: '从别的会议的抽签，或者从一份名单里，把已经抽中过的排除在外。对上的逐个列出，您确认之后才排除，并写进锁定的名单。',
  of: (from: string, people: boolean, n: number): string =>
    `${from}：排除${n}${people ? '人' : '家'}`,
  remove: '不再排除',
  add: '添加要排除的',
  close: '不添加了',
  meeting: '从哪次会议',
  chooseMeeting: '请选一次会议',
  noMeetings: '这台主机上没有别的会议。',
  noDraws: '那次会议没有这一类已经抽完的抽签。',
  draw: '那次会议的哪次抽签',
  drawn: (name: string, when: string, n: number): string => `${name}，${when}，${n}个`,
  file: '或者选一个文件',
  fileHint:
    '抽签核对文件（.json），有表头的表格（.xlsx、.ods），或每行一个编号或名称的名单（.txt、.csv）',
  reading: '正在读取',
  unread: '这个抽签核对文件不完整，读不了。请重新下载，或者选一份名单。',
  nothing: '文件里没有找到抽中的名单。',
  found: (n: number, of: number): string => `${of}个里对上${n}个，打勾的将被排除：`,
  how: {
    both: '编号和名称都对上',
    name: '名称对上，编号不同或没有',
    id: '编号对上，文件里没有名称，请核对',
    renamed: '编号相同，名称不同，请核对',
    several: '这个名称有几个，请选',
    missing: '没有对上',
  } satisfies Record<HowMatched, string>,
  was: (name: string): string => `原为${name}`,
  missing: (n: number): string => `有${n}个在这次的名册里没有对上，不会排除：`,
  confirm: (n: number, people: boolean): string => `排除打勾的${n}${people ? '人' : '家'}`,
  noneChosen: '先打勾',
};

export type EarlierText = typeof zh;

const en: EarlierText = {
  title: 'Leave out who was drawn before',
  lead: 'Leaves out who was drawn in another meeting, or stands on a list. Everyone who is found is shown; nobody is left out before you confirm, and the lock names them.',
  of: (from, people, n) =>
    `${from}: ${plural(n, people ? 'person' : 'unit', people ? 'people' : 'units')} left out`,
  remove: 'Do not leave out',
  add: 'Leave others out',
  close: 'Leave nobody else out',
  meeting: 'Of which meeting',
  chooseMeeting: 'Choose a meeting',
  noMeetings: 'There is no other meeting on this server.',
  noDraws: 'That meeting has no such draw that is over.',
  draw: 'Which of its draws',
  drawn: (name, when, n) => `${name}, ${when}, ${n}`,
  file: 'Or choose a file',
  fileHint:
    'The proof file of draws (.json), a spreadsheet with headings (.xlsx, .ods), or a list with an id or a name on each line (.txt, .csv)',
  reading: 'Reading',
  unread: 'This proof file of draws is not whole. Download it again, or choose a list.',
  nothing: 'Nobody who was drawn is in this file.',
  found: (n, of) => `${n} of ${of} found. Those ticked will be left out:`,
  how: {
    both: 'the same id and name',
    name: 'the same name, another id or none',
    id: 'the same id; the file has no names, so compare',
    renamed: 'the same id with another name, so compare',
    several: 'several have this name: choose',
    missing: 'not found',
  },
  was: (name) => `before: ${name}`,
  missing: (n) =>
    `${n === 1 ? '1 is' : `${n} are`} not on this meeting’s roster, and not left out:`,
  confirm: (n, people) =>
    `Leave out ${plural(n, people ? 'person' : 'unit', people ? 'people' : 'units')}`,
  noneChosen: 'Tick somebody first',
};

export const earlierText = { zh, en };
