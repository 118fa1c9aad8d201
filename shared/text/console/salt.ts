// The supervisor's words about the number that their device keeps for a draw.

const zh = {
  label: '监督员：保管随机数',
  titles: {
    wanted: '这次抽签要您保管一个随机数',
    kept: '随机数已保管，等主持锁定',
    locked: '抽签已锁定，等手机收字截止',
    due: '收字已截止，请打开随机数',
  },
  wanted: '这台设备会产生一个随机数，只把它的校验值交给主机。收字截止后由您打开，主机事先不知道。',
  here: '随机数只在这台设备的浏览器里。打开之前不要清除浏览数据，不要给任何人看。',
  elsewhere: (keeper: string) => `随机数由${keeper}保管在另一台设备或另一个浏览器里。`,
  due: '先看大屏：字词名单已经列出，名单校验值与下面一致，再打开。打开后结果就定了，不能撤销。',
  wordsHash: '名单校验值',
  keep: '保管随机数',
  keepHere: '改由这台设备保管',
  open: '打开随机数',
  note: '抄下来备用',
  secret: '随机数',
  secretHint: '这台设备坏了，可以在另一台上输入它来打开。不能让任何人看到。',
  type: '抄下来的64位随机数',
  typeHint: '这个浏览器里没有它。请到当时保管的设备上打开，或在这里输入。',
  incomplete: (n: number) => `已输入${n} / 64位`,
  stray: (place: number, character: string) =>
    `第${place}位“${character}”抄错了：只有数字0到9和字母a到f。`,
  /** The page is open on the very machine that must not know the number. */
  ownMachine: '请换一台设备',
  ownMachineMeans:
    '这个页面开在主机上，主机不能保管随机数。请用您自己的设备打开控制台，登录后再按。',
};

/** Both languages hold the same keys. */
type ConsoleSaltText = typeof zh;

const en: ConsoleSaltText = {
  label: 'Supervisor: the number you keep',
  titles: {
    wanted: 'Keep a number for this draw',
    kept: 'Number kept; wait for the lock',
    locked: 'Locked; wait until the words are closed',
    due: 'Words closed: open the number',
  },
  wanted:
    'This device makes a random number and gives the server only its check value. You open it once the words are closed; the server does not know it before.',
  here: 'The number is in this device’s browser alone. Until it is open, do not clear browsing data and show it to nobody.',
  elsewhere: (keeper) => `${keeper} keeps the number on another device or in another browser.`,
  due: 'Look at the screen first: the words are listed and their check value is the one below. Then open. The result is fixed by it and cannot be undone.',
  wordsHash: 'Check value of the list',
  keep: 'Keep a number',
  keepHere: 'Keep one here instead',
  open: 'Open the number',
  note: 'Write it down, just in case',
  secret: 'Number',
  secretHint: 'If this device breaks, it can be typed on another one. Nobody may see it.',
  type: 'The 64 characters written down',
  typeHint: 'This browser does not have it. Open it on the device that kept it, or type it here.',
  incomplete: (n) => `${n} of 64 characters`,
  stray: (place, character) =>
    `Character ${place}, “${character}”, cannot be right: only 0 to 9 and a to f occur.`,
  ownMachine: 'Use another device',
  ownMachineMeans:
    'This page is open on the server’s own machine, which must not keep the number. Open the console on a device of your own.',
};

export const consoleSaltText = { zh, en } as const;
