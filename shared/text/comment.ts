// What the phone says of a comment beside a ballot: fetched right behind the sheet.

const zh = {
  label: '写一句意见（可不写）',
  yours: '您的意见',
  stands: '已留下，不署名。',
  keep: '留下意见',
  erase: '收回意见',
  notes: {
    empty: '不署名，评分公布后由工作人员看过再给单位。请不要写出自己是谁。',
    withBallot: '在本机存着，评分计入后自动送出。',
    changed: '改过了，还没有送出。',
    sending: '正在送出。',
    offline: '在本机存着，网络恢复后自动送出。',
    late: '评分已截止，这些字没有送出。',
    kept: '已留下，不署名。截止前可以改，删空就是收回。',
  },
};

/** Both languages hold the same keys. */
type CommentText = typeof zh;

const en: CommentText = {
  label: 'Add a comment (you need not)',
  yours: 'Your comment',
  stands: 'Kept, without your name.',
  keep: 'Keep this comment',
  erase: 'Take it back',
  notes: {
    empty:
      'Without your name. Staff read it after the result is shown, then the unit may. Do not write who you are.',
    withBallot: 'Held on this phone. It is sent once your scores count.',
    changed: 'Changed, and not sent yet.',
    sending: 'Sending.',
    offline: 'Held on this phone. It is sent once the network is back.',
    late: 'Scoring is closed. These words were not sent.',
    kept: 'Kept, without your name. You can change it until the close, or empty it to take it back.',
  },
};

export const commentText = { zh, en };
