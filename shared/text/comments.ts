// The page on which staff read comments, and the paper with them that a unit is given.

const zh = {
  title: '意见汇总',
  lead: '评分公布以后，由一位工作人员看过，再给单位。看不到是谁写的，顺序与先后无关。打印出来的只有已发布的。',
  unit: '看哪一家',
  all: '全部单位',
  none: '还没有意见。评分公布以后，这里按单位列出写下的意见。',
  failed: '没有取到意见，请检查网络后重新打开本页。',
  unread: (n: number) => (n === 0 ? '都看过了' : `还有${n}条没有看`),
  closed: (n: number, floor: number) =>
    `另有${n}条不能发布，也不在这里显示：写的人那一组评这家单位的不足${floor}票，容易看出是谁。`,
  release: '发布',
  withhold: '不发',
  reason: '为什么不发（选填）',
  cancel: '取消',
  states: { released: '已发布', withheld: '不发', unread: '还没有看' },
  because: (reason: string) => `：${reason}`,
  paper: '评议代表随评分留下的意见，不署名，顺序与先后无关。',
  nothing: '没有发布的意见。',
  meetingStep: '评分表勾了“可以写意见”的，代表留下的话在这里看、发布和打印：',
};

/** Both languages hold the same keys. */
type CommentsText = typeof zh;

const en: CommentsText = {
  title: 'Comments by unit',
  lead: 'Once a result is shown, a member of staff reads each comment before the unit does. Nobody sees who wrote it, and the order says nothing. Only released ones are printed.',
  unit: 'Which unit',
  all: 'All units',
  none: 'No comments yet. Once a result is shown, what was written appears here by unit.',
  failed: 'The comments could not be loaded. Check the network and open this page again.',
  unread: (n) => (n === 0 ? 'All read' : `${String(n)} not read yet`),
  closed: (n, floor) =>
    `${n === 1 ? 'One more cannot be released and is not shown' : `${String(n)} more cannot be released and are not shown`}: the writer’s group gave this unit fewer totals than the floor of ${String(floor)}, so it could be guessed who wrote.`,
  release: 'Release',
  withhold: 'Withhold',
  reason: 'Why it is withheld (optional)',
  cancel: 'Cancel',
  states: { released: 'Released', withheld: 'Withheld', unread: 'Not read yet' },
  because: (reason) => `: ${reason}`,
  paper: 'What panel members wrote beside their scores, without names, in no order of time.',
  nothing: 'No comment has been released.',
  meetingStep:
    'Where a sheet has “Comments may be written”, what panel members wrote is read, released and printed here:',
};

export const commentsText = { zh, en };
