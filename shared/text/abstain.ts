// What the phone says of abstaining: fetched right behind the sheet, below whose last line it stands.

const zh = {
  abstain: '弃权',
  abstainAsk: '弃权算作已交票，不计入平均分。截止前可以改。',
  abstainYes: '确认弃权',
  abstainNo: '返回评分',
};

/** Both languages hold the same keys. */
type AbstainText = typeof zh;

const en: AbstainText = {
  abstain: 'Abstain',
  abstainAsk:
    'An abstention counts as turnout but not in the mean. You can change it until the close.',
  abstainYes: 'Yes, abstain',
  abstainNo: 'Keep scoring',
};

export const abstainText = { zh, en };
