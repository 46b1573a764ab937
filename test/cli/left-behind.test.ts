import { expect, test } from 'vitest';
import { describeLeftBehind } from '../../src/cli/people/left-behind.ts';
import { sampleOrg } from '../org/sample.ts';

const org = sampleOrg();
const person = org.people.find(({ id }) => id === 'wang-lei');

test.each([
  [
    'en',
    'channel “Operations” of the department (cards of findings, cards of incidents and requests): goes with it',
    'in the console, too',
  ],
  ['zh-CN', '频道“运维”（发现项卡片、服务单卡片）随部门交接', '请在控制台里一并转交'],
] as const)('names the channel that goes with a department, in %s', (locale, said, where) => {
  if (!person) throw new Error('nobody leaves');
  const posts = [
    { kind: 'head', departmentId: 'omd' },
    { kind: 'channel', channelId: 'operations' },
  ] as const;
  const lines = describeLeftBehind({ person, posts, items: [] }, new Map([['wang-lei', 'liu-yang']]), org, locale);
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain(said);
  expect(lines[1]).toContain(where);
});
