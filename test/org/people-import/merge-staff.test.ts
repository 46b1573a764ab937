import { expect, test } from 'vitest';
import { changedDetails } from '../../../src/org/people-import/merge-staff.ts';
import { sampleOrg, withPerson } from '../sample.ts';
import { changeOf, linesOfSample } from './staff.ts';

const ids = (people: readonly { readonly id: string }[]) => people.map(({ id }) => id);
const without = (mail: string) => linesOfSample().filter((line) => !line.includes(mail));

test('the same people with their numbers: details alone have changed', () => {
  const change = changeOf(linesOfSample());
  expect([change.joiners, change.movers, change.leavers].map(({ length }) => length)).toEqual([0, 0, 0]);
  expect(change.changed.map((one) => changedDetails(one))).toEqual(sampleOrg().people.map(() => ['number']));
});

test('a second import of the same file changes nothing', () => {
  const once = changeOf(linesOfSample()).data;
  const twice = changeOf(linesOfSample(), once);
  expect(twice.changed).toEqual([]);
  expect(twice.data).toEqual(once);
});

test('roles, identities, language and the name in both languages are kept from what is stored', () => {
  const { data } = changeOf(linesOfSample());
  const before = sampleOrg().people;
  expect(data.people.map(({ number: _number, ...person }) => person)).toEqual(before);
});

test('a joiner gets an id from the number, or else from the address', () => {
  const { joiners } = changeOf([
    ...linesOfSample(),
    '10023,新人甲,运维部,,,,',
    'X-7,新人乙,运维部,,,,',
    ',新人丙,运维部,xin.ren@example.com,,,',
  ]);
  expect(ids(joiners)).toEqual(['p10023', 'X-7', 'xin-ren']);
  expect(joiners[0]).toMatchObject({ number: '10023', department: 'omd', roles: [], active: true });
});

test('a mover, a changed name and a changed address are told apart', () => {
  const lines = linesOfSample().map((line) =>
    line.includes('liu.yang@') ? line.replace('运维管理部', '研发部') : line.replace('马丽,', '马莉,'),
  );
  const change = changeOf(lines);
  expect(change.movers.map(({ before, after }) => [after.id, before.department, after.department])).toEqual([
    ['liu-yang', 'omd', 'rd'],
  ]);
  const renamed = change.changed.find(({ after }) => after.id === 'ma-li');
  expect(renamed && changedDetails(renamed)).toEqual(['name', 'number']);
  expect(renamed?.after.name).toEqual({ zh: '马莉', en: '马莉' });
});

test('a leaver keeps id, name and identities, and loses roles and addresses', () => {
  const { leavers, data } = changeOf(without('xu.fang@'));
  expect(ids(leavers)).toEqual(['xu-fang']);
  const gone = data.people.find(({ id }) => id === 'xu-fang');
  expect(gone).toMatchObject({ active: false, roles: [], name: { zh: '徐芳' } });
  expect(gone?.identities.console).toHaveLength(1);
  expect(gone).not.toHaveProperty('email');
});

test('a leaver’s address, given to a new person, makes a new person with another id', () => {
  const left = changeOf([',徐芳,运维部,xu.fang@example.com,,,'], changeOf(without('xu.fang@')).data);
  expect(ids(left.joiners)).toEqual(['xu-fang-example-com']);
});

test('a leaver’s number is given to nobody else, and brings the same person back without their roles', () => {
  const number =
    linesOfSample()
      .find((line) => line.includes('xu.fang@'))
      ?.split(',')[0] ?? '';
  const left = changeOf(without('xu.fang@'), changeOf(linesOfSample()).data).data;
  const other = changeOf([...without('xu.fang@'), `${number},别人,运维部,,,,`], left);
  expect(other.problems.map(({ key }) => key)).toEqual(['people.line.numberTaken']);
  const back = changeOf([...without('xu.fang@'), `${number},徐芳,运维部,,,,`], left);
  expect(ids(back.returning)).toEqual(['xu-fang']);
  expect(back.returning[0]?.roles).toEqual([]);
});

test('an address reassigned to a person with another number and name is the new person’s, and the old one leaves', () => {
  const org = changeOf(linesOfSample()).data;
  const change = changeOf([...without('xu.fang@'), 'E900,徐小芳,运维部,xu.fang@example.com,,,'], org);
  expect(ids(change.joiners)).toEqual(['E900']);
  expect(ids(change.leavers)).toEqual(['xu-fang']);
});

test('two lines that mean one person, and a line that means two, are told', () => {
  const org = withPerson(sampleOrg(), 'liu-yang', { number: 'E500' });
  const double = changeOf(['E500,刘洋,运维部,,,,', ',刘洋,运维部,liu.yang@example.com,,,'], org);
  expect(double.problems.map(({ line, key }) => [line, key])).toEqual([[3, 'people.line.samePerson']]);
  const both = changeOf(['E500,刘洋,运维部,xu.fang@example.com,,,'], org);
  expect(both.problems.map(({ key }) => key)).toEqual(['people.line.twoPeople']);
});

test('an import for one site lets nobody of another leave', () => {
  const org = sampleOrg();
  const [site] = org.sites;
  if (!site) throw new Error('no site');
  const departments = org.departments.map((each) => (each.id === 'rd' ? { ...each, site: 'boston' } : each));
  const two = { ...org, sites: [site, { ...site, id: 'boston' }], departments };
  expect(ids(changeOf(['E1,郑凯,研发部,zheng.kai@example.com,,,'], two, 'boston').leavers)).toEqual(['emily-carter']);
});
