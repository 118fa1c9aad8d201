// What the phone says of a ballot that was not counted, or is not this person's to give: fetched beside the page.

const zh = {
  title: '没有计入',
  unsent: '截止前没有提交，下面的分数没有计入。',
  waiting: '评分已截止，正在确认这一份有没有赶上。',
  refused: '这一份在截止后才送达，没有计入。',
  stands: (total: string) => `先前计入的${total}仍然有效。`,
  standsAbstain: '先前计入的弃权仍然有效。',
  more: (n: number) => `另有${n}家也没有计入：`,
  comma: '、',
  ok: '知道了',
  closed: '评分已截止',
  recused: (name: string) => `您回避${name}`,
  recusedHint: '这一家不用您评。下一家开始时，评分表会自动出现。',
};

/** Both languages hold the same keys. */
type LateText = typeof zh;

const en: LateText = {
  title: 'Not counted',
  unsent: 'It was not submitted before the close, so the scores below did not count.',
  waiting: 'Scoring is closed. Finding out whether this ballot came in time.',
  refused: 'This ballot came after the close and did not count.',
  stands: (total) => `The ${total} counted before still stands.`,
  standsAbstain: 'The abstention counted before still stands.',
  more: (n) => `${n} more not counted: `,
  comma: ', ',
  ok: 'Got it',
  closed: 'Scoring is closed',
  recused: (name) => `You are recused from ${name}`,
  recusedHint: 'You need not score this one. The next sheet appears by itself.',
};

export const lateText = { zh, en };
