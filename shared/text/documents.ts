// What phones and viewers read about a unit's reports.
import type { DocumentMedia } from '../meeting/people.ts';

const zh = {
  open: (n: number): string => (n === 1 ? '材料' : `材料（${n}份）`),
  title: '评议材料',
  close: '关闭',
  list: '全部材料',
  kinds: {
    'application/pdf': 'PDF',
    'image/jpeg': '图片',
    'image/png': '图片',
    'image/webp': '图片',
    'text/plain': '文本',
    'text/markdown': '文本',
  } satisfies Record<DocumentMedia, string>,
  newTab: '在新页打开',
  comeBack: '这台平板会另开一页。看完关掉那一页，就回到这里。',
  loading: '正在打开',
  failed: '没有打开。请检查网络，再试一次。',
  gone: '这份材料已经撤下。',
  retry: '再试一次',
  wechat: '安卓微信里看不了PDF。请复制链接，粘贴到手机浏览器里打开。看完回到微信，这一页还在。',
  link: '材料链接',
  copy: '复制链接',
  copied: '已复制，请到浏览器里粘贴。',
  byHand: '请长按上面的链接，全选后复制。',
};

export const documentsText = {
  zh,
  en: {
    open: (n) => (n === 1 ? 'Report' : `Reports (${n})`),
    title: 'Reports',
    close: 'Close',
    list: 'All reports',
    kinds: {
      'application/pdf': 'PDF',
      'image/jpeg': 'picture',
      'image/png': 'picture',
      'image/webp': 'picture',
      'text/plain': 'text',
      'text/markdown': 'text',
    },
    newTab: 'Open in a new tab',
    comeBack: 'It opens on a page of its own. Close that page to come back here.',
    loading: 'Opening',
    failed: 'That did not open. Check the network and try again.',
    gone: 'This report was taken down.',
    retry: 'Try again',
    wechat:
      'WeChat on Android cannot show PDFs. Copy the link and open it in the phone’s browser. This page will still be here.',
    link: 'Link to the report',
    copy: 'Copy the link',
    copied: 'Copied. Paste it in the browser.',
    byHand: 'Press and hold the link above, select all, and copy.',
  } satisfies typeof zh,
};
