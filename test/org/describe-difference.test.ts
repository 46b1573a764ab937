import { expect, test } from 'vitest';
import { describeDifference } from '../../src/org/describe-difference.ts';
import { findDifference } from '../../src/org/find-difference.ts';
import { sampleOrg, withPerson } from './sample.ts';

test('joiners, movers and leavers are told by name', () => {
  const before = sampleOrg();
  const moved = withPerson(before, 'tang-wei', { department: 'qed', roles: ['auditor', 'qed'] });
  const stay = moved.people.filter(({ id }) => id !== 'huang-tao');
  const joiner = { ...stay[0], id: 'gao-yan', name: { zh: '高燕', en: 'Gao Yan' }, department: 'omd' };
  const after = { ...moved, people: [...stay, { ...before.people[9], ...joiner }] } as typeof before;
  after.settings = { ...after.settings, reminderTime: '09:00' };
  const changes = findDifference(before, after);
  expect(describeDifference(changes, before, after, 'en')).toEqual([
    '- person huang-tao (Huang Tao)',
    '~ person tang-wei (Tang Wei): department, roles',
    '+ person gao-yan (Gao Yan)',
    '~ settings',
  ]);
  expect(describeDifference(changes, before, after, 'zh-CN')[0]).toBe('- 人员 huang-tao (黄涛)');
});

test('the order in the file does not matter, and no difference is said in one line', () => {
  const before = sampleOrg();
  const after = { ...before, people: before.people.toReversed() };
  expect(findDifference(before, after)).toEqual([]);
  expect(describeDifference([], before, after, 'en')).toEqual(['Nothing would change.']);
});
