// Sentences of where a sheet can come from, and of two people who change one sheet.

const zh = {
  start: '从哪里来',
  fromFile: '从表格导入',
  fromMeeting: '从别的会议复制',
  asAnother: '另存一张',
  copyOf: (name: string) => `${name}（副本）`,
  download: '下载这张表',
  fileHint:
    '表头要有评分项（或一级、二级、三级指标）和满分；权重、最小分差、等次、由谁评可有可无。最多三级，合并的格子可以有。',
  template: '下载模板',
  choose: '选择评分表文件',
  drop: '或把文件拖到这里',
  reading: '正在读文件',
  taken: (what: string) => `${what}已放进下面，还没有保存。请看过右边的样子，再保存。`,
  and: '、',
  moreNotes: (n: number) => `还有${n}处类似的说明没有列出。`,
  meeting: '哪个会议',
  noMeetings: '这台主机上没有别的会议。',
  chooseMeeting: '请选会议',
  sheet: '哪张评分表',
  noSheets: '那个会议还没有评分表。',
  sheetOf: (name: string, version: number) => `${name}（第${version}版）`,
  take: '复制到下面',
  missing: (groups: string) =>
    `这个会议没有这些组别：${groups}。只给它们评的项，改成了各组都评；请看一看由谁评。`,
  newer: (version: number) => `另一位工作人员刚保存了第${version}版。您的改动还在，没有保存。`,
  look: (version: number) => `看第${version}版`,
  hide: '收起',
  theirs: (version: number) => `第${version}版`,
  over: (version: number) => `保存我的，作为第${version}版`,
  dropMine: (version: number) => `放弃我的，用第${version}版`,
  decide: (version: number) => `请先在上面选：用第${version}版，还是保存您的`,
  line: (max: string, weight: string) => `满分${max}，权重${weight}`,
  part: (weight: string) => `权重${weight}`,
};

type Words = typeof zh;

const en: Words = {
  start: 'Where it comes from',
  fromFile: 'Import a spreadsheet',
  fromMeeting: 'Copy from another meeting',
  asAnother: 'Save as another',
  copyOf: (name) => `${name} (copy)`,
  download: 'Download this sheet',
  fileHint:
    'It needs headings Criterion (or Level 1, Level 2, Level 3) and Maximum; Weight, Step, Grades and Filled in by are optional. At most three levels; cells may be merged.',
  template: 'Download a template',
  choose: 'Choose the file of the sheet',
  drop: 'or drop it here',
  reading: 'Reading the file',
  taken: (what) =>
    `${what} is below now and not saved. Look at it on the phone beside it, then save.`,
  and: ', ',
  moreNotes: (n) => `Not listed: ${n} more like these.`,
  meeting: 'Which meeting',
  noMeetings: 'There is no other meeting on this server.',
  chooseMeeting: 'Choose a meeting',
  sheet: 'Which of its sheets',
  noSheets: 'That meeting has no sheet yet.',
  sheetOf: (name, version) => `${name} (version ${version})`,
  take: 'Copy it here',
  missing: (groups) =>
    `This meeting has no such groups: ${groups}. What only they filled in is for every group now; check who fills it in.`,
  newer: (version) =>
    `Another member of staff has just saved version ${version}. Your changes are still here, not saved.`,
  look: (version) => `Look at version ${version}`,
  hide: 'Hide it',
  theirs: (version) => `Version ${version}`,
  over: (version) => `Save mine as version ${version}`,
  dropMine: (version) => `Drop mine, use version ${version}`,
  decide: (version) => `First choose above: use version ${version}, or save yours`,
  line: (max, weight) => `maximum ${max}, weight ${weight}`,
  part: (weight) => `weight ${weight}`,
};

export const sheetSourcesText = { zh, en };
