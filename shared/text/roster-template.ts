// Workbooks to fill in: the headings, and rows that show how; reviewers' recusals name units of the other one.

export interface RosterTemplate {
  /** The file's name without its ending. */
  readonly file: string;
  readonly sheet: string;
  /** By heading: its width in characters. */
  readonly columns: Readonly<Record<string, number>>;
  readonly rows: readonly (readonly string[])[];
}

export const rosterTemplates = {
  zh: {
    subjects: {
      file: '评议单位名单模板',
      sheet: '评议单位',
      columns: { 编号: 10, 单位名称: 36, 类别: 16 },
      rows: [
        ['A01', '区政府办公室', '区级部门'],
        ['B01', '区税务局', '双管单位'],
        ['C01', '青溪镇', '乡镇'],
      ],
    },
    reviewers: {
      file: '评议代表名单模板',
      sheet: '评议代表',
      columns: { 编号: 10, 姓名: 14, 组别: 16, 性别: 8, 回避单位: 36 },
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
      columns: { ID: 10, Unit: 36, Category: 20 },
      rows: [
        ['A01', 'District Government Office', 'Departments'],
        ['B01', 'District Tax Bureau', 'Dual-managed units'],
        ['C01', 'Qingxi Town', 'Townships'],
      ],
    },
    reviewers: {
      file: 'Reviewers template',
      sheet: 'Reviewers',
      columns: { ID: 10, Name: 20, Group: 24, Gender: 10, Recusals: 36 },
      rows: [
        ['R001', 'Zhang Ming', 'People’s deputies', 'male', 'none'],
        ['R002', 'Li Hua', 'CPPCC members', 'female', 'District Tax Bureau'],
        ['R003', 'Wang Fang', 'Enterprises', 'female', 'A01; C01'],
      ],
    },
  },
} satisfies Record<'zh' | 'en', Readonly<Record<'subjects' | 'reviewers', RosterTemplate>>>;
