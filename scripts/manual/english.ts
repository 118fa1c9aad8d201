// The example in English, for pictures in an English manual: the same units and reviewers, by the same IDs.
import { readFileSync } from 'node:fs';

const FOLDER = new URL('../example/', import.meta.url);

const CATEGORIES: ReadonlyMap<string, string> = new Map([
  ['区级部门', 'Departments'],
  ['双管单位', 'Jointly managed'],
  ['乡镇', 'Townships'],
  ['街道', 'Sub-districts'],
]);

/** A group, and what one of its people is called before their number. */
const GROUPS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['人大代表', ['People’s deputies', 'Deputy']],
  ['政协委员', ['CPPCC members', 'Member']],
  ['企业代表', ['Enterprises', 'Enterprise']],
  ['群众代表', ['Residents', 'Resident']],
]);

/** In the order of their IDs. */
const UNITS: readonly string[] = [
  'Government Office',
  'Development and Reform',
  'Education',
  'Science and Technology',
  'Economy and Information',
  'Ethnic and Religious Affairs',
  'Civil Affairs',
  'Justice',
  'Finance',
  'Human Resources',
  'Environment',
  'Housing and Construction',
  'City Management',
  'Rural Committee',
  'Agriculture',
  'Water',
  'Commerce',
  'Tourism',
  'Culture',
  'Health',
  'Audit',
  'State Assets',
  'Work Safety',
  'Statistics',
  'Parks and Forests',
  'Sports',
  'Letters and Visits',
  'Legal Affairs',
  'Civil Defence',
  'Financial Services',
  'Foreign Affairs',
  'Office Services',
  'Public Service Centre',
  'City Inspection',
  'Major Projects',
  'Investment Promotion',
  'Disabled Persons’ Federation',
  'Archives',
  'Earthquake Office',
  'Crop Service Centre',
  'Animal Health',
  'Housing Acquisition',
  'Transport',
  'Rural Cooperatives',
  'Social Work',
  'Radio and Television',
  'Supply Cooperatives',
  'Farm Machinery Service',
  'Ageing Office',
  'Waterworks Construction',
  'Public Security',
  'Planning and Land',
  'Market Regulation',
  'Food and Drug Safety',
  'Quality Supervision',
  'Tax',
  'Highways',
  'Road Administration',
  'Weather Service',
  'Fire Brigade',
  'National Survey Team',
  'Qingxi Town',
  'Liuwan Town',
  'Songqiao Town',
  'Shidu Town',
  'Baita Town',
  'Xinglin Town',
  'Wangshan Town',
  'Nanping Town',
  'Gujing Town',
  'Linze Town',
  'Huilong Township',
  'East Gate',
  'West Pass',
  'South Market',
  'North Bridge',
  'Central Garden',
];

function rowsOf(file: string): readonly (readonly string[])[] {
  const text = readFileSync(new URL(file, FOLDER), 'utf8').replace(/^\uFEFF/, '');
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .slice(1)
    .map((line) => line.split(','));
}

function csv(rows: readonly (readonly string[])[]): Buffer {
  return Buffer.from(rows.map((row) => row.join(',')).join('\r\n'));
}

/** Both lists as files, in one language. */
export function exampleLists(language: 'zh' | 'en'): {
  readonly units: Buffer;
  readonly reviewers: Buffer;
} {
  if (language === 'zh')
    return {
      units: readFileSync(new URL('units-77.csv', FOLDER)),
      reviewers: readFileSync(new URL('reviewers-300.csv', FOLDER)),
    };
  const units = rowsOf('units-77.csv').map(([id = '', , category = ''], n) => [
    id,
    UNITS[n] ?? id,
    CATEGORIES.get(category) ?? category,
  ]);
  const people = rowsOf('reviewers-300.csv').map((row) => {
    const [id = '', name = '', group = ''] = row;
    const [of, one] = GROUPS.get(group) ?? [group, group];
    return [id, `${one} ${name.slice(-3)}`, of, (row.at(-1) ?? '').replaceAll('、', ' ')];
  });
  return {
    units: csv([['ID', 'Unit', 'Category'], ...units]),
    reviewers: csv([['ID', 'Name', 'Group', 'Recusals'], ...people]),
  };
}
