// The console's words about files to take away: what each is for, and how its making fares.
const zh = {
  title: '文件',
  lead: '只含已揭晓的结果。里面有评议团的姓名，请妥善保管。',
  files: {
    'workbook.xlsx': {
      name: '工作簿（XLSX）',
      what: '名单、各组得分和排行，得分和名次是公式，用Excel或WPS打开可以复算。',
    },
    'standings.csv': { name: '排行（CSV）', what: '一家一行：名次和得分。' },
    'group-scores.csv': { name: '各组得分（CSV）', what: '每家每组一行：权重、票数和得分。' },
    'units.csv': { name: '单位（CSV）', what: '名单，以及谁退出、谁合并。' },
    'seats.csv': { name: '席位（CSV）', what: '评议团名单和到场情况。' },
    'results.json': { name: '全部内容（JSON）', what: '给程序和审计用，带精确分数。' },
  },
  download: '下载',
  of: (name: string) => `下载：${name}`,
  making: '正在生成',
  /** Too many are being made, or this one took too long. */
  busy: '文件没有做成，会议不受影响。请再试一次；若仍不行，请在会议结束、主机空闲后再试。',
  saved: (file: string) => `已做好，浏览器正在保存：${file}`,
};

export type ConsoleFilesText = typeof zh;

const en: ConsoleFilesText = {
  title: 'Files',
  lead: 'Only revealed results are in them. They hold the panel’s names: keep them safe.',
  files: {
    'workbook.xlsx': {
      name: 'Workbook (XLSX)',
      what: 'Lists, group scores and standings; scores and ranks are formulas, to be added up again in Excel or WPS.',
    },
    'standings.csv': { name: 'Standings (CSV)', what: 'One row per unit: ranks and score.' },
    'group-scores.csv': {
      name: 'Group scores (CSV)',
      what: 'One row per unit and group: weight, ballots and value.',
    },
    'units.csv': { name: 'Units (CSV)', what: 'The list, and who withdrew or was combined.' },
    'seats.csv': { name: 'Seats (CSV)', what: 'The panel, and who was present.' },
    'results.json': {
      name: 'Everything (JSON)',
      what: 'For programs and auditors, with exact fractions.',
    },
  },
  download: 'Download',
  of: (name) => `Download: ${name}`,
  making: 'Preparing',
  busy: 'The file was not made; the meeting is not affected. Try again, or after the meeting, when the machine is less busy.',
  saved: (file) => `Ready; your browser is saving ${file}`,
};

export const consoleFilesText = { zh, en } as const;
