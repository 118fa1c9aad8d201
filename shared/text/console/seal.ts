// Sealing a pool before the day, and the page that is handed over: whoever has it can check what was changed since.
import type { SealedKind } from '../../meeting/draws/sealed-kinds.ts';
import { plural } from '../en-words.ts';
import { sealText } from '../seal.ts';

const zh = {
  title: sealText.zh.title,
  lead: '抽签前一天可以封存名单：得出64位封存值，打印交给公证员或监督员。此后抽签会写明与它相比增改了谁、不抽谁，谁都能核对有没有漏列。',
  pools: { people: '评议代表', units: '单位' } satisfies Record<SealedKind, string>,
  do: { people: '封存代表名单', units: '封存单位名单' } satisfies Record<SealedKind, string>,
  again: { people: '重新封存代表名单', units: '重新封存单位名单' } satisfies Record<
    SealedKind,
    string
  >,
  empty: '名册还是空的',
  stands: (of: SealedKind, n: number, time: string): string =>
    of === 'people' ? `代表${n}人，${time}封存` : `单位${n}家，${time}封存`,
  newest: '以最后一次封存为准，以前的都留在记录里。',
  print: '打印封存值',
  // The printed page.
  failed: '封存值没有取到。请检查网络，再试一次。',
  none: '还没有封存过名单。',
  qr: '封存值二维码',
  means:
    '封存值由全部编号、分组和姓名的校验值算出。抽签时的锁定内容写明这64位，以及此后增改、不抽的每一个编号和原因。',
  lines: ['封存人', '公证员或监督员', '收存人', '日期'],
};

type ConsoleSealText = typeof zh;

const en: ConsoleSealText = {
  title: sealText.en.title,
  lead: 'The day before, a pool can be sealed: 64 digits come of it, which are printed and given to a notary or a supervisor. Draws then say whom they added or changed against it and whom they leave out, so that anybody can check that no difference is missing.',
  pools: { people: 'Reviewers', units: 'Units' },
  do: { people: 'Seal the reviewers', units: 'Seal the units' },
  again: { people: 'Seal the reviewers again', units: 'Seal the units again' },
  empty: 'The roster is empty',
  stands: (of, n, time) =>
    `${of === 'people' ? plural(n, 'reviewer') : plural(n, 'unit')}, sealed at ${time}`,
  newest: 'The last seal counts; earlier ones stay on record.',
  print: 'Print the digits',
  failed: 'The digits could not be fetched. Check the network and try again.',
  none: 'No pool has been sealed yet.',
  qr: 'QR code of the digits',
  means:
    'The digits come of all ids, their groups and a check value of the names. The lock of a draw holds these 64 digits, and each id that was added, changed or left out since, with its reason.',
  lines: ['Sealed by', 'Notary or supervisor', 'Kept by', 'Date'],
};

export const consoleSealText = { zh, en } as const;
