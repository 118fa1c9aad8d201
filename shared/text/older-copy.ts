// What a phone says when a server offers it an older copy of the meeting.

const zh = {
  place: '旧的主机',
  title: '这是会议的旧副本',
  lead: '会议已经换到另一台主机上继续，这一台停在了换机之前。这部手机不会向它送出任何内容。',
  next: '请打开大屏上现在的网址，或重新扫大屏上的二维码。',
  safe: '您交过的评分还在这部手机里。',
  wait: '如果工作人员正在切换主机，请留在这一页：接上新的主机后会自动继续。',
};

export const olderCopyText = {
  zh,
  en: {
    place: 'An older server',
    title: 'This is an older copy of the meeting',
    lead: 'The meeting continues on another server; this one stands where it was before. This phone sends nothing to it.',
    next: 'Open the address that is on the screen now, or scan the QR code on the screen again.',
    safe: 'The scores you submitted are still on this phone.',
    wait: 'If the staff are just changing servers, stay on this page: it goes on by itself with the new one.',
  } satisfies typeof zh,
};
