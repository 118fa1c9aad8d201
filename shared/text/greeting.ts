// Who the phone says one is, right after the claim.

const zh = {
  you: '您是',
  check: '请核对姓名和组别。',
  checkApart: '有同名的人，请核对编号和组别。',
  start: '是我，开始',
  notMe: '不是我',
  leaving: '正在退出',
  leaveFailed: '没有退出成功，请再按一次。',
};

/** Both languages hold the same keys. */
type GreetingText = typeof zh;

const en: GreetingText = {
  you: 'You are',
  check: 'Please check your name and group.',
  checkApart: 'Others share your name: check its ID and the group.',
  start: 'That is me, start',
  notMe: 'Not me',
  leaving: 'Leaving the seat',
  leaveFailed: 'That did not work. Press once more.',
};

export const greetingText = { zh, en };
