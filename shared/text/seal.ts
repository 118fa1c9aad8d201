// A pool that was sealed before the draw: what viewers, the minutes and the page that is handed over say of it.
import { plural } from './en-words.ts';

const zh = {
  title: '封存名单',
  /** How a lock's pool differs from the seal that it names. */
  differs: (added: number, missing: number): string =>
    added + missing === 0
      ? '抽签的名单与封存的完全相同'
      : `抽签的名单与封存的相比：增改${added}，不抽${missing}，逐一列在锁定内容里`,
};

export type SealText = typeof zh;

const en: SealText = {
  title: 'Sealed pool',
  differs: (added, missing) =>
    added + missing === 0
      ? 'The pool of the draw is the sealed one'
      : `Against the sealed pool: ${plural(added, 'entry', 'entries')} added or changed, ${String(missing)} not drawn; the lock lists each`,
};

export const sealText = { zh, en };
