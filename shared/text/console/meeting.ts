// The console's words about the meeting itself: its name, zone, how long people's data stays.
const zh = {
  place: '会议信息',
  lead: '名称、时区，以及个人信息保存到哪一天。开会时也可以改。',
  title: '会议名称',
  titleMissing: '请写会议名称',
  zone: '时区',
  zoneUnknown: '没有这个时区，例如Asia/Shanghai',
  retainUntil: '个人信息保存到',
  dateMissing: '请选一天',
  save: '保存会议信息',
  erase: '删除个人信息',
  eraseLead: (date: string) =>
    `${date}之后，可以把代表的姓名和其他信息从系统中彻底删除，不能恢复。得分、抽签和全程记录照样可以核对，只是不再显示姓名。这场会议的演练里的姓名一并删除。`,
  eraseKeeps: '已经打印的、导出的和另外复制的文件不受影响，请另行处理。',
  eraseButton: '删除全部个人信息',
  notYet: (date: string) => `${date}之后才能删除`,
  erased: (time: string) => `个人信息已于${time}删除。`,
  minutes: '会议记录',
  minutesLead: '议程、出席、抽签、评分和排行，打印后签字存档。',
};

export type ConsoleMeetingText = typeof zh;

const en: ConsoleMeetingText = {
  place: 'The meeting',
  lead: 'Its title, its time zone, and how long personal data is kept. Can be changed at any time.',
  title: 'Title',
  titleMissing: 'Write a title',
  zone: 'Time zone',
  zoneUnknown: 'No such time zone. An example: Asia/Shanghai',
  retainUntil: 'Personal data is kept until',
  dateMissing: 'Choose a day',
  save: 'Save the meeting’s details',
  erase: 'Erase personal data',
  eraseLead: (date) =>
    `After ${date} the names and other data of reviewers can be erased for good. Scores, draws and the record can still be checked; only the names are gone. Names in this meeting’s rehearsals are erased too.`,
  eraseKeeps: 'What was printed, exported or copied elsewhere stays: deal with it separately.',
  eraseButton: 'Erase all personal data',
  notYet: (date) => `Possible after ${date}`,
  erased: (time) => `Personal data was erased on ${time}.`,
  minutes: 'Minutes',
  minutesLead: 'Agenda, attendance, draws, rounds and standings, to print, sign and file.',
};

export const consoleMeetingText = { zh, en } as const;
