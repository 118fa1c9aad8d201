// The desk's tablet for people without a phone, in both languages.

const zh = {
  title: '签到台平板',
  lead: '没带手机？输入纸上的短码，在这里签到、评分。',
  code: '短码',
  hint: '8 位，字母不分大小写。接扫码枪的，可以直接扫二维码。',
  erase: '退格',
  clear: '清空',
  enter: '进入',
  entering: '正在进入',
  missing: (n: number) => `还差 ${n} 位`,
  offline: '连不上会场的主机。请稍等再试，或找签到台。',
  ask: '没有码，请找工作人员。',
  inUse: '平板，大家共用',
  leave: '完成，交还平板',
  leaveIn: (n: number) => `完成，交还平板（${n}）`,
  unsent: '这张票还在送出，请稍等',
  idle: (n: number) => `${n} 秒没有操作就退出`,
  waiting: (name: string) => `${name}，您已登记到场`,
  back: '知道了',
};

const en: typeof zh = {
  title: 'Desk tablet',
  lead: 'No phone with you? Type the short code on your ticket to check in and score here.',
  code: 'Short code',
  hint: '8 characters, capitals do not matter. With a scanner, scan the QR code.',
  erase: 'Erase',
  clear: 'Clear',
  enter: 'Enter',
  entering: 'Entering',
  missing: (n) => `${n} to go`,
  offline: 'The hall’s server does not answer. Wait a moment, or ask at the desk.',
  ask: 'No code? Ask the staff.',
  inUse: 'Shared tablet',
  leave: 'Done, hand back the tablet',
  leaveIn: (n) => `Done, hand back the tablet (${n})`,
  unsent: 'This ballot is still on its way, please wait',
  idle: (n) => `Closes after ${n} s without a touch`,
  waiting: (name) => `${name}, the desk knows that you are here`,
  back: 'I have read this',
};

export const kioskText = { zh, en };
