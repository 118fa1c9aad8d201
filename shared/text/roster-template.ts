// Workbooks to fill in: the headings, and rows that show how; reviewers' recusals name units of the other one.

export interface RosterTemplate {
  /** The file's name without its ending. */
  readonly file: string;
  readonly sheet: string;
  /** Widths in characters. */
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
}

export const rosterTemplates = {
  zh: {
    subjects: {
      file: '评议单位名单模板',
      sheet: '评议单位',
      columns: [
        { heading: '编号', width: 10 },
        { heading: '单位名称', width: 36 },
        { heading: '类别', width: 16 },
      ],
      rows: [
        ['A01', '区政府办公室', '区级部门'],
        ['B01', '区税务局', '双管单位'],
        ['C01', '青溪镇', '乡镇'],
      ],
    },
    reviewers: {
      file: '评议代表名单模板',
      sheet: '评议代表',
      columns: [
        { heading: '编号', width: 10 },
        { heading: '姓名', width: 14 },
        { heading: '组别', width: 16 },
        { heading: '性别', width: 8 },
        { heading: '回避单位', width: 36 },
      ],
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
      columns: [
        { heading: 'ID', width: 10 },
        { heading: 'Unit', width: 36 },
        { heading: 'Category', width: 20 },
      ],
      rows: [
        ['A01', 'District Government Office', 'Departments'],
        ['B01', 'District Tax Bureau', 'Dual-managed units'],
        ['C01', 'Qingxi Town', 'Townships'],
      ],
    },
    reviewers: {
      file: 'Reviewers template',
      sheet: 'Reviewers',
      columns: [
        { heading: 'ID', width: 10 },
        { heading: 'Name', width: 20 },
        { heading: 'Group', width: 24 },
        { heading: 'Gender', width: 10 },
        { heading: 'Recusals', width: 36 },
      ],
      rows: [
        ['R001', 'Zhang Ming', 'People’s deputies', 'male', 'none'],
        ['R002', 'Li Hua', 'CPPCC members', 'female', 'District Tax Bureau'],
        ['R003', 'Wang Fang', 'Enterprises', 'female', 'A01; C01'],
      ],
    },
  },
} satisfies Record<'zh' | 'en', Readonly<Record<'subjects' | 'reviewers', RosterTemplate>>>;
