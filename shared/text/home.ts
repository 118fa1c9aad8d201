// Sentences of the front page and of the bare paths, in both languages.

const zh = {
  /** What the browser calls the page. */
  title: '会议入口',
  now: '这里的会议',
  nowRehearsal: '这里的演练，结果不算数',
  rehearsals: '演练',
  rehearsalsHint: '只供试用，结果不算数。',
  rehearsal: (when: string, code: string) => `演练，${when}新建，${code}`,
  nothing: '现在没有会议。',
  nothingHint: '有了会议，这里会列出来。评议代表请扫自己的二维码。',
  /** Under {@link nothing}, by the page that will open. */
  opensItself: {
    j: '会议一开，本页自动打开。请留着您那张纸。',
    kiosk: '会议一开，本页自动打开。',
    screen: '会议一开，大屏自动打开',
    watch: '会议一开，本页自动打开。',
  },
  triesAgain: '每隔几秒自动重试。',
  makeOne: '工作人员请由此登录，新建会议',
  choose: '进入哪个会议？',
  seat: '评议代表入席',
  seatHint: '扫自己的二维码，或输入短码',
  watch: '观看',
  watchHint: '进度、抽签和排行',
  screen: '大屏',
  screenHint: '会场投影用',
  staff: '工作人员',
  manual: '手册',
  opening: '正在打开',
};

/** Both languages hold the same keys. */
type HomeText = typeof zh;

const en: HomeText = {
  title: 'Meetings',
  now: 'Meetings here',
  nowRehearsal: 'A rehearsal: results do not count',
  rehearsals: 'Rehearsals',
  rehearsalsHint: 'To try things out; their results do not count.',
  rehearsal: (when, code) => `Rehearsal, made ${when}, ${code}`,
  nothing: 'No meeting is on now.',
  nothingHint: 'Once there is one, it is listed here. Panel members scan their own QR code.',
  opensItself: {
    j: 'This page opens by itself once there is one. Keep your ticket.',
    kiosk: 'This page opens by itself once there is one.',
    screen: 'The screen opens by itself once there is one',
    watch: 'This page opens by itself once there is one.',
  },
  triesAgain: 'It tries again every few seconds.',
  makeOne: 'Staff: log in here to make one',
  choose: 'Which meeting?',
  seat: 'Take your seat',
  seatHint: 'Panel members: scan your QR code or type your short code',
  watch: 'Watch',
  watchHint: 'Progress, draws and standings',
  screen: 'Screen',
  screenHint: 'For the hall’s projector',
  staff: 'Staff',
  manual: 'Manual',
  opening: 'Opening',
};

export const homeText = { zh, en };
