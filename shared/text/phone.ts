// Every sentence of the panel member's phone, in both languages.
import { stageNames } from './kinds.ts';

const zh = {
  place: { ...stageNames.zh, join: '入席', idle: '等候' },
  claiming: '正在核对您的码',
  /** Stands in where the exact sentence could not be loaded. */
  refused: '没有成功。请再试一次，或请工作人员帮忙。',
  connecting: '正在连接会场',
  connectingHint: '连上后自动出现，不用刷新。',
  sheet: {
    unscored: '未评',
    less: (name: string) => `${name}减一档`,
    more: (name: string) => `${name}加一档`,
    type: (name: string) => `${name}的分数`,
    wrong: (max: string, step: string) =>
      step === '1' ? `请填0到${max}` : `请填0到${max}，每档${step}`,
    submit: '提交评分',
    resubmit: '提交修改',
    missing: (n: number) => `还差${n}项`,
    unchanged: '还没有改动',
    sending: '正在送出',
    kept: '等网络恢复',
  },
};

/** Both languages hold the same keys. */
type PhoneText = typeof zh;

const en: PhoneText = {
  place: { ...stageNames.en, join: 'Take your seat', idle: 'Waiting' },
  claiming: 'Checking your code',
  refused: 'That did not work. Try again, or ask the staff.',
  connecting: 'Connecting to the hall',
  connectingHint: 'It fills in once connected.',
  sheet: {
    unscored: 'not scored',
    less: (name) => `${name}: one step less`,
    more: (name) => `${name}: one step more`,
    type: (name) => `${name}: score`,
    wrong: (max, step) =>
      step === '1' ? `Type 0 to ${max}` : `Type 0 to ${max} in steps of ${step}`,
    submit: 'Submit',
    resubmit: 'Submit changes',
    missing: (n) => `${n} to go`,
    unchanged: 'Nothing changed yet',
    sending: 'Sending',
    kept: 'Waiting',
  },
};

export const phoneText = { zh, en };
