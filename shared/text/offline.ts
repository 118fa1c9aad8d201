// What the phone says while the network is gone: fetched while it is there.

const zh = {
  title: '网络断开',
  titleWaiting: (n: number) => `网络断开，${n}家还没送达`,
  draft: '请继续评，分数存在本机。',
  safe: '已存在本机，网络恢复后自动送出。',
  /** Where the browser stores nothing. */
  draftOnPage: '请继续评。这个浏览器不能保存，请不要关闭或刷新这一页。',
  onPage: '只在这一页上，请不要关闭或刷新，网络恢复后自动送出。',
  until: '截止之前送达才计入。',
  counted: '已计入的不受影响。',
  waiting: '网络恢复后，这一页自动更新。',
  held: '请稍等',
  retry: '立即重试',
};

/** Both languages hold the same keys. */
type OfflineText = typeof zh;

const en: OfflineText = {
  title: 'No network',
  titleWaiting: (n) => (n === 1 ? 'No network, 1 unit unsent' : `No network, ${n} units unsent`),
  draft: 'Go on scoring, your scores are kept on this device.',
  safe: 'Kept on this device and sent by itself once the network is back.',
  draftOnPage: 'Go on scoring. This browser keeps nothing: do not close or reload the page.',
  onPage: 'On this page only: do not close or reload it. Sent once the network is back.',
  until: ' It counts if it arrives before the close.',
  counted: 'What is counted is safe.',
  waiting: 'The page catches up by itself once the network is back.',
  held: 'One moment, please',
  retry: 'Retry now',
};

export const offlineText = { zh, en };
