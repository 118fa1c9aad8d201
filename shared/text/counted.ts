// What the phone says of a ballot that is counted: fetched right behind the first sheet.

const zh = {
  /** Above all of them. */
  history: '我的评分',
  word: '已计入',
  written: '已写入会场主机。这是本票的回执码。',
  paper: '签到台按您的纸质票录入。这是本票的回执码。',
  change: '修改评分',
  changeFor: '修改评分，还有',
  until: '截止前可以修改，以最后一次计入的为准。',
  lock: '现在可以锁屏，不影响本票。',
  over: '评分已截止，这张票不再变。结果请看大屏。',
  abstained: '弃权',
  code: '回执码',
  forgetful: '这个浏览器不保存草稿，请不要刷新。',
  editing: {
    counted: (total: string) => `已计入${total}，改动提交后才生效。`,
    abstained: '已计入弃权，改动提交后才生效。',
    cancel: '不改了',
  },
};

/** Both languages hold the same keys. */
type CountedText = typeof zh;

const en: CountedText = {
  history: 'My scores',
  word: 'Counted',
  written: 'Written to the hall’s server. This is your ballot’s receipt code.',
  paper: 'Entered by the desk from your paper ballot. This is its receipt code.',
  change: 'Change scores',
  changeFor: 'Change scores, time left',
  until: 'You can change it until the close; the last one counted stands.',
  lock: ' You may lock the phone now, your ballot is safe.',
  over: 'Scoring is closed and this ballot stands. The result is on the screen.',
  abstained: 'Abstained',
  code: 'Receipt code',
  forgetful: 'This browser keeps no drafts. Please do not reload the page.',
  editing: {
    counted: (total) => `${total} is counted. Changes take effect once submitted.`,
    abstained: 'An abstention is counted. Changes take effect once submitted.',
    cancel: 'Keep it as it was',
  },
};

export const countedText = { zh, en };
