// The holder's own chance on the phone, where chances differ; fetched with that page.
const zh = {
  loading: '正在按锁定的内容算您的机会',
  failed: '锁定的内容没有取到，网络恢复后会再取。',
  differs: '取到的内容和屏幕上的锁定值不一致，请告诉监督员。',
  title: '您的机会',
  /** Before a fraction. */
  exactly: '精确值',
  lots: '您在其中 / 全部签',
  how: '这是本机按锁定的内容自己算的。',
  excluded: (why: string): string => `您不参加这次抽签：${why}。`,
  none: '您不在这次抽签的名单里。可以看着大屏。',
};

type OwnChanceText = typeof zh;

const en: OwnChanceText = {
  loading: 'Working out your chance from the lock',
  failed: 'The lock did not come. It is asked for again once the network is back.',
  differs: 'What came does not match the lock on the screen. Please tell a supervisor.',
  title: 'Your chance',
  exactly: 'Exactly',
  lots: 'Lots with you / all lots',
  how: 'Worked out on this device from what is locked.',
  excluded: (why) => `You are left out of this draw: ${why}.`,
  none: 'You are not in this draw. You can watch the screen.',
};

export const ownChanceText = { zh, en };
