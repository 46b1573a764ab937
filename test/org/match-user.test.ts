import { expect, test } from 'vitest';
import { matchUser } from '../../src/org/match-user.ts';
import { createOrganisation } from '../../src/org/organisation.ts';
import { sampleOrg, withPerson } from './sample.ts';

const data = withPerson(sampleOrg(), 'wang-lei', { mobile: '+8613800001234' });
const org = createOrganisation(data);
const member = { platform: 'feishu', workspace: 'tenant', kind: 'member' } as const;

test('matches a full member by e-mail of an allowed domain', () => {
  expect(matchUser({ ...member, email: 'Li.Na@example.com' }, org)).toMatchObject({
    matched: true,
    person: { id: 'li-na' },
    by: 'email',
  });
});

test('matches a full member by mobile where the platform tells no e-mail address, or one that nobody has', () => {
  const wangLei = { matched: true, person: { id: 'wang-lei' }, by: 'mobile' };
  expect(matchUser({ ...member, mobile: '138 0000 1234' }, org)).toMatchObject(wangLei);
  expect(matchUser({ ...member, mobile: '13800001234', email: 'boss@example.com' }, org)).toMatchObject(wangLei);
});

test.each(['guest', 'external', 'bot'] as const)('never matches a %s, regardless of their address', (kind) => {
  const user = { ...member, kind, email: 'li.na@example.com', mobile: '13800001234' };
  expect(matchUser(user, org)).toEqual({ matched: false, reason: 'notAMember' });
});

test.each([
  [{}, 'noContact'],
  [{ email: 'li.na@elsewhere.example' }, 'otherDomain'],
  [{ email: 'li.na@sub.example.com' }, 'otherDomain'],
  [{ email: 'li.na@example.com@elsewhere.example' }, 'otherDomain'],
  [{ email: 'li.na@elsewhere.example', mobile: '13800001234' }, 'otherDomain'],
  [{ email: 'nobody@example.com' }, 'nobody'],
  [{ mobile: '13900009999' }, 'nobody'],
  [{ email: 'li.na@example.com', mobile: '13800001234' }, 'twoPeople'],
])('%j is matched to nobody: %s', (contact, reason) => {
  expect(matchUser({ ...member, ...contact }, org)).toEqual({ matched: false, reason });
});

test('a second account in one workspace does not become a person who has one there', () => {
  const linked = createOrganisation(data, [
    { platform: 'feishu', workspace: 'tenant', userId: 'ou_1', personId: 'li-na' },
  ]);
  const user = { ...member, email: 'li.na@example.com' };
  expect(matchUser(user, linked)).toEqual({ matched: false, reason: 'linkedAlready' });
  expect(matchUser({ ...user, workspace: 'other' }, linked)).toMatchObject({ matched: true });
  expect(matchUser({ ...user, platform: 'slack' }, linked)).toMatchObject({ matched: true });
});
