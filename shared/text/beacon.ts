// What the hall and viewers read while a draw waits for the public beacon.

const zh = {
  title: '等公共信标公布',
  due: '信标已公布，正在读入',
  round: (round: number, time: string): string => `第${round}轮，${time}公布`,
  /** Beside the lock. */
  locked: (round: number, time: string): string => `信标第${round}轮，${time}`,
  /** What it is, in a sentence that a child understands. */
  means:
    '公共信标drand由多国机构共同产生，每3秒公布一个数。锁定时已写明用哪一轮，公布之前谁也不知道，公布之后谁都能查到、能验证。',
  left: '还有',
  passed: '信标的这一轮已经公布，别的随机源还没有截止。',
};

export type BeaconText = typeof zh;

const en: BeaconText = {
  title: 'Waiting for the public beacon',
  due: 'The round is out, reading it',
  round: (round, time) => `round ${round}, published at ${time}`,
  locked: (round, time) => `Beacon ${round}, ${time}`,
  means:
    'The public beacon drand is run by institutions in several countries and publishes a number every 3 seconds. The lock names the round: nobody knows it before, and all can look it up and check it after.',
  left: 'Time left',
  passed: 'The beacon’s round was published while another source was open.',
};

export const beaconText = { zh, en };
