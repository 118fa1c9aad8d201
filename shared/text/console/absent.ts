// Empty seats in the next step of a check-in, and the end of a meeting. In both languages.
import type { AbsentSeats } from '../../views/slices/next-step.ts';

const zh = {
  empty: ({ seats, names, come }: AbsentSeats): string =>
    `还有${seats}席空着：${names.join('、')}${seats > names.length ? '等' : ''}。${come > 0 ? `递补名单上已有${come}人到场，可以接替。` : '递补名单上还没有能接替的人到场。'}`,
  offer: (come: number): string => `请递补接替${come}席…`,
  minutes: '会议记录',
  files: '结果文件',
};

/** Both languages hold the same keys. */
type AbsentText = typeof zh;

const en: AbsentText = {
  empty: ({ seats, names, come }) =>
    `Empty ${seats === 1 ? 'seat' : 'seats'}: ${seats} (${names.join(', ')}${seats > names.length ? ' …' : ''}). ${come > 0 ? `From the reserve, ${come} can step in.` : 'Nobody from the reserve who could step in is here yet.'}`,
  offer: (come) => `Let the reserve fill ${come === 1 ? '1 seat' : `${come} seats`}…`,
  minutes: 'Minutes',
  files: 'Result files',
};

export const absentText = { zh, en };
