// Workbooks to fill in: the headings, and rows that show how; reviewers' recusals name units of the other one.

export interface RosterTemplate {
  /** The file's name without its ending. */
  readonly file: string;
  readonly sheet: string;
  readonly headings: readonly string[];
  /** Of the columns, in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

export const rosterTemplates = {
  zh: {
    subjects: {
      file: '评议单位名单模板',
      sheet: '评议单位',
      headings: ['编号', '单位名称', '类别'],
      widths: [10, 36, 16],
      rows: [
        ['A01', '区政府办公室', '区级部门'],
        ['B01', '区税务局', '双管单位'],
        ['C01', '青溪镇', '乡镇'],
      ],
    },
    reviewers: {
      file: '评议代表名单模板',
      sheet: '评议代表',
      headings: ['编号', '姓名', '组别', '性别', '回避单位'],
      widths: [10, 14, 16, 8, 36],
      rows: [
        ['R001', '张明', '人大代表', '男', '无'],
        ['R002', '李华', '政协委员', '女', '区税务局'],
        ['R003', '王芳', '企业代表', '女', 'A01、C01'],
      ],
    },
  },
  en: {
    subjects: {
      file: 'Units template',
      sheet: 'Units',
      headings: ['ID', 'Unit', 'Category'],
      widths: [10, 36, 20],
      rows: [
        ['A01', 'District Government Office', 'Departments'],
        ['B01', 'District Tax Bureau', 'Dual-managed units'],
        ['C01', 'Qingxi Town', 'Townships'],
      ],
    },
    reviewers: {
      file: 'Reviewers template',
      sheet: 'Reviewers',
      headings: ['ID', 'Name', 'Group', 'Gender', 'Recusals'],
      widths: [10, 20, 24, 10, 36],
      rows: [
        ['R001', 'Zhang Ming', 'People’s deputies', 'male', 'none'],
        ['R002', 'Li Hua', 'CPPCC members', 'female', 'District Tax Bureau'],
        ['R003', 'Wang Fang', 'Enterprises', 'female', 'A01; C01'],
      ],
    },
  },
} satisfies Record<'zh' | 'en', Readonly<Record<'subjects' | 'reviewers', RosterTemplate>>>;
