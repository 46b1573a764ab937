import { expect, test } from 'vitest';
import { findProblems } from '../../../src/org/find-problems.ts';
import { handOverPosts, orgPostsOf } from '../../../src/org/people-import/org-posts.ts';
import { sampleOrg } from '../sample.ts';
import { changeOf, linesOfSample } from './staff.ts';

const TODAY = '2026-11-23';
const deputies = [
  { person: 'li-na', deputy: 'wang-lei', from: '2026-12-01', to: '2026-12-05' },
  { person: 'ma-li', deputy: 'wang-lei', from: '2026-01-01', to: '2026-01-05' },
  { person: 'wang-lei', deputy: 'xu-fang', from: '2026-12-01', to: '2026-12-05' },
];
const org = { ...sampleOrg(), deputies };
const leaving = (...mails: string[]) =>
  changeOf(
    linesOfSample().filter((line) => !mails.some((mail) => line.includes(mail))),
    org,
  );

test('a head, the channel of what they head, a role that nobody else holds, and a deputy to come are posts that would be left empty', () => {
  const { leavers, data } = leaving('wang.lei@');
  expect(leavers.flatMap((leaver) => orgPostsOf(leaver, org, data, TODAY))).toEqual([
    { kind: 'head', departmentId: 'omd' },
    { kind: 'channel', channelId: 'operations' },
    { kind: 'role', role: 'omdManager' },
    { kind: 'deputy', of: 'li-na', from: '2026-12-01', to: '2026-12-05' },
  ]);
});

test('a role that others hold is no post, a project led is one; of two who leave and held it alone, each leaves it', () => {
  const one = leaving('liu.yang@');
  expect(one.leavers.flatMap((leaver) => orgPostsOf(leaver, org, one.data, TODAY))).toEqual([
    { kind: 'projectLead', projectId: 'metro-3' },
  ]);
  const two = leaving('liu.yang@', 'wu.qiang@');
  const roles = two.leavers.map((leaver) =>
    orgPostsOf(leaver, org, two.data, TODAY).filter(({ kind }) => kind === 'role'),
  );
  expect(roles).toEqual([[{ kind: 'role', role: 'pl' }], [{ kind: 'role', role: 'pl' }]]);
});

test('what is handed over is whole again: the taker heads, holds the role and stands in; their own absence is over', () => {
  const { leavers, data } = leaving('wang.lei@');
  const after = handOverPosts(data, leavers, new Map([['wang-lei', 'liu-yang']]), TODAY);
  expect(after.departments.find(({ id }) => id === 'omd')?.head).toBe('liu-yang');
  expect(after.people.find(({ id }) => id === 'liu-yang')?.roles).toEqual(['pl', 'omdManager']);
  expect(after.deputies).toEqual([
    { person: 'li-na', deputy: 'liu-yang', from: '2026-12-01', to: '2026-12-05' },
    { person: 'ma-li', deputy: 'wang-lei', from: '2026-01-01', to: '2026-01-05' },
  ]);
  expect(findProblems(after, 'en')).toEqual([]);
});

test('a person whose deputy leaves and who takes over does not stand in for themselves', () => {
  const { leavers, data } = leaving('wang.lei@');
  const after = handOverPosts(data, leavers, new Map([['wang-lei', 'li-na']]), TODAY);
  expect(after.deputies.map(({ person }) => person)).toEqual(['ma-li']);
});
