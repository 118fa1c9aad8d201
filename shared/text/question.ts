// A question from the hall: whoever is drawn to ask, on their phone, on the screen and in the console. In both languages.
// Fetched with those pages, not before the first score.

const zh = {
  you: '您被抽中提问',
  microphone: '答应后话筒送到您的座位。',
  time: '提问时间',
  startsThen: '您开口后开始',
  running: '正在计时',
  paused: '已暂停',
  over: '超时',
  take: '我来提问',
  pass: '不便提问，由下一位来，不必说明',
  sure: '请下一位？',
  yes: '是',
  back: '返回',
  coming: '话筒马上送来',
  passed: '已转给下一位，谢谢',
  /** From an open sheet to the two answers. */
  answer: '去应答',
  nobodyNext: '名单上没有别人了。请向身边的工作人员示意。',
  unanswered: '没有送到，请再按一次',
  of: (of: number, take: number, chance: string | null) =>
    `${of}位到会代表里抽${take}位${chance === null ? '' : `，每人机会${chance}`}。`,
  /** For the moderator. */
  asker: '提问代表',
  waits: (name: string) => `等${name}在手机上应答；人在眼前，也可以直接请${name}提问。`,
  taken: (name: string) => `${name}已答应，请送话筒。`,
  declined: (out: string, next: string) => `${out}不便提问，已转给${next}。不必对会场说明。`,
};

/** Both languages hold the same keys. */
type QuestionText = typeof zh;

const en: QuestionText = {
  you: 'You are drawn to ask a question',
  microphone: 'Say yes, and the microphone comes to your seat.',
  time: 'Time to ask',
  startsThen: 'Starts when you speak',
  running: 'Running',
  paused: 'Paused',
  over: 'over time',
  take: 'I will ask',
  pass: 'Let the next one ask, no reason needed',
  sure: 'Pass it to the next?',
  yes: 'Yes',
  back: 'Back',
  coming: 'The microphone is on its way',
  passed: 'Passed on to the next. Thank you.',
  answer: 'Answer',
  nobodyNext: 'There is nobody else on the list. Please signal to the staff.',
  unanswered: 'It did not get through. Press again.',
  of: (of, take, chance) =>
    `${take} drawn from ${of} present${chance === null ? '' : `, a chance of ${chance} each`}.`,
  asker: 'Who asks',
  waits: (name) =>
    `Waiting for ${name} to answer on the phone; if they are right there, just let them ask.`,
  taken: (name) => `${name} will ask: take the microphone there.`,
  declined: (out, next) =>
    `${out} would rather not; ${next} is asked now. The hall need not be told.`,
};

export const questionText = { zh, en };
