// How sure a result is, for staff: figures with what they mean and where they come from, and why one is missing (RESULTS.md §10).
import type { NotShown } from '../results/certainty/permitted.ts';
import type { RankInterval } from '../results/certainty/rank-intervals.ts';
import { ordinal, plural } from './en-words.ts';

const zh = {
  title: '有多大把握',
  how: '重抽代表1000次',
  before: '换一批代表重来，名次会动多少；代表之间有多一致。只用已揭晓的结果，几秒钟算完。',
  run: '算一算',
  running: (percent: number): string => `正在重抽，${percent}%`,
  cancel: '不算了',
  lost: '没有算成：连接断了。请检查网络，再算一次。',
  ended: '没有算完：用的时间或内存太多。可以等会后再算。',
  interval: ([from, to]: RankInterval): string =>
    from === to ? `十次里有九次都是第${from}` : `十次里有九次在第${from}到第${to}`,
  overall: (range: RankInterval): string =>
    range[0] === range[1]
      ? `总排行里都是第${range[0]}。`
      : `总排行里在第${range[0]}到第${range[1]}。`,
  equal: (now: number, instead: number): string =>
    now === instead
      ? `若人人一样严，还是第${now}。`
      : `若人人一样严，是第${instead}，不是第${now}。只供参考，不改结果。`,
  noInterval: '名次的范围',
  noAnnex: '人人一样严时的名次',
  stop: '。',
  comma: '、',

  agreement: '代表的一致',
  sets: { live: '现场评分', written: '书面评议' },
  units: (n: number): string => `${n}家`,
  all: '全体',
  columns: { who: '谁', w: 'W', icc: 'ICC' },
  severity: '宽严的标准差',
  points: (value: string): string => `${value}分`,
  farOut: '离得太远的票',
  ballots: (n: number | null): string => (n === null ? '少于5张' : `${n}张，照样计入`),
  reason: (place: string, why: string): string => `${place}：${why}`,
  meaning: '这些数怎么算、出自哪里',
  definitions: {
    w: 'W：肯德尔一致系数，按每人排的名次算，1是完全一致，同分取平均名次并作校正。见Kendall、Babington Smith（1939）。只算评完所有各家的代表。',
    icc: 'ICC(2,k)：评的分的平均有多可靠，1是最可靠，按均方算。见Shrout、Fleiss（1979）。只算评完所有各家的代表。',
    severity:
      '宽严：用最小二乘法把每个总分拆成各家的高低与各人的宽严；这里是评过三家以上的人宽严的标准差。谁宽谁严不显示。',
    farOut:
      '太远：离这样拆出来的分，超过同一段（按得分分三段）余差标准差的3倍。越靠前大家越一致，所以分段。见Mercier、Heiniger（2018）。',
    interval:
      '名次的范围：每次从各组原有人数里可重复地抽满，抽到两次就算两次，重新排名；1000次名次里取第51与第950。随机数由揭晓时的链头定，谁算都一样。',
  },
  notPublic: '这些数用到每一席的票，公开的记录里没有，所以外人不能重算。',
  why: {
    'few-raters': '不到两位代表评完所有各家',
    'few-subjects': '揭晓的不到两家',
    'no-spread': '给的分都一样，没有可比的',
    denominator: '分母不大于0，按定义没有这个数',
    apart: '有的代表与其他代表没有评过同一家，宽严比不出来',
    'no-freedom': '票太少，拆完就没有余差了',
    sealed: '这一轮的票不写明是哪一席的',
    erased: '票不再写明是哪一席的',
    withheld: '有一组的分不公布，从这里推得出来',
    floor: '评完所有各家的代表不到保密下限',
    'three-subjects': '揭晓的不到三家',
    'ten-raters': '评过三家以上的代表不到十位',
  } satisfies Record<NotShown, string>,
};

type CertaintyText = typeof zh;

const en: CertaintyText = {
  title: 'How sure is it',
  how: '1,000 panels drawn anew',
  before:
    'How far ranks would move with another panel, and how far its members agree. It uses revealed results only and takes a few seconds.',
  run: 'Compute',
  running: (percent) => `Drawing anew, ${percent}%`,
  cancel: 'Stop',
  lost: 'Nothing was computed: the connection broke. Check the network and try again.',
  ended: 'It was not finished: it took too long or too much memory. Try again after the meeting.',
  interval: ([from, to]) =>
    from === to
      ? `Nine times in ten it is ${ordinal(from)}`
      : `Nine times in ten it is between ${ordinal(from)} and ${ordinal(to)}`,
  overall: ([from, to]) =>
    from === to
      ? `Among all units always ${ordinal(from)}.`
      : `Among all units between ${ordinal(from)} and ${ordinal(to)}.`,
  equal: (now, instead) =>
    now === instead
      ? `With everybody equally severe it would still be ${ordinal(now)}.`
      : `With everybody equally severe it would be ${ordinal(instead)} instead of ${ordinal(now)}. For information only: the result stands.`,
  noInterval: 'Range of the rank',
  noAnnex: 'Rank with everybody equally severe',
  stop: '.',
  comma: ', ',

  agreement: 'How far the panel agrees',
  sets: { live: 'Scoring on stage', written: 'Written reports' },
  units: (n) => plural(n, 'unit'),
  all: 'All',
  columns: { who: 'Who', w: 'W', icc: 'ICC' },
  severity: 'Spread of severity, in points',
  points: (value) => value,
  farOut: 'Ballots far out',
  ballots: (n) => (n === null ? 'fewer than 5' : `${n}, counted all the same`),
  reason: (place, why) => `${place}: ${why}`,
  meaning: 'What these figures are, and their sources',
  definitions: {
    w: 'W: Kendall’s coefficient of concordance, from the order in which each member puts the units; 1 is complete agreement, ties take the middle rank and are corrected for. Kendall, Babington Smith (1939). Of members who scored every unit.',
    icc: 'ICC(2,k): how reliable the mean of the totals is, 1 at the most, from mean squares. Shrout, Fleiss (1979). Of members who scored every unit.',
    severity:
      'Severity: least squares part each total into the unit’s level and the member’s severity. This is the standard deviation over members who scored three units or more. Whose is whose is not shown.',
    farOut:
      'Far out: further from the total so parted than 3 standard deviations of what is left in its band. Units are cut into three bands by score, as members agree more about the best. Mercier, Heiniger (2018).',
    interval:
      'Range of the rank: from each group as many members as it has are drawn with repetition, whoever is drawn twice counts twice, and all are ranked anew. Of 1,000 ranks it is the 51st and the 950th. The log’s head at the reveal fixes the draws, so everybody gets the same.',
  },
  notPublic:
    'These figures need the ballots of each seat, which the public record does not hold: nobody outside can recompute them.',
  why: {
    'few-raters': 'fewer than two members scored every unit',
    'few-subjects': 'fewer than two units are revealed',
    'no-spread': 'all totals are the same, so there is nothing to compare',
    denominator: 'its denominator is not above 0, so by definition there is none',
    apart: 'some members have no unit in common with the others, so severities cannot be compared',
    'no-freedom': 'too few ballots: nothing is left over to measure',
    sealed: 'ballots of this round do not say which seat gave them',
    erased: 'ballots no longer say which seat gave them',
    withheld: 'a group’s mean is not shown, and could be worked out from this',
    floor: 'fewer members than the secrecy floor scored every unit',
    'three-subjects': 'fewer than three units are revealed',
    'ten-raters': 'fewer than ten members scored three units or more',
  },
};

export const certaintyText = { zh, en };
