import mongoose, { type Connection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { withAbsence } from '../../src/org/absences.ts';
import { identityModel, orgModel } from '../../src/org/org-model.ts';
import { createOrgRepository } from '../../src/org/org-repository.ts';
import type { OrgData } from '../../src/org/org-schema.ts';
import { createOrgStore } from '../../src/org/org-store.ts';
import { openTestDatabase, planStages, type TestDatabase } from '../support/database.ts';
import { sampleOrg, withPerson } from './sample.ts';

let database: TestDatabase;
let connection: Connection;
let now = new Date('2026-11-23T01:00:00Z');
const clock = { now: () => now };
const later = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds);
};

beforeAll(async () => {
  database = await openTestDatabase();
  connection = await mongoose.createConnection(database.uri, { dbName: database.dbName, maxPoolSize: 1 }).asPromise();
  await identityModel(connection).createIndexes();
});
afterAll(async () => {
  await connection.close();
  await database.stop();
});
beforeEach(async () => {
  await orgModel(connection).deleteMany({});
  await identityModel(connection).deleteMany({});
});

/** Another process: a store of its own over the same database. */
const newStore = () => createOrgStore(connection, clock);

test('an empty database says how to fill it', async () => {
  await expect(newStore().load()).rejects.toMatchObject({ name: 'UserError', code: 'org.empty' });
});

test('what was seeded is read again as it was, and a second seed changes nothing', async () => {
  expect(await newStore().seed(sampleOrg())).toBe(true);
  expect(await newStore().seed(withPerson(sampleOrg(), 'li-na', { roles: [] }))).toBe(false);
  expect((await newStore().load()).data).toEqual(sampleOrg());
});

test('of two processes that seed at once, one does', async () => {
  const seeded = await Promise.all([newStore().seed(sampleOrg()), newStore().seed(sampleOrg())]);
  expect(seeded.toSorted()).toEqual([false, true]);
});

test('an import shows what it would change, and changes it only when told to', async () => {
  const store = newStore();
  await store.seed(sampleOrg());
  const after = withPerson(sampleOrg(), 'li-na', { email: 'na.li@example.com' });
  const changes = [{ kind: 'changed', list: 'people', id: 'li-na', fields: ['email'] }];
  expect(await store.import(after, { apply: false })).toEqual({ before: sampleOrg(), changes, applied: false });
  expect((await store.load()).person('li-na')?.email).toBe('li.na@example.com');
  expect(await store.import(after, { apply: true })).toMatchObject({ changes, applied: true });
  expect((await store.load()).person('li-na')?.email).toBe('na.li@example.com');
  expect(await store.import(after, { apply: true })).toMatchObject({ changes: [], applied: false });
});

test('an import that was overtaken since it compared is refused rather than undoing the other', async () => {
  await newStore().seed(sampleOrg());
  const other = createOrgRepository(connection);
  const overtaken = createOrgStore(connection, {
    // The store asks for the time between comparing and writing; on one socket the other's write then comes first.
    now: () => {
      overtaking = other.replace(1, withPerson(sampleOrg(), 'ma-li', { roles: ['pl'] }), now);
      return now;
    },
  });
  let overtaking: Promise<boolean> | undefined;
  const late = overtaken.import(withPerson(sampleOrg(), 'ma-li', { roles: ['sd'] }), { apply: true });
  await expect(late).rejects.toMatchObject({ name: 'UserError', code: 'org.changedMeanwhile' });
  expect(await overtaking).toBe(true);
  expect((await newStore().load()).person('ma-li')?.roles).toEqual(['pl']);
});

test('another process learns of a change after five seconds, the process that made it at once', async () => {
  const [here, there] = [newStore(), newStore()];
  await here.seed(sampleOrg());
  await Promise.all([here.load(), there.load()]);
  await here.import(withPerson(sampleOrg(), 'ma-li', { roles: ['pl'] }), { apply: true });
  later(4999);
  expect((await here.load()).person('ma-li')?.roles).toEqual(['pl']);
  expect((await there.load()).person('ma-li')?.roles).toEqual([]);
  later(1);
  expect((await there.load()).person('ma-li')?.roles).toEqual(['pl']);
});

test('a clock that is set back does not keep an old snapshot', async () => {
  const [here, there] = [newStore(), newStore()];
  await here.seed(sampleOrg());
  await there.load();
  await here.import(withPerson(sampleOrg(), 'ma-li', { roles: ['pl'] }), { apply: true });
  later(-3_600_000);
  expect((await there.load()).person('ma-li')?.roles).toEqual(['pl']);
});

test('within five seconds everybody shares one snapshot, also while it is being read', async () => {
  const store = newStore();
  await store.seed(sampleOrg());
  const [first, second] = await Promise.all([store.load(), store.load()]);
  expect(first).toBe(second);
  expect(await store.load()).toBe(first);
});

test('read again, the snapshot is the same object as long as neither data nor identities have changed', async () => {
  const [here, there] = [newStore(), newStore()];
  await here.seed(sampleOrg());
  const first = await here.load();
  later(5000);
  expect(await here.load()).toBe(first);
  await there.linkIdentity({ platform: 'slack', workspace: 'T1', userId: 'U1', personId: 'ma-li' }, 'email');
  later(5000);
  const linked = await here.load();
  expect(linked.personByIdentity('slack', 'T1', 'U1')?.id).toBe('ma-li');
  await there.import(withPerson(sampleOrg(), 'ma-li', { roles: ['pl'] }), { apply: true });
  later(5000);
  expect((await here.load()).person('ma-li')?.roles).toEqual(['pl']);
  expect(linked.person('ma-li')?.roles).toEqual([]);
});

test('a failed read is not remembered', async () => {
  const store = newStore();
  await expect(store.load()).rejects.toMatchObject({ code: 'org.empty' });
  await newStore().seed(sampleOrg());
  expect((await store.load()).person('li-na')).toBeDefined();
});

test('a linked identity leads to its person at once, and cannot be taken over', async () => {
  const store = newStore();
  await store.seed(sampleOrg());
  const identity = { platform: 'feishu', workspace: 'tenant', userId: 'ou_1' } as const;
  expect(await store.linkIdentity({ ...identity, personId: 'li-na' }, 'email')).toBe('li-na');
  expect((await store.load()).personByIdentity('feishu', 'tenant', 'ou_1')?.id).toBe('li-na');
  expect(await store.linkIdentity({ ...identity, personId: 'huang-tao' }, 'mobile')).toBe('li-na');
  expect(await store.linkIdentity({ ...identity, personId: 'li-na' }, 'email')).toBe('li-na');
  expect((await store.load()).personByIdentity('feishu', 'tenant', 'ou_1')?.id).toBe('li-na');
});

test('of two people linked to one identity at once, one has it, and both are told who', async () => {
  const identity = { platform: 'slack', workspace: 'T1', userId: 'U1' } as const;
  const holders = await Promise.all(
    ['li-na', 'chen-jing', 'he-wei'].map((personId) => newStore().linkIdentity({ ...identity, personId }, 'email')),
  );
  expect(new Set(holders).size).toBe(1);
  expect(await identityModel(connection).countDocuments({ platform: 'slack' })).toBe(1);
});

test('content that this version cannot read is refused, not half read', async () => {
  await orgModel(connection).create({ _id: 'org', version: 7, content: { company: 'x' }, updatedAt: now });
  await expect(newStore().load()).rejects.toMatchObject({ code: 'org.unreadable', params: { version: 7 } });
});

test('no query looks at every document', async () => {
  const byIdentity = identityModel(connection).find({ platform: { $in: ['slack', 'feishu', 'console'] } });
  expect(planStages(await byIdentity.explain())).not.toContain('COLLSCAN');
  expect(planStages(await orgModel(connection).find({ _id: 'org' }).explain())).not.toContain('COLLSCAN');
});

test('of two changes at once both are made, each on the organisation that the other left', async () => {
  const store = newStore();
  await store.seed(sampleOrg());
  const set = (person: string, deputy: string) => (data: OrgData) =>
    withAbsence({ person, deputy, from: '2026-12-01', to: '2026-12-05' }, data, person, now);
  await Promise.all([store.change(set('wang-lei', 'liu-yang')), newStore().change(set('li-na', 'chen-jing'))]);
  const { deputies } = (await newStore().load()).data;
  expect(deputies.map(({ person }) => person).toSorted()).toEqual(['li-na', 'wang-lei']);
});

test('a change that changes nothing writes nothing', async () => {
  const store = newStore();
  await store.seed(sampleOrg());
  await store.change((data) => data);
  expect(await orgModel(connection).findOne({ _id: 'org' }).lean()).toMatchObject({ version: 1 });
});

test('an import of the file keeps the absences that people set down since', async () => {
  const store = newStore();
  await store.seed(sampleOrg());
  const absence = { person: 'wang-lei', deputy: 'liu-yang', from: '2026-12-01', to: '2026-12-05' };
  await store.change((data) => withAbsence(absence, data, 'wang-lei', now));
  await store.import(withPerson(sampleOrg(), 'li-na', { email: 'na.li@example.com' }), { apply: true });
  expect((await newStore().load()).data.deputies).toMatchObject([{ ...absence, setBy: 'wang-lei' }]);
});
