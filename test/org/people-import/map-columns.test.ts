import { expect, test } from 'vitest';
import { parseMap } from '../../../src/org/people-file/find-columns.ts';
import { mapColumns } from '../../../src/org/people-import/map-columns.ts';

const nothing = new Map<string, string>();
const table = (...lines: readonly string[]) => ({
  readAs: 'CSV',
  rows: lines.map((text, index) => ({ line: index + 1, cells: text.split(',') })),
});
const columns = (heading: string, map = '') => mapColumns(table(heading, 'x'), parseMap(map));

test.each([
  ['工号,姓名,部门,邮箱,手机,职务', ['number', 'name', 'department', 'email', 'mobile', 'title']],
  [
    '员工编号*,员工姓名,所属部门,企业邮箱,手机号码（必填）,岗位',
    ['number', 'name', 'department', 'email', 'mobile', 'title'],
  ],
  [
    'Employee ID,Full Name,Department,Work E-mail,Mobile Phone,Job Title',
    ['number', 'name', 'department', 'email', 'mobile', 'title'],
  ],
  ['First Name,LAST NAME,Dept.,Email', ['givenName', 'familyName', 'department', 'email']],
  ['ｅｍａｉｌ,姓名 (中文),英文名,部门', ['email', 'name', 'nameEn', 'department']],
])('knows the headings %s', (heading, fields) => {
  const { of, unused } = columns(heading);
  const inOrder = Object.entries(of).sort(([, left], [, right]) => left - right);
  expect(inOrder.map(([field]) => field)).toEqual(fields);
  expect(unused).toEqual([]);
});

test('finds the headings under the name of the list, and says in which line', () => {
  const found = mapColumns(
    table('员工花名册 2026-11', '制表：人力资源部,,', '工号,姓名,部门', 'E1,赵敏,运维'),
    nothing,
  );
  expect(found.headingLine).toBe(3);
});

test('lists the columns that it does not read; of two that could be one field it takes the likelier', () => {
  const { of, unused } = columns('工号,姓名,部门,联系电话,手机,性别,入职日期');
  expect(of.mobile).toBe(4);
  expect(unused).toEqual(['联系电话', '性别', '入职日期']);
});

test('what is said of a column comes before its usual meaning', () => {
  const { of, unused } = columns('ID,姓名,部门,二级部门,邮箱,电话', '二级部门=department，电话=-');
  expect([of.department, of.mobile, of.number]).toEqual([3, undefined, 0]);
  expect(unused).toEqual(['部门', '电话']);
});

test.each([
  ['甲,乙,丙', '', 'people.noHeadings'],
  ['姓名,部门,手机', '', 'people.columnMissing'],
  ['工号,姓名,邮箱', '', 'people.columnMissing'],
  ['工号,姓名,部门', '名=name', 'people.noColumn'],
  ['工号,姓名,部门', '姓名=nom', 'people.noField'],
  ['工号,姓名,部门', '姓名', 'people.badMap'],
])('refuses %s with --map "%s"', (heading, map, key) => {
  expect(() => columns(heading, map)).toThrow(key);
});
