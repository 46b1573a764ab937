import mongoose, { type Connection } from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLinkSigner, stateOfLink } from '../../src/pages/customer-link.ts';
import { customerLinkModel } from '../../src/pages/customer-link-model.ts';
import { createCustomerLinks } from '../../src/pages/customer-link-repository.ts';
import { openTestDatabase, planStages, type TestDatabase } from '../support/database.ts';

const START = new Date('2026-11-23T02:00:00Z');
const signer = createLinkSigner(Buffer.from('a secret of this test alone'));
const wish = { purpose: 'rating', number: 'IN-2026-0001', contactId: 'wang', madeBy: 'chen', days: 14 };

let database: TestDatabase;
let connection: Connection;
let now = START;
const links = () => createCustomerLinks(connection, signer, { now: () => now });

beforeAll(async () => {
  database = await openTestDatabase();
  connection = await mongoose.createConnection(database.uri, { dbName: database.dbName }).asPromise();
  await customerLinkModel(connection).createIndexes();
});
afterAll(async () => {
  await connection.close();
  await database.stop();
});

test('gives the same link to the same key, another one to another, and finds it by its token alone', async () => {
  const first = await links().issue({ ...wish, key: 'press-1' });
  expect((await links().issue({ ...wish, key: 'press-1' })).token).toBe(first.token);
  expect((await links().issue({ ...wish, key: 'press-2' })).token).not.toBe(first.token);
  expect(await links().read(first.token)).toMatchObject({ number: 'IN-2026-0001', contactId: 'wang', uses: 0 });
});

test('finds nothing for a token that was changed anywhere, is of another secret, or was guessed', async () => {
  const { token } = await links().issue({ ...wish, key: 'press-3' });
  for (let at = 0; at < token.length - 1; at++) {
    const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
    expect(signer.read(changed), changed).toBeNull();
  }
  const strange = createLinkSigner(Buffer.from('another')).sign(token.split('.')[0] ?? '');
  for (const guess of ['', '.', 'x', token.split('.')[0] ?? '', `${token}.x`, strange]) {
    expect(await links().read(guess), guess).toBeNull();
  }
});

test('is open till its days are over, and not a moment longer', async () => {
  const { link } = await links().issue({ ...wish, key: 'press-4', days: 1 });
  expect(stateOfLink(link, new Date(START.getTime() + 86_399_999))).toBe('open');
  expect(stateOfLink(link, new Date(START.getTime() + 86_400_000))).toBe('expired');
});

test('withdraws all links of one record and purpose, and none beside', async () => {
  const own = { ...wish, number: 'IN-2026-0002' };
  await links().issue({ ...own, key: 'a' });
  await links().issue({ ...own, key: 'b' });
  const other = await links().issue({ ...own, purpose: 'survey', key: 'c' });
  now = new Date('2026-11-24T02:00:00Z');
  expect(await links().withdraw('IN-2026-0002', 'rating')).toBe(2);
  expect(await links().withdraw('IN-2026-0002', 'rating')).toBe(0);
  const standings = (await links().of('IN-2026-0002', 'rating')).map((link) => stateOfLink(link, now));
  expect(standings).toEqual(['withdrawn', 'withdrawn']);
  expect(stateOfLink((await links().read(other.token)) ?? other.link, now)).toBe('open');
});

test('counts how often a page was opened', async () => {
  const { link, token } = await links().issue({ ...wish, key: 'press-5' });
  await Promise.all([links().opened(link.id), links().opened(link.id)]);
  expect((await links().read(token))?.uses).toBe(2);
});

test('looks links up by an index', async () => {
  const model = customerLinkModel(connection);
  const plan = await model.find({ number: 'IN-2026-0001', purpose: 'rating' }).sort({ madeAt: 1 }).explain();
  expect(planStages(plan)).toContain('IXSCAN');
});
