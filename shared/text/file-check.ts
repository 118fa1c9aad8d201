// The console's sentences about the check of the meeting's file that runs after a start.

const zh = {
  checking: (checked: number, of: number) =>
    `正在校验已存的评分票：${of}张中已校验${checked}张。评分照常；截止评分会等校验完成，备份也从那时开始。`,
  damaged: {
    title: '数据文件已损坏，现在什么都不再保存',
    says: (place: string) =>
      `损坏处：${place}。会议停在这里：评分和各项操作都不接受，已存的数据不再改动。`,
    remedy:
      '请暂停会议，请管理主机的人看主机窗口：停止主机，用备份文件夹里的副本重新启动。大家的手机不要关，会自动补交副本里没有的票。',
  },
};

/** Both languages hold the same keys. */
export type FileCheckText = typeof zh;

const en: FileCheckText = {
  checking: (checked, of) =>
    `Verifying the stored ballots: ${checked} of ${of}. Scoring goes on; closing a round waits until this is done, and backup copies start then.`,
  damaged: {
    title: 'The data file is damaged: nothing is saved any more',
    says: (place) =>
      `Damaged: ${place}. The meeting stands still: ballots and commands are refused, and what is stored is no longer changed.`,
    remedy:
      'Pause the meeting and have the server’s window looked at: stop the server and start it from the copy in the backup folder. Keep the phones open; they send again what the copy lacks.',
  },
};

export const fileCheckText = { zh, en };
