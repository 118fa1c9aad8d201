// People pasted as a list of ids or names: a blank separates those who are known, and belongs to names that hold one.
import { expect, it } from 'vitest';
import { pastedPeople, type Person } from '../../client/console/setup/choose-people.ts';

const PEOPLE = [
  ['R001', '张三'],
  ['R002', 'Zhang San'],
  ['R003', '王伟（企业）', '王伟'],
  ['R004', '王伟（居民 1）', '王伟'],
].map(
  ([reviewer, name, own]) =>
    ({ reviewer, name, apart: own === undefined ? null : { own } }) as Person,
);

it.each<[string, readonly string[], readonly string[], readonly string[]]>([
  ['R001 R002', ['R001', 'R002'], [], []],
  ['Zhang San', ['R002'], [], []],
  ['张三 Zhang San，Ｒ００３', ['R001', 'R002', 'R003'], [], []],
  ['R001\nR009;Zhang', ['R001'], ['R009', 'Zhang'], []],
  ['王伟（居民 1）、王伟（企业）', ['R004', 'R003'], [], []],
  ['王伟、R001', ['R001'], [], ['王伟']],
])('%j', (pasted, found, unknown, several) => {
  expect(pastedPeople(PEOPLE, pasted)).toEqual({ found, unknown, several });
});
