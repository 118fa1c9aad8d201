// What the phone says of a comment beside a ballot: fetched right behind the sheet.

const zh = {
  label: '写一句意见（选填）',
  yours: '您的意见',
  stands: '已留下，不署名。',
  keep: '留下意见',
  erase: '收回意见',
  notes: {
    empty: '不署名，评分公布后由工作人员看过再给单位。请不要写出自己是谁。',
    withBallot: '已存在本机，评分计入后自动送出。',
    changed: '改过了，还没有送出。',
    sending: '正在送出。',
    offline: '已存在本机，网络恢复后自动送出。',
    late: '评分已截止，这条意见没有送出。',
    kept: '已留下，不署名。截止前可以改，清空就是收回。',
  },
};

/** Both languages hold the same keys. */
type CommentText = typeof zh;

const en: CommentText = {
  label: 'Add a comment (optional)',
  yours: 'Your comment',
  stands: 'Sent, without your name.',
  keep: 'Send this comment',
  erase: 'Take it back',
  notes: {
    empty:
      'Your name is left out. Staff read it after the result is shown, then the unit may. Do not say who you are.',
    withBallot: 'Kept on this phone and sent once your scores count.',
    changed: 'Changed, and not sent yet.',
    sending: 'Sending.',
    offline: 'Kept on this phone and sent once the network is back.',
    late: 'Scoring is closed. This comment was not sent.',
    kept: 'Sent, without your name. You can change it until the close, or empty it to take it back.',
  },
};

export const commentText = { zh, en };
