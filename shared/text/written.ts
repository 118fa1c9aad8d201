// Sentences of the written round's page on the phone: loaded with that page.

const zh = {
  title: '书面评议',
  /** On the way to it, from what the hall does. */
  goOn: '继续书面评议',
  /** Beside how many are done of how many. */
  done: '已评',
  onStage: (place: string) => `会场：${place}`,
  toStage: '看会场',
  filters: {
    all: (n: number) => `全部${n}`,
    open: (n: number) => `未评${n}`,
    recused: (n: number) => `回避${n}`,
  },
  filter: '筛选单位',
  categories: '按类别看',
  find: '查找单位',
  none: '没有符合条件的单位。',
  noneOpen: '都评完了。截止前可以修改，以最后一次计入的为准。',
  states: {
    empty: '未评',
    draft: '未提交',
    changed: '有改动未提交',
    sending: '正在送出',
    kept: '等网络恢复',
    refused: '没有计入',
    recused: '回避',
    counted: '已计入',
    abstained: '弃权',
  },
  receipt: (code: string) => `已计入，回执${code}`,
  recused: '这一家您回避，不用评。',
  next: '下一家未评',
  allDone: '全部评完',
  doneOf: (n: number) => `${n}家已计入`,
  unsent: (n: number) => `${n}家未提交`,
  sending: (n: number) => `${n}家正在送出`,
  kept: (n: number) => `${n}家等网络恢复`,
  changeable: '截止前随时可改',
  /** On a grade that has been given as often as it may be. */
  usedUp: '已给满',
  broken: {
    top: (n: number) => `最多${n}家，已给满`,
    distinct: (n: number) => `已有${n}家同分`,
  },
  leftGrade: (grade: string) => `“${grade}”还可给`,
  leftTotal: (total: string) => `${total}分以上还可给`,
  atMost: (n: number) => `最多${n}家`,
  close: '收起',
  gone: (name: string) => `${name}已移出书面评议。`,
  goneWhy: '它改为现场评分或不再参加。您在这里填的分数不计入。',
  goneCounted: '它改为现场评分或不再参加。先前在这里计入的票留存备查，不再计分。',
  ok: '知道了',
};

/** Both languages hold the same keys. */
export type WrittenText = typeof zh;

const en: WrittenText = {
  title: 'Written reports',
  goOn: 'Go on with written reports',
  done: 'scored',
  onStage: (place) => `In the hall: ${place}`,
  toStage: 'See the hall',
  filters: {
    all: (n) => `All ${n}`,
    open: (n) => `To score ${n}`,
    recused: (n) => `Recused ${n}`,
  },
  filter: 'Filter units',
  categories: 'By category',
  find: 'Find a unit',
  none: 'No unit matches.',
  noneOpen: 'All are scored. You can change them until the close; the last one counted stands.',
  states: {
    empty: 'To score',
    draft: 'Not submitted',
    changed: 'Changes not submitted',
    sending: 'Sending',
    kept: 'Waiting for the network',
    refused: 'Not counted',
    recused: 'Recused',
    counted: 'Counted',
    abstained: 'Abstained',
  },
  receipt: (code) => `Counted, receipt ${code}`,
  recused: 'You are recused from this unit and need not score it.',
  next: 'Next to score',
  allDone: 'All are scored',
  doneOf: (n) => `${n} counted`,
  unsent: (n) => `${n} not submitted`,
  sending: (n) => `${n} on the way`,
  kept: (n) => `${n} waiting for the network`,
  changeable: 'Can be changed until the close',
  usedUp: 'all given',
  broken: {
    top: (n) => `At most ${n}, all given`,
    distinct: (n) => `This total given ${n}×`,
  },
  leftGrade: (grade) => `“${grade}” left to give:`,
  leftTotal: (total) => `${total} or more, left to give:`,
  atMost: (n) => `at most ${n}`,
  close: 'Fold',
  gone: (name) => `${name} has left the written round.`,
  goneWhy:
    'It is scored live now, or takes part no longer. What you filled in here does not count.',
  goneCounted:
    'It is scored live now, or takes part no longer. Your ballot from here is kept on record and counts no longer.',
  ok: 'I have read this',
};

export const writtenText = { zh, en };
