// The desk's tablet for people without a phone, in both languages.

/** What a person leaves on the tablet: ballots or unsent scores, and a word for a draw. */
interface OnTablet {
  readonly n: number;
  readonly word: boolean;
}

const whatZh = ({ n, word }: OnTablet): string =>
  [n > 0 || !word ? `${n}张票` : '', word ? '抽签字词' : ''].filter(Boolean).join('和');

const whatEn = ({ n, word }: OnTablet): string =>
  [n > 0 || !word ? (n === 1 ? '1 ballot' : `${n} ballots`) : '', word ? 'a word for the draw' : '']
    .filter(Boolean)
    .join(' and ');

const zh = {
  title: '签到台平板',
  lead: '没带手机？输入纸上的短码，在这里签到、评分。',
  code: '短码',
  hint: '8位，字母不分大小写。接扫码枪的，可以直接扫二维码。',
  erase: '退格',
  clear: '清空',
  enter: '进入',
  entering: '正在进入',
  missing: (n: number) => `还差${n}位`,
  offline: '连不上会场的主机。请稍等，再按一次“进入”；或找工作人员。',
  ask: '没有码，请找工作人员。',
  typed: (code: string) => `您输入的是${code}`,
  letting: '正在退出上一位',
  lettingLater: '连不上会场的主机，正在重试。网络恢复后，下一位就能输码。',
  arrived: (held: OnTablet) =>
    `刚才那位的${whatZh(held)}已送到会场主机${held.n > 0 ? '，已计入' : ''}。`,
  wordLate: '刚才那位的字词送到时，收字已截止，没有收进名单。',
  inUse: '评完请交还，大家共用',
  /** The same of somebody who scores nothing. */
  looking: '看完请交还，大家共用',
  leave: '交还平板',
  leaveIn: (n: number) => `完成，交还平板（${n}）`,
  sending: (held: OnTablet) => `${whatZh(held)}正在送出`,
  kept: (held: OnTablet) => `网络断开，${whatZh(held)}存在这台平板上，恢复后自动送出。可以交还。`,
  counted: '已计入。要修改，截止前再来输码。',
  written: (n: number, of: number) => `书面评议已计入${n} / ${of}，可以分几次评`,
  writtenAll: (of: number) => `书面评议${of}家全部计入，截止前可以再来修改`,
  writtenDrafts: (n: number, of: number, drafts: number) =>
    `书面评议已计入${n} / ${of}，${drafts}家未提交`,
  draftsTitle: ({ n, word }: OnTablet) =>
    `${n > 0 ? `还有${n}家填了分数，没有提交。` : ''}${word ? '抽签字词还没有交。' : ''}`,
  draftsNote: ({ n, word }: OnTablet) =>
    `${n > 0 ? (word ? '没有提交的不计入' : '没有提交的分数不计入') : '没有交的字词不进名单'}，交还后不保留。`,
  stay: '回去提交',
  leaveAnyway: '不提交，交还',
  idle: (n: number) => `还在评吗？${n}秒后自动交还`,
  goOn: '继续评',
  heldTitle: (held: OnTablet) => `${whatZh(held)}在等网络`,
  heldSafe: (held: OnTablet) =>
    `${held.n > 0 ? '票' : '字词'}已存在这台平板上，您可以先离开。网络恢复后自动送出，送到后自动回到输码页。`,
  heldStay: '截止之前送达才计入。请不要关闭这一页，也不要关机；下一位请稍等，或找工作人员。',
  retry: '立即重试',
  lostTitle: (n: number) => `${n}张票没有计入`,
  comma: '、',
  lostClosed: '送到时评分已截止。先前已计入的仍然有效。',
  lostTell: '请工作人员告知本人。',
  waiting: (name: string) => `${name}，您已登记到场`,
  wordByPhone: '抽签正在收字词：带了手机的，请用自己的手机扫码交一个；不交不影响抽签。',
  back: '知道了',
  refused: {
    'no-seat': '您现在没有席位。请在会场等候；抽中您或递补到您时，再来这里输码。',
    'in-reserve': (place: number) =>
      `您在递补名单上，同组同类的人里排第${place}位。请在会场等候，轮到您时由工作人员通知。`,
    'ticket-unknown': '没有这个码。请对照纸上的字，再输一次。',
    'ticket-revoked': '这个码已经停用。请用新发的码，或请工作人员补发。',
    'too-many': '尝试次数太多。请用扫码枪，或十分钟后再试；急用请找工作人员。',
    takeovers: '这个席位十分钟内换了太多次设备。请把您的码给工作人员核对。',
    replaced: '这个席位刚才换到了另一部手机或平板，这里已退出。要在这里继续，请再输一次码。',
    'seat-gone': '这个席位已由递补的代表接替，或已记为空缺。有疑问请找工作人员。',
    'seat-left': '您已登记离场。要回来继续，请再输一次码，或找工作人员。',
    'not-joined': '已经退出。要继续，请再输一次码。',
  },
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
  offline:
    'The hall’s server does not answer. Wait a moment and press Enter again, or ask the staff.',
  ask: 'No code? Ask the staff.',
  typed: (code) => `You typed ${code}`,
  letting: 'Closing the previous seat',
  lettingLater:
    'The hall’s server does not answer. Trying again; the next person can enter once it does.',
  arrived: (held) =>
    `What the previous person left, ${whatEn(held)}, has reached the hall’s server${held.n > 0 ? ' and is counted' : ''}.`,
  wordLate: 'The previous person’s word came after the words were closed and is not in the list.',
  inUse: 'Others need this tablet: hand it back when done',
  looking: 'Hand it back when you have read this',
  leave: 'Hand back the tablet',
  leaveIn: (n) => `Done, hand back (${n})`,
  sending: (held) => `On its way: ${whatEn(held)}`,
  kept: (held) =>
    `No network. Kept here and sent once it is back: ${whatEn(held)}. You may hand back the tablet.`,
  counted: 'Counted. To change it before the close, enter your code again.',
  written: (n, of) => `Written reports: ${n} / ${of} counted. You can do the rest later`,
  writtenAll: (of) => `Written reports: all ${of} counted. You can change them before the close`,
  writtenDrafts: (n, of, drafts) =>
    `Written reports: ${n} / ${of} counted, ${drafts} not submitted`,
  draftsTitle: ({ n, word }) =>
    [
      n === 1
        ? '1 unit has scores that you did not submit.'
        : n > 1
          ? `${n} units have scores that you did not submit.`
          : '',
      word ? 'You did not send your word for the draw.' : '',
    ]
      .filter(Boolean)
      .join(' '),
  draftsNote: ({ n, word }) =>
    word
      ? 'What is not sent does not count and is not kept.'
      : n > 0
        ? 'Scores that are not submitted do not count and are not kept.'
        : '',
  stay: 'Back to submit',
  leaveAnyway: 'Hand back anyway',
  idle: (n) => `Still scoring? The tablet closes in ${n} s`,
  goOn: 'Go on scoring',
  heldTitle: (held) => `Waiting for the network: ${whatEn(held)}`,
  heldSafe: () =>
    'Kept on this tablet; you may leave. Once the network is back it is sent, and this page goes back to the code entry.',
  heldStay:
    'It counts if it arrives before the close. Do not close this page or switch the tablet off. Next person: please wait, or ask the staff.',
  retry: 'Retry now',
  lostTitle: (n) => (n === 1 ? '1 ballot did not count' : `${n} ballots did not count`),
  comma: ', ',
  lostClosed: 'Scoring had closed when it arrived. What counted before still stands.',
  lostTell: 'Staff: please tell the person.',
  waiting: (name) => `${name}, the desk knows that you are here`,
  wordByPhone:
    'A draw is taking words: if you have a phone with you, scan your ticket with it to send one. Sending none does not affect the draw.',
  back: 'Got it',
  refused: {
    'no-seat':
      'You have no seat now. Please wait in the hall; once you are drawn or called from the reserve, enter your code here again.',
    'in-reserve': (place) =>
      `You are number ${place} of the reserve among those of your kind. Please wait in the hall; the staff will call you.`,
    'ticket-unknown': 'There is no such code. Compare it with your ticket and type it again.',
    'ticket-revoked': 'This code no longer works. Use the newer one, or ask the staff for one.',
    'too-many':
      'Too many tries. Use the scanner, or wait ten minutes; if it is urgent, ask the staff.',
    takeovers: 'This seat changed devices too often in ten minutes. Show your code to the staff.',
    replaced:
      'This seat has just moved to another phone or tablet, and is closed here. To go on here, enter your code again.',
    'seat-gone':
      'This seat was passed on to the reserve or recorded as vacant. If in doubt, ask the staff.',
    'seat-left':
      'You are recorded as having left. To go on, enter your code again or ask the staff.',
    'not-joined': 'The seat is closed here. To go on, enter your code again.',
  },
};

export const kioskText = { zh, en };
