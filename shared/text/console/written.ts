// The console's words about the written round that stands open beside the other items.
import { plural } from '../en-words.ts';

const zh = {
  title: '书面评议',
  phases: { open: '进行中', closed: '已截止，等待揭晓' },
  ballots: '票',
  seats: (done: number, of: number) => `${of}席里${done}席已评完`,
  units: (n: number) => `${n}家单位`,
  unfinished: (n: number) => `还没评完：${n}席`,
  person: (name: string, done: number, of: number) => `${name} ${done} / ${of}`,
  noScores: '只显示进度，不显示分',
  close: '截止书面评议',
  closeMeans: (owed: number, papers: number) =>
    `${papers === 0 ? '' : `还有${papers}张纸质票没有核对，现在截止就不计入。`}${
      owed === 0
        ? '票都交齐了。截止后不再收票；揭晓前可以重新开放。'
        : `还差${owed}票。截止后不再收票，没交的记为缺票；揭晓前可以重新开放。`
    }`,
  reveal: '揭晓书面评议',
  revealMeans:
    '已截止，不再收票；揭晓前可以重新开放。揭晓后各家得分同时进入排行，大屏停在现在的环节。',
  change: '改评议单位',
  changeMeans:
    '移出的单位，已交的票留存备查，不再计分；加回来的单位，先前的票重新计入。手机上立即更新。',
  find: '查找单位',
  chosen: (n: number, of: number) => `选了${n}家，现有${of}家`,
  onStage: '有述职',
  scored: '已现场评分',
  out: '不再参加',
  none: '至少留一家',
  same: '没有改动',
  save: '更改',
};

/** Both languages hold the same keys. */
type ConsoleWrittenText = typeof zh;

const en: ConsoleWrittenText = {
  title: 'Written reports',
  phases: { open: 'open', closed: 'closed, waiting for the reveal' },
  ballots: 'ballots',
  seats: (done, of) => `Finished: ${done} of ${plural(of, 'seat')}`,
  units: (n) => plural(n, 'unit'),
  unfinished: (n) => `Not finished: ${plural(n, 'seat')}`,
  person: (name, done, of) => `${name} ${done} / ${of}`,
  noScores: 'Progress only, no scores',
  close: 'Close the written round',
  closeMeans: (owed, papers) =>
    `${papers === 0 ? '' : `${plural(papers, 'paper ballot is', 'paper ballots are')} still to be confirmed; closing now leaves ${papers === 1 ? 'it' : 'them'} out. `}${
      owed === 0
        ? 'All ballots are in. None is taken after the close; it can be reopened until the reveal.'
        : `${plural(owed, 'ballot is', 'ballots are')} still owed. None is taken after the close, and what is owed counts as missing; it can be reopened until the reveal.`
    }`,
  reveal: 'Reveal the written round',
  revealMeans:
    'It is closed and takes no ballots; it can be reopened until the reveal. With the reveal all its scores enter the standings at once; the screen stays on the present item.',
  change: 'Change its units',
  changeMeans:
    'Ballots for a unit that leaves are kept on record and no longer count; for one that comes back they count again. Phones follow at once.',
  find: 'Find a unit',
  chosen: (n, of) => `${n} chosen, ${of} now`,
  onStage: 'presents',
  scored: 'scored live',
  out: 'no longer takes part',
  none: 'Leave at least one',
  same: 'Nothing changed',
  save: 'Change',
};

export const consoleWrittenText = { zh, en };
