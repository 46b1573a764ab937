import { expect, test } from 'vitest';
import { orgSchema } from '../../src/org/org-schema.ts';
import { createOrganisation, nameOf } from '../../src/org/organisation.ts';
import { sampleOrg, withPerson } from './sample.ts';

const org = createOrganisation(sampleOrg());
const ids = (people: readonly { readonly id: string }[]) => people.map(({ id }) => id);
const day = (text: string) => new Date(`${text}T12:00:00+08:00`);

test('a project is found by its id, with who leads it and where it is talked about', () => {
  expect(org.project('metro-3')).toMatchObject({ lead: 'liu-yang', department: 'omd', channel: 'operations' });
  expect(org.project('metro-9')).toBeUndefined();
  expect(org.projects.map(({ id }) => id)).toEqual(['metro-3', 'city-cloud']);
});

test('reading what was read before gives the same again, so that the database holds what the file meant', () => {
  expect(orgSchema.parse(JSON.parse(JSON.stringify(sampleOrg())))).toEqual(sampleOrg());
});

test('finds a person by their identity, on the right platform and workspace only', () => {
  expect(org.personByIdentity('console', 'local', 'li-na')?.name.en).toBe('Li Na');
  expect(org.personByIdentity('slack', 'local', 'li-na')).toBeUndefined();
  expect(org.personByIdentity('console', 'elsewhere', 'li-na')).toBeUndefined();
});

test('knows heads, members and roles', () => {
  expect(org.headOf('omd')?.id).toBe('wang-lei');
  expect(ids(org.membersOf('hr'))).toEqual(['ma-li', 'tang-wei']);
  expect(ids(org.peopleWith('qed'))).toEqual(['li-na', 'chen-jing']);
  expect(org.headOf('nowhere')).toBeUndefined();
});

test('a person speaks their own language, else that of their site', () => {
  expect(org.person('emily-carter')?.language).toBe('en');
  expect(org.person('li-na')?.language).toBe('zh-CN');
  expect(nameOf({ zh: '李娜', en: 'Li Na' }, 'zh-CN')).toBe('李娜');
});

test('a person who left is still named, and is entitled to nothing', () => {
  const after = createOrganisation(withPerson(sampleOrg(), 'chen-jing', { active: false }));
  expect(after.person('chen-jing')?.name.zh).toBe('陈静');
  expect(ids(after.peopleWith('qed'))).toEqual(['li-na']);
  expect(after.membersOf('qed').map(({ id }) => id)).not.toContain('chen-jing');
  expect(after.personByIdentity('console', 'local', 'chen-jing')).toBeUndefined();
  expect(after.personByEmail('chen.jing@example.com')).toBeUndefined();
});

test('an e-mail address leads to a person without regard to case, in an allowed domain only', () => {
  expect(org.personByEmail('LI.NA@Example.com')?.id).toBe('li-na');
  const closed = sampleOrg();
  const none = createOrganisation({ ...closed, settings: { ...closed.settings, allowedEmailDomains: [] } });
  expect(none.personByEmail('li.na@example.com')).toBeUndefined();
});

test.each(['13800001234', '+86 138 0000 1234', '0086-13800001234', '8613800001234'])(
  'the mobile number %s is that of the person who gave 138-0000-1234',
  (mobile) => {
    const data = orgSchema.parse(withPerson(sampleOrg(), 'li-na', { mobile: '138-0000-1234' }));
    expect(createOrganisation(data).personByMobile(mobile)?.id).toBe('li-na');
  },
);

test('a deputy stands in from the first to the last day by the clock of the site, and a deputy of the deputy too', () => {
  const away = createOrganisation({
    ...sampleOrg(),
    deputies: [
      { person: 'wang-lei', deputy: 'liu-yang', from: '2026-12-01', to: '2026-12-12' },
      { person: 'liu-yang', deputy: 'wu-qiang', from: '2026-12-10', to: '2026-12-31' },
    ],
  });
  expect(away.standIns('wang-lei', new Date('2026-11-30T15:59:59.999Z'))).toEqual([]);
  expect(away.standIns('wang-lei', new Date('2026-11-30T16:00:00.000Z'))).toEqual(['liu-yang']);
  expect(away.standIns('wang-lei', day('2026-12-12'))).toEqual(['liu-yang', 'wu-qiang']);
  expect(away.standIns('wang-lei', day('2026-12-13'))).toEqual([]);
  expect(away.actingFor('wu-qiang', day('2026-12-11'))).toEqual(['liu-yang', 'wang-lei']);
  expect(away.actingFor('wang-lei', day('2026-12-11'))).toEqual([]);
});

test('a deputy who has left stands in for nobody', () => {
  const data = withPerson(sampleOrg(), 'liu-yang', { active: false });
  const deputies = [{ person: 'wang-lei', deputy: 'liu-yang', from: '2026-12-01', to: '2026-12-12' }];
  const away = createOrganisation({ ...data, deputies });
  expect(away.standIns('wang-lei', day('2026-12-02'))).toEqual([]);
  expect(away.actingFor('liu-yang', day('2026-12-02'))).toEqual([]);
});

test('a department lives by its site: zone and working days of its own', () => {
  const data = sampleOrg();
  const boston = { ...data.sites[0], id: 'boston', zone: 'America/New_York', calendar: 'weekdays', language: 'en' };
  const departments = data.departments.map((d) => (d.id === 'rd' ? { ...d, site: 'boston' } : d));
  const two = createOrganisation(orgSchema.parse({ ...data, sites: [...data.sites, boston], departments }));
  expect(two.siteOfDepartment('rd').id).toBe('boston');
  expect(two.siteOfPerson('zheng-kai').zone).toBe('America/New_York');
  expect(two.person('zheng-kai')?.language).toBe('en');
  expect(two.calendarOf('boston').addWorkingDays(day('2025-09-29'), 5).day).toBe('2025-10-06');
  expect(two.calendarOf('head-office').addWorkingDays(day('2025-09-29'), 5).day).toBe('2025-10-13');
  expect(() => two.calendarOf('paris')).toThrow('org.unknownSite');
  expect(two.siteOfDepartment('closed-long-ago').id).toBe('head-office');
});

test('channels are found by department and purpose', () => {
  expect(ids(org.channelsFor('omd', 'findings'))).toEqual(['quality', 'operations']);
  expect(ids(org.channelsFor('hr', 'findings'))).toEqual(['quality']);
  expect(ids(org.channelsFor(null, 'digest'))).toEqual(['quality']);
});

test('an identity linked at run time leads to its person, unless the organization gives it to another person', () => {
  const link = { platform: 'slack', workspace: 'T1', userId: 'U1', personId: 'li-na' } as const;
  const stolen = { platform: 'console', workspace: 'local', userId: 'zhou-min', personId: 'huang-tao' } as const;
  const linked = createOrganisation(sampleOrg(), [link, stolen]);
  expect(linked.personByIdentity('slack', 'T1', 'U1')?.id).toBe('li-na');
  expect(linked.person('li-na')?.identities).toContainEqual({ platform: 'slack', workspace: 'T1', userId: 'U1' });
  expect(linked.personByIdentity('console', 'local', 'zhou-min')?.id).toBe('zhou-min');
  expect(linked.person('huang-tao')?.identities).not.toContainEqual(expect.objectContaining({ userId: 'zhou-min' }));
});

test('a snapshot cannot be changed', () => {
  expect(() => Object.assign(org.settings.workingDays, { capa: 50 })).toThrow(TypeError);
  expect(() => Object.assign(org.peopleWith('mr')[0] ?? {}, { roles: [] })).toThrow(TypeError);
});
