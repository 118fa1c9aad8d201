// How many of a drawn panel's reserve should be asked to come (DRAW.md §10), as the desk asks and says it. In both languages.
import { plural } from '../en-words.ts';

const zh = {
  title: '请多少递补到场',
  lead: '抽中的人不会都来。填预计到会率，按递补次序算出至少要请几位到场待命，席位才补得满。',
  rate: '预计到会率（%）',
  each: '各组分别填',
  all: '各组相同',
  ofGroup: (group: string): string => `${group}（%）`,
  percent: '%',
  compute: '算一算',
  missing: '先填到会率',
  computing: '正在算',
  failed: '没有算成。请检查网络，再试一次。',
  tooMany: '人数太多，这里算不了。',
  none: '都会来，不用请递补。',
  ask: (n: number): string => `请通知递补前${n}位到场待命。`,
  of: (group: string, n: number): string => `${group}${n}位`,
  comma: '，',
  holds: (holds: number, of: number): string =>
    `按这个到会率试了${of}次，${holds}次补得满；要求99%以上。`,
  notEnough: (n: number, holds: number, of: number): string =>
    `递补${n}位全请来也不够：试了${of}次，只有${holds}次补得满。请提高到会率，或准备空席。`,
  names: (n: number): string => `这${n}位，按通知的次序`,
};

export type ReserveText = typeof zh;

const en: ReserveText = {
  title: 'How many of the reserve to ask',
  lead: 'Not all who were drawn will come. From the attendance that you expect follows how many of the reserve, in its order, have to be there so that every seat can be filled.',
  rate: 'Attendance expected (%)',
  each: 'One for each group',
  all: 'The same for all',
  ofGroup: (group) => `${group} (%)`,
  percent: '%',
  compute: 'Work it out',
  missing: 'Give the attendance first',
  computing: 'Working it out',
  failed: 'It could not be worked out. Check the network and try again.',
  tooMany: 'These are too many people to work it out here.',
  none: 'Everybody comes: nobody of the reserve is needed.',
  ask: (n) => `Ask the first ${n === 1 ? 'one' : String(n)} of the reserve to be there.`,
  of: (group, n) => `${group} ${String(n)}`,
  comma: ', ',
  holds: (holds, of) =>
    `At that attendance every seat could be filled in ${String(holds)} of ${plural(of, 'trial')}; 99 % are asked for.`,
  notEnough: (n, holds, of) =>
    `Not even the whole reserve (${String(n)}) is enough: every seat could be filled in ${String(holds)} of ${plural(of, 'trial')}. Raise the attendance, or expect empty seats.`,
  names: (n) => (n === 1 ? 'Who that is' : `These ${String(n)}, in the order of asking`),
};

export const reserveText = { zh, en } as const;
