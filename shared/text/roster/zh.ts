// What is wrong with a roster file and what was understood in it, in Chinese.
import type { OtherFormat } from '../../roster/problem.ts';
import { sheetFlawText } from '../sheet-flaws.ts';
import { asText, spoiltMore, spoiltSentence, unread } from '../spoilt-cells.ts';
import { MANY_ROWS, type RosterText } from './words.ts';

const roles: RosterText['roles'] = {
  id: '编号',
  name: '名称',
  category: '类别',
  formerly: '曾用名',
  group: '组别',
  recusals: '回避单位',
  score: '得分',
  grade: '等次',
  level1: '一级指标',
  level2: '二级指标',
  level3: '三级指标',
  criterion: '评分项',
  max: '满分',
  weight: '权重',
  step: '最小分差',
  grades: '等次',
  who: '由谁评',
};

const guessed =
  '这个文件没有注明文字编码，是按GB18030读的。若有乱码，请用Excel或WPS另存为XLSX，再导入。';

const formats: Readonly<Record<OtherFormat, string>> = {
  xls: '这是旧版Excel的.xls文件',
  xlsb: '这是二进制工作簿（.xlsb）',
  numbers: '这是Numbers表格',
  'web-page': '这其实是网页，不是表格文件',
};

export const zh: RosterText = {
  roles,
  place: ({ sheet, row, column, header }) =>
    [
      sheet === '' ? '' : `工作表“${sheet}”`,
      row === undefined ? '' : `第${row}行`,
      column === undefined ? '' : `${column}列${header === undefined ? '' : `“${header}”`}`,
    ]
      .filter((part) => part !== '')
      .join('，'),
  problems: {
    'file-too-large': ({ maxMegabytes }) =>
      `文件超过${maxMegabytes} MB。请删去多余的工作表和图片，另存后再导入。`,
    'file-empty': () => '文件是空的。请确认选对了文件，再导入。',
    'not-a-table': () =>
      '这个文件不是表格。请选择XLSX或CSV文件；名单若在图片、PDF或压缩包里，请先整理成表格。',
    'other-format': ({ format }) =>
      `${formats[format]}。请用Excel或WPS打开，另存为“Excel工作簿（.xlsx）”，再导入。`,
    password: () => '这个文件设了密码。请打开文件，去掉密码后另存一份，再导入。',
    damaged: () => '文件已损坏，或者没有传完整。请用Excel或WPS打开，另存为新的XLSX文件，再导入。',
    'too-heavy': () =>
      '文件展开后太大。请把名单复制到新的工作簿，只保留有内容的行和列，另存后再导入。',
    'encoding-guessed': () => guessed,
    'unknown-encoding': () => '认不出这个文件的文字编码。请用Excel或WPS另存为XLSX，再导入。',
    'bad-quotes': () => '引号不成对。请打开文件检查这一行的引号，改好后再导入。',
    'too-many-rows': ({ max }) => `名单超过${max}行。请删去空行，或分成几个会议。`,
    'too-many-columns': ({ max }) => `表格超过${max}列。请只保留需要的列，再导入。`,
    'stray-cell': ({ text, more }) =>
      `这一格单独有内容（“${text}”），不在名单之内。请删去这一格的内容，或移到名单里，保存后再导入。${
        more > 0 ? `这样的还有${more}格。` : ''
      }`,
    'no-header': ({ wanted }) =>
      `没有找到表头。请加一行表头，至少要有：${wanted.map((role) => roles[role]).join('、')}。`,
    'other-roster': ({ is }) =>
      is === 'subjects'
        ? '这像是单位名单。请在“单位”一栏选它。'
        : '这像是代表名单。请在“评议代表”一栏选它。',
    'no-column': ({ role }) =>
      `缺少“${roles[role]}”列。请在表头加上“${roles[role]}”，再填好每一行。`,
    'column-twice': ({ header }) => `“${header}”这个表头出现了两次。请把其中一列改名或删去。`,
    'no-rows': () => '表头下面没有内容。请填好名单，再导入。',
    missing: ({ role }) => `“${roles[role]}”没有填。请填上；整行多余的话请删去。`,
    'failed-formula': ({ text }) =>
      `这一格的公式出错了（${text}）。请改成文字，或修好公式后重新保存。`,
    'unread-formula': () => unread.zh,
    'too-narrow': () =>
      '这一格只剩一串#：原来的列太窄，内容没有存进文件。请在原表里把列拉宽，重新另存，再导入。',
    'lost-character': () =>
      '这一格有认不出的字（�），原来的字已经丢失。请对照原件重新填写；处处如此的话，请从原表另存为XLSX，再导入。',
    'undivided-row': ({ text }) =>
      `整行都在一格里（“${text}”）。请把这一行的分隔符改成与其他行一样，再导入。`,
    spoilt: spoiltSentence.zh,
    'spoilt-more': spoiltMore.zh,
    'bad-id': ({ id }) => `编号“${id}”不能用。请只用字母、数字、点、短横和下划线，最多64个。`,
    'duplicate-id': ({ id, firstRow }) =>
      `编号“${id}”与第${firstRow}行重复。请给其中一行换一个编号。`,
    'too-long': ({ max, length }) => `这一格有${length}个字，最多${max}个。请缩短。`,
    'bad-character': ({ character }) =>
      `这一格有看不见的字符（${character}）。请清空这一格，重新手工输入。`,
    'unknown-subject': ({ text, between, meant }) => {
      if (meant !== undefined)
        return `回避单位“${text}”不在单位名单里，名单里有“${meant}”：前面的0多半被表格软件去掉了。${asText.zh}`;
      const said = `回避单位“${text}”不在单位名单里。`;
      if (between === undefined) return `${said}请核对名称或编号，或先导入单位名单。`;
      return between === ' '
        ? `${said}空格两边都是名单里的单位时才分得开；请核对名称或编号，几家之间用顿号、逗号、分号或换行分开。`
        : `${said}“${between}”分不开几家单位；请用顿号、逗号、分号或换行分开。`;
    },
    'ambiguous-subject': ({ text, ids }) =>
      `有几家单位都叫“${text}”（${ids.join('、')}）。请改填编号。`,
    'fourth-level': () =>
      '这一行有四级。评分表最多三级，最后一级是评分项；请去掉一级，或把它并进上一级。',
    'part-twice': ({ name, firstRow }) =>
      `“${name}”在同一级里出现了两次（另见第${firstRow}行）。请改名，或把两处合在一起、上下相连。`,
    'bad-number': ({ text }) => `“${text}”不是能用的数。请填数字，如30或2.5，小数最多六位。`,
    'merged-number': ({ role }) =>
      `几行共用一个合并的“${roles[role]}”。请拆开，每个评分项各填一个；若是上一级的“${roles[role]}”，请给上一级单独一行。`,
    'bad-grades': ({ text }) =>
      `认不出等次“${text}”。请写成“优秀100、良好85、达标70、较差55”；要么都写分数，要么都不写。`,
    'unknown-group': ({ text, known }) =>
      known.length === 0
        ? `这个会议还没有组别，“${text}”对不上。请先导入评议代表，或把这一格清空，让各组都评。`
        : `没有叫“${text}”的组别。这个会议有：${known.join('、')}。请改成其中的名字；留空是各组都评。`,
    'of-a-part': ({ name, role }) =>
      `“${name}”下面还有评分项，“${roles[role]}”只能写在评分项那一行。请移到下面各行。`,
    subtotal: () => '这一行是小计，不是评分项。请删去这一行，再导入。',
    'total-differs': ({ role, said, sum }) =>
      `这里的“${roles[role]}”写的是${said}，各项加起来是${sum}。请核对后改成一致。`,
    'shares-differ': ({ sum }) =>
      `这里起的百分比加起来是${sum}%，不是100%。请改成100%；不按百分比就去掉%号。`,
    'mixed-percent': () => '这一格与同一级的其他权重，有的带%号，有的不带。请改成一样。',
    'too-many-parts': ({ max }) => `评分表超过${max}项。请合并或删去一些。`,
    'sheet-flaw': ({ flaw, name }) => sheetFlawText.zh[flaw](name),
  },
  notes: {
    spoilt: spoiltSentence.zh,
    'spoilt-more': spoiltMore.zh,
    dates: ({ text }) => `这一列是日期，读成“${text}”这样。`,
    'encoding-guessed': () => guessed,
    'other-sheets': ({ names }) =>
      `只读了一张工作表，没有读的有：${names.map((name) => `“${name}”`).join('、')}。`,
    'hidden-rows': ({ rows }) =>
      rows.length > MANY_ROWS
        ? `有${rows.length}行在表格里是隐藏的（第${rows.slice(0, MANY_ROWS).join('、')}行等），也读进来了。`
        : `第${rows.join('、')}行在表格里是隐藏的，也读进来了。`,
    footnote: ({ text }) =>
      `这一行只有一格有字，当作表尾附注，没有导入：“${text.replace(/。$/, '')}”。`,
    'header-repeated': () => '这一行与表头相同，已跳过。',
    'unseen-character': ({ character }) =>
      `这一格有看不见的字符（${character}），已略过，不影响导入。`,
    'ids-made': ({ count, first, last }) =>
      `没有可用的编号列，已为${count}行编号：${first}到${last}。`,
    'column-ignored': ({ header }) =>
      header === '' ? '这一列没有表头，没有导入。' : `“${header}”这一列用不到，没有导入。`,
    attributes: ({ keys }) => `这些列作为代表的属性导入：${keys.join('、')}。`,
    'same-name': ({ name, firstRow }) =>
      `“${name}”与第${firstRow}行同名。编号不同，可以导入；若是重复，请删去一行。`,
    'total-fits': () => '合计与各项相符，合计行没有导入。',
    'declared-stays': ({ id, name, was, units }) =>
      was === undefined
        ? `${name}（${id}）登记过回避${units.join('、')}，文件里没有写，导入后仍然有效。`
        : `编号${id}原来是“${was}”，文件里是“${name}”：登记过的回避${units.join('、')}仍记在${id}名下。若不是同一个人，请给“${name}”换一个编号。`,
    'declared-rests': ({ id, name, units }) =>
      `文件里没有${name}（${id}），为其登记过的回避${units.join('、')}随之停用；名单里再有${id}时恢复。`,
  },
};
