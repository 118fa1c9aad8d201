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
  erase: '抹去个人信息',
  eraseLead: (date: string) =>
    `${date}之后，可以把代表的姓名和其他信息从系统中彻底抹去，不能恢复。得分、抽签和全程记录照样可以核验，只是不再显示姓名。这场会议的演练一并抹去。`,
  eraseKeeps: '已经打印的、导出的和另外复制的文件不受影响，请另行处理。',
  eraseButton: '抹去全部个人信息',
  notYet: (date: string) => `${date}之后才能抹去`,
  erased: (time: string) => `个人信息已于${time}抹去。`,
  minutes: '会议记录',
  minutesLead: '议程、出席、抽签、评分和排行，打印后签字存档。',
};

export type ConsoleMeetingText = typeof zh;

const en: ConsoleMeetingText = {
  place: 'The meeting',
  lead: 'Its title, its time zone, and how long people’s data is kept. Can be changed at any time.',
  title: 'Title',
  titleMissing: 'Write a title',
  zone: 'Time zone',
  zoneUnknown: 'No such zone; one is Asia/Shanghai',
  retainUntil: 'People’s data is kept until',
  dateMissing: 'Choose a day',
  save: 'Save the meeting’s details',
  erase: 'Erase people’s data',
  eraseLead: (date) =>
    `After ${date} the names and other data of reviewers can be erased for good. Scores, draws and the record still verify; only the names are gone. This meeting’s rehearsals are erased with it.`,
  eraseKeeps: 'What was printed, exported or copied elsewhere stays: deal with it separately.',
  eraseButton: 'Erase all people’s data',
  notYet: (date) => `Possible after ${date}`,
  erased: (time) => `People’s data was erased on ${time}.`,
  minutes: 'Minutes',
  minutesLead: 'Agenda, attendance, draws, rounds and standings, to print, sign and file.',
};

export const consoleMeetingText = { zh, en } as const;
