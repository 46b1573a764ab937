import { expect, test } from 'vitest';
import { readLines } from './staff.ts';

test('reads a person, with the department by name, alias, or the way to it', () => {
  const { people, problems } = readLines([
    'E1,赵敏,运维管理部,Zhao.Min@Example.com,138 0013 8000,值班员,',
    'E2,钱进,omd,,,,',
    'E3,孙立,示例公司/运营管理部/一班,,,,',
  ]);
  expect(problems).toEqual([]);
  expect(people[0]).toEqual({
    line: 2,
    number: 'E1',
    name: { zh: '赵敏', en: '赵敏' },
    departmentId: 'omd',
    email: 'zhao.min@example.com',
    mobile: '+8613800138000',
    title: '值班员',
  });
  expect(people.map(({ departmentId }) => departmentId)).toEqual(['omd', 'omd', 'omd']);
});

test('every bad line is named, with its column', () => {
  const { problems, people } = readLines([
    'E1,,运维管理部,,,,',
    'E2,钱进,三产办,,,,',
    ',孙立,运维管理部,,13800138000,,',
    'E4,李四,运维管理部,li.si@,123,,',
    'E5,周五,,,,,',
  ]);
  expect(problems.map(({ line, column, key }) => [line, column, key])).toEqual([
    [2, '姓名', 'people.line.noName'],
    [3, '部门', 'people.line.unknownDepartment'],
    [4, undefined, 'people.line.noKey'],
    [5, '邮箱', 'people.line.badEmail'],
    [5, '手机', 'people.line.badMobile'],
    [6, '部门', 'people.line.noDepartment'],
  ]);
  expect(people).toEqual([]);
});

test('a number, an address or a mobile that stands in two lines is told, with the first line', () => {
  const { problems } = readLines([
    'E1,赵敏,运维部,a@example.com,13800138000,,',
    'e1,钱进,运维部,A@example.com,+86 13800138000,,',
  ]);
  expect(problems.map(({ line, column, params }) => [line, column, params?.line])).toEqual([
    [3, '工号', 2],
    [3, '邮箱', 2],
    [3, '手机', 2],
  ]);
});

test('people the file calls gone do not count as listed; on the way out, or back from retirement, they do', () => {
  const { people, gone } = readLines([
    'E1,甲,运维部,,,,离职',
    'E2,乙,运维部,,,,待离职',
    'E3,丙,运维部,,,,退休',
    'E4,丁,运维部,,,,退休返聘',
    'E5,戊,运维部,,,,在职',
  ]);
  expect(people.map(({ number }) => number)).toEqual(['E2', 'E4', 'E5']);
  expect(gone).toBe(2);
});

test('a name in both languages is kept as a pair; given and family name are put together', () => {
  const pair = readLines(['E1,赵敏,Zhao Min,运维部'], '工号,姓名,英文名,部门');
  expect(pair.people[0]?.name).toEqual({ zh: '赵敏', en: 'Zhao Min' });
  const parts = readLines(['Grace,Lee,omd,grace@example.com'], 'First name,Last name,Department,Email');
  expect(parts.people[0]?.name).toEqual({ zh: 'Grace Lee', en: 'Grace Lee' });
});
