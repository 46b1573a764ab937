import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createMailCarrier } from '../../adapters/mail/create-mail-carrier.ts';
import type { Letters } from '../../src/outbox/letters.ts';
import { LETTERS } from '../../src/records/shape/effect.ts';
import { type MailServer, openMailServer } from '../support/mail-server.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';

let office: PostOffice;
const servers: MailServer[] = [];
beforeAll(async () => {
  office = await openPostOffice();
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  await office.clear();
});
afterAll(() => office.close());

const started = async (...how: Parameters<typeof openMailServer>) => {
  const server = await openMailServer(...how);
  servers.push(server);
  return server;
};

const letter = {
  locale: 'zh-CN',
  subject: '邀请您评价我们的服务',
  paragraphs: ['请填写调查。'],
  link: { label: '填写调查', url: 'https://qm.example.com/c/abc' },
} as const;
const letterTo = (contactId: string) =>
  ({ kind: 'letter', key: `letter:${contactId}`, route: LETTERS, contactId, letter: 'invitation' }) as const;

/** Letters by mail to contacts whose address is their name; what their records are told in the end. */
function lettersOver(port: number) {
  const told: string[] = [];
  const carrier = createMailCarrier({
    host: '127.0.0.1',
    port,
    secure: false,
    requireTls: false,
    auth: undefined,
    address: 'quality@example.com',
    name: '服务质量',
    timeoutMs: 400,
  });
  const letters: Letters = {
    async send({ key, contactId }, _record, begun) {
      if (begun) return { outcome: 'unknown', way: 'mail', reason: 'cut short while it was sent' };
      const to = `${contactId}@metro.example`;
      return { ...(await carrier.send({ ...letter, key, to })), way: 'mail' };
    },
    note: async ({ contactId }, _record, { outcome }) => void told.push(`${contactId} ${outcome}`),
  };
  return { told, outbox: office.outbox([], { letters }) };
}

const drainFor = async ({ outbox }: ReturnType<typeof lettersOver>, minutes: number) => {
  for (let minute = 0; minute < minutes; minute++) {
    await outbox.drain();
    office.clock.advance(60_000);
  }
};

test('a letter waits while the server is down, and goes out once when it is back', async () => {
  const gone = await openMailServer();
  await gone.stop();
  const post = lettersOver(gone.port);
  const id = await office.record([letterTo('qian-ming')]);
  await drainFor(post, 10);
  expect(post.told).toEqual([]);
  expect((await office.load(id)).effects).toMatchObject([{ status: 'waiting' }]);
  const { mails } = await started({}, gone.port);
  await drainFor(post, 10);
  expect([mails.length, post.told]).toEqual([1, ['qian-ming sent']]);
  expect((await office.load(id)).effects).toEqual([]);
});

test('an address that is refused is told to its record alone, and keeps no other letter back', async () => {
  const { mails, port } = await started({
    onRcptTo: ({ address }, _session, done) =>
      address.startsWith('gone@') ? done(Object.assign(new Error('no such user'), { responseCode: 550 })) : done(),
  });
  const post = lettersOver(port);
  for (const contact of ['gone', 'sun-li', 'qian-ming']) await office.record([letterTo(contact)]);
  await drainFor(post, 3);
  expect(mails).toHaveLength(2);
  expect([...post.told].sort()).toEqual(['gone refused', 'qian-ming sent', 'sun-li sent']);
});

test('a server that takes a letter and falls silent is not sent it again: nobody knows, which is told once', async () => {
  let taken = 0;
  const { port } = await started({
    onData(stream) {
      taken += 1;
      stream.resume();
    },
  });
  const post = lettersOver(port);
  const id = await office.record([letterTo('qian-ming')]);
  await drainFor(post, 10);
  expect([taken, post.told]).toEqual([1, ['qian-ming unknown']]);
  expect((await office.load(id)).effects).toMatchObject([{ status: 'unknown' }]);
});
