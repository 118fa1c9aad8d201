// What a page says that is of another version than the server: it was open, or in a cache, while the system was updated.

const zh = {
  title: '系统更新过，这一页要重新载入',
  /** Ballots and drafts lie in this browser's storage. */
  kept: '填好的、还没送出的都留在这里，载入后接着用。',
  /** Whatever stands in fields of this page is nowhere else. */
  unkept: '已计入、已保存的都在；这一页里没保存的，请先记下来。',
  reload: '重新载入',
  /** It was loaded again, and the same page came. */
  again:
    '重新载入过了，浏览器给的还是原来的那一页。请关掉这一页，再扫码或输入网址打开；还不行，就更新浏览器，或请工作人员帮忙。',
};

type UpdatedText = typeof zh;

const en: UpdatedText = {
  title: 'The system was updated: this page has to be reloaded',
  kept: 'What you have filled in and not sent yet stays here; you go on with it afterwards.',
  unkept:
    'Whatever was counted or saved is safe. Note down first what is not saved on this page yet.',
  reload: 'Reload',
  again:
    'It was reloaded, and the browser gave the same page as before. Close it, then scan the code or type the address again; if that does not help, update the browser or ask the staff.',
};

export const updatedText = { zh, en };
