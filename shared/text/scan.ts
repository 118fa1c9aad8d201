// Why a scanner's line or a typed code could not be read, and which key helps: kiosk and door.

const zh = {
  'input-method':
    '输入法把扫到的字母变成了汉字。请按一下Shift键切到英文，清空后再扫一次；或输入短码。',
  'caps-lock':
    '没有这个码。扫码枪送来的字母大小写是反的：请按一下Caps Lock（大写锁定）键，再扫一次；或输入短码。',
  'no-ticket': '这是会场的入口，不是您那张纸上的码。请扫您纸上的二维码，或输入纸上的短码。',
  damaged: '没有扫完整。请再扫一次；还不行，就输入纸上的短码。',
  layout:
    '扫到的字符不对：键盘布局多半不是英文（美国）。请在系统里换成英文（美国）键盘，再扫一次；或输入短码。',
  'other-meeting': '这个码是另一场会的，或是演练用的。请用这场会发的那张纸，或请工作人员补发。',
  'no-code': '短码里只有字母和数字。请对照纸上的字，再输一次。',
};

/** Both languages hold the same keys. */
type ScanText = typeof zh;

const en: ScanText = {
  'input-method':
    'The input method turned the letters into words. Press Shift to switch to English, clear, and scan again; or type the short code.',
  'caps-lock':
    'There is no such code. The scanner’s capitals came out reversed: press Caps Lock once and scan again; or type the short code.',
  'no-ticket':
    'This is the hall’s own address, not your ticket. Scan the QR code on your paper, or type the short code on it.',
  damaged: 'The scan is not whole. Scan again; if that fails, type the short code on the ticket.',
  layout:
    'The characters came out wrong: the keyboard layout is probably not English (US). Switch it and scan again; or type the short code.',
  'other-meeting':
    'This code is for another meeting, or for a rehearsal. Use the ticket for this meeting, or ask the staff for one.',
  'no-code':
    'A short code has only letters and digits. Compare it with your ticket and type it again.',
};

export const scanText = { zh, en };
