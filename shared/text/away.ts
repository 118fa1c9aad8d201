// The name of the whole, and what a page says whose server does not answer: fetched with the pages that say it.

const zh = {
  fullTitle: '公评：双随机评议',
  unreachable: '连不上会场的主机。请检查网络，再试一次。',
  retry: '再试一次',
};

/** Both languages hold the same keys. */
type AwayText = typeof zh;

const en: AwayText = {
  fullTitle: 'Kleroterion, a review by lot',
  unreachable: 'The hall’s server does not answer. Check the network, then try again.',
  retry: 'Try again',
};

export const awayText = { zh, en };
