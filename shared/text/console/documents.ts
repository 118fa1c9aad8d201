// The console's words about the reports of units.
const zh = {
  place: '评议材料',
  lead: '单位交来的材料，评议代表在手机上、公众在观看页上都能打开。可以是PDF、图片、纯文本和Markdown，每份不超过20 MB。',
  choose: '选择材料文件，可以一次多份',
  drop: '或把文件拖到这里。文件名里有单位编号或名称的，会自动对上单位。',
  noUnits: '还没有单位，先导入单位名册',
  matched: (n: number, of: number): string =>
    n === of
      ? `${of}份都对上了单位。请看一遍，再上传。`
      : `${of}份里对上${n}份，其余请在下面指定单位。`,
  unit: (file: string): string => `${file}交给哪个单位`,
  chooseUnit: '请指定单位',
  leaveOut: '不传这份',
  upload: (n: number): string => `上传这${n}份`,
  nothing: '没有可以上传的',
  unitMissing: (n: number): string => `还有${n}份没有指定单位`,
  uploading: (n: number, of: number): string => `正在上传，已完成${n} / ${of}`,
  sent: (percent: number): string => `已送出${percent}%`,
  done: '已上传',
  clear: '清除已上传的',
  again: '再试一次',
  tooLarge: '超过20 MB，请压缩后再传，或拆成几份。',
  empty: '这个文件是空的。',
  wrongKind: '只能上传PDF、图片（JPG、PNG、WebP）、纯文本和Markdown。',
  listed: (files: number, units: number): string => `已有${files}份材料，${units}家单位`,
  none: '还没有材料。',
  without: (n: number): string => `还有${n}家单位没有材料。`,
  remove: '撤下',
  removeOne: (name: string): string => `撤下${name}`,
  removed: (name: string): string => `已撤下${name}。`,
  undo: '放回去',
};

export const consoleDocumentsText = {
  zh,
  en: {
    place: 'Reports',
    lead: 'What units hand in. The panel opens it on their phones, and everyone on the watch page. PDF, pictures, plain text and Markdown, up to 20 MB each.',
    choose: 'Choose report files, many at once',
    drop: 'Or drop files here. Those with a unit’s ID or name in their file name find their unit by themselves.',
    noUnits: 'There are no units yet. Import the list of units first.',
    matched: (n, of) =>
      n === of
        ? `All ${of} found their units. Look them over, then upload.`
        : `${n} of ${of} found their units. Choose the rest below.`,
    unit: (file) => `The unit of ${file}`,
    chooseUnit: 'Choose the unit',
    leaveOut: 'Leave out',
    upload: (n) => (n === 1 ? 'Upload this file' : `Upload these ${n} files`),
    nothing: 'Nothing to upload',
    unitMissing: (n) => (n === 1 ? '1 file has no unit yet' : `${n} files have no unit yet`),
    uploading: (n, of) => `Uploading, ${n} / ${of} done`,
    sent: (percent) => `${percent}% sent`,
    done: 'Uploaded',
    clear: 'Clear what is uploaded',
    again: 'Try again',
    tooLarge: 'Larger than 20 MB. Compress it, or split it into parts.',
    empty: 'This file is empty.',
    wrongKind: 'Only PDF, pictures (JPG, PNG, WebP), plain text and Markdown can be uploaded.',
    listed: (files, units) =>
      `${files} ${files === 1 ? 'report' : 'reports'} of ${units} ${units === 1 ? 'unit' : 'units'}`,
    none: 'No reports yet.',
    without: (n) => (n === 1 ? '1 unit has no report.' : `${n} units have no report.`),
    remove: 'Take down',
    removeOne: (name) => `Take down ${name}`,
    removed: (name) => `${name} is taken down.`,
    undo: 'Put it back',
  } satisfies typeof zh,
};
