// The phone of someone of the pool who has no seat yet, in both languages.

const zh = {
  noSeat: '还没有席位',
  reserve: (place: number) => `递补第${place}位`,
  wait: '请在会场等候。抽中您或递补到您时，这一页会自动入席，不用刷新。',
  reserveWait: '签到台已登记您到场。有席位空出时，按名单次序递补；轮到您，这一页会自动入席。',
  away: '签到台登记您已离开',
  awayMeans: '登记离开期间不递补到您。您还在会场的话，请点下面的按钮，或到签到台说明。',
  stillHere: '我还在会场',
  offline: '连不上会场的主机，正在重试。',
};

const en: typeof zh = {
  noSeat: 'No seat yet',
  reserve: (place) => `Number ${place} of the reserve`,
  wait: 'Please wait in the hall. Once you are drawn or called from the reserve, this page seats you by itself.',
  reserveWait:
    'The desk knows that you are here. Empty seats are filled in the order of the list; when it is your turn, this page seats you by itself.',
  away: 'The desk noted that you left',
  awayMeans:
    'No seat goes to you meanwhile. If you are in the hall, press the button below or tell the desk.',
  stillHere: 'I am still here',
  offline: 'The hall’s server does not answer. Trying again.',
};

export const waitingText = { zh, en };
