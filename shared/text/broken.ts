// In the place of a part of a page that has stopped, in both languages.

const zh = {
  part: '这一部分没能显示。',
  page: '这一页没能显示。',
  /** What to do; whoever reads it has lost nothing that was sent. */
  hint: '其余照常，送出的都在。请再试一次；还不行，就重新打开这一页。',
  /** The server answers and has no such part: it was updated while this page was open. */
  missing: { part: '这一部分没有取到。', page: '这一页没有取到。' },
  missingHint: '系统可能刚更新过。请重新打开这一页；送出的都在。',
  waiting: (n: number) => `还有${n}张评分票在这部手机上，正在继续送出。`,
  again: '再试一次',
  reload: '重新打开这一页',
  stage: '画面马上回来',
  stageHint: '会议照常进行',
  /** Before any page stands: in index.html, for browsers that run none of it. */
  noScript: '这个浏览器关掉了JavaScript。请打开它，再重新打开这一页。',
  start: '这一页没能打开。',
  startHint:
    '请重新打开。还不行，就更新浏览器，或者换一个浏览器、换一部手机；也可以到签到台请工作人员帮忙。',
};

export type BrokenText = typeof zh;

const en: BrokenText = {
  part: 'This part could not be shown.',
  page: 'This page could not be shown.',
  hint: 'The rest goes on, and nothing that was sent is lost. Try again; if that does not help, reload the page.',
  missing: { part: 'This part could not be fetched.', page: 'This page could not be fetched.' },
  missingHint:
    'The system may just have been updated. Reload the page; nothing that was sent is lost.',
  waiting: (n) =>
    n === 1
      ? 'One ballot waits on this phone and is still being sent.'
      : `${n} ballots wait on this phone and are still being sent.`,
  again: 'Try again',
  reload: 'Reload this page',
  stage: 'The picture will be back in a moment',
  stageHint: 'The meeting goes on',
  noScript: 'JavaScript is switched off in this browser. Switch it on, then reload the page.',
  start: 'This page could not be opened.',
  startHint:
    'Reload it. If that does not help, update the browser, or use another browser or phone; the check-in desk can help too.',
};

export const brokenText = { zh, en };
