import { expect, test } from 'vitest';
import { findPerson } from '../../src/org/find-person.ts';
import { createOrganisation } from '../../src/org/organisation.ts';
import { sampleOrg, withPerson } from './sample.ts';

const slack = { slack: [{ workspace: 'T1', userId: 'U0LIU' }], feishu: [], console: [] };
const data = withPerson(sampleOrg(), 'liu-yang', { number: 'E1007', identities: slack });
const org = createOrganisation(data);
const where = { platform: 'slack', workspace: 'T1' } as const;

test.each(['liu-yang', '刘洋', '@刘洋', 'Liu Yang', 'LIU  YANG', 'liuyang', 'e1007', 'liu.yang@example.com', '@U0LIU'])(
  '%s is Liu Yang',
  (said) => {
    expect(findPerson(said, where, org)).toMatchObject({ found: 'one', person: { id: 'liu-yang' } });
  },
);

test.each([
  ['刘扬', 'liu-yang'],
  ['Lui Yang', 'liu-yang'],
  ['刘', 'liu-yang'],
  ['huang', 'huang-tao'],
  ['Emily', 'emily-carter'],
])('%s is asked back, with %s first', (said, id) => {
  const found = findPerson(said, where, org);
  expect(found.found === 'near' && found.people[0]?.id).toBe(id);
});

test('two people of one name are both asked about', () => {
  const two = createOrganisation(withPerson(data, 'xu-fang', { name: { zh: '刘洋', en: 'Liu Yang' } }));
  const found = findPerson('刘洋', where, two);
  expect(found.found === 'several' && found.people.map(({ id }) => id)).toEqual(['liu-yang', 'xu-fang']);
});

test.each(['', '@', '诸葛孔明', 'Napoleon Bonaparte'])('"%s" is nobody', (said) => {
  expect(findPerson(said, where, org)).toEqual({ found: 'nobody' });
});

test('a person who has left is not found, and a user id of another workspace is nobody', () => {
  const left = createOrganisation(withPerson(data, 'liu-yang', { active: false }));
  expect(findPerson('刘洋', where, left)).toEqual({ found: 'nobody' });
  expect(findPerson('U0LIU', { ...where, workspace: 'T2' }, org)).toEqual({ found: 'nobody' });
});
