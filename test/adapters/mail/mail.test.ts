import { createServer, type Server } from 'node:net';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { createMailCarrier } from '../../../adapters/mail/create-mail-carrier.ts';
import type { MailSettings } from '../../../adapters/mail/mail-settings.ts';
import type { Letter } from '../../../src/chat/letter.ts';
import { openMailServer } from '../../support/mail-server.ts';

const letter: Letter = {
  key: 'record-1:3:0',
  to: 'qian.ming@metro.example',
  locale: 'zh-CN',
  subject: '邀请您评价我们的服务',
  paragraphs: ['钱明，您好：', '请填写 <调查> & 反馈。'],
  link: { label: '填写调查', url: 'https://qm.example.com/c/abc' },
};

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function openServer(options: SMTPServerOptions = {}) {
  const server = await openMailServer(options);
  closing.push(() => server.stop());
  return server;
}

const carrierAt = (port: number, changes: Partial<MailSettings> = {}) =>
  createMailCarrier({
    host: '127.0.0.1',
    port,
    secure: false,
    requireTls: false,
    auth: undefined,
    address: 'quality@example.com',
    name: '服务质量',
    timeoutMs: 400,
    ...changes,
  });

test('a letter arrives as text and as HTML in the language of its reader, with nothing in it unescaped', async () => {
  const { mails, port } = await openServer();
  expect(await carrierAt(port).send(letter)).toEqual({ outcome: 'sent' });
  const [mail = ''] = mails;
  expect(mail).toContain('To: qian.ming@metro.example');
  expect(mail).toContain('Content-Language: zh-CN');
  expect(mail).toContain('Auto-Submitted: auto-generated');
  const bodies = [...mail.matchAll(/Content-Transfer-Encoding: base64\r\n\r\n([\s\S]*?)\r\n(?:\r\n)?--/g)].map(
    ([, body = '']) => Buffer.from(body, 'base64').toString(),
  );
  expect(bodies[0]).toContain('请填写 <调查> & 反馈。');
  expect(bodies[0]).toContain('https://qm.example.com/c/abc');
  expect(bodies[1]).toContain('<html lang="zh-CN">');
  expect(bodies[1]).toContain('请填写 &lt;调查&gt; &amp; 反馈。');
});

test('the same letter has the same Message-ID at every try, and another letter has another', async () => {
  const { mails, port } = await openServer();
  await carrierAt(port).send(letter);
  await carrierAt(port).send(letter);
  await carrierAt(port).send({ ...letter, key: 'record-2:3:0' });
  const [first, second, third] = mails.map((mail) => /^Message-ID: (.*)$/im.exec(mail)?.[1]);
  expect(first).toBe(second);
  expect(third).not.toBe(first);
});

test('with a password the server is told it, and a wrong one is tried again later', async () => {
  const { port } = await openServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ password }, _session, done) =>
      password === 'right' ? done(null, { user: 'qm' }) : done(new Error('no')),
  });
  expect(await carrierAt(port, { auth: { user: 'qm', pass: 'right' } }).send(letter)).toEqual({ outcome: 'sent' });
  expect(await carrierAt(port, { auth: { user: 'qm', pass: 'wrong' } }).send(letter)).toMatchObject({
    outcome: 'later',
  });
});

test('a server that is down has not taken it', async () => {
  const free = createServer();
  const port = await listen(free);
  await new Promise<void>((resolve) => void free.close(() => resolve()));
  expect(await carrierAt(port).send(letter)).toMatchObject({
    outcome: 'later',
    reason: expect.stringMatching(/^smtp greeting/),
  });
});

test('a server that greets nobody has not taken it', async () => {
  const silent = createServer(() => undefined);
  const port = await listen(silent);
  closing.push(() => new Promise((resolve) => void silent.close(() => resolve())));
  expect(await carrierAt(port).send(letter)).toMatchObject({ outcome: 'later' });
});

test('a server that falls silent after the message may have taken it: nobody knows', async () => {
  const { port } = await openServer({ onData: (stream) => void stream.resume() });
  expect(await carrierAt(port).send(letter)).toMatchObject({
    outcome: 'unknown',
    reason: expect.stringMatching(/^smtp message/),
  });
});

test('one address that is refused keeps no other letter back, and its name is not told', async () => {
  const { mails, port } = await openServer({
    onRcptTo: ({ address }, _session, done) =>
      address.startsWith('gone@')
        ? done(Object.assign(new Error(`no such user ${address}`), { responseCode: 550 }))
        : done(),
  });
  const carrier = carrierAt(port);
  const outcomes = await Promise.all(
    ['gone@metro.example', 'sun.li@metro.example'].map((to) => carrier.send({ ...letter, to, key: to })),
  );
  expect(outcomes).toEqual([{ outcome: 'refused', reason: 'smtp envelope 550' }, { outcome: 'sent' }]);
  expect(mails).toHaveLength(1);
});

test('a server that is busy is asked again', async () => {
  const { port } = await openServer({
    onMailFrom: (_address, _session, done) => done(Object.assign(new Error('busy'), { responseCode: 451 })),
  });
  expect(await carrierAt(port).send(letter)).toMatchObject({ outcome: 'later', reason: 'smtp envelope 451' });
});

test('nothing goes out in the clear where TLS is required', async () => {
  const { mails, port } = await openServer();
  expect(await carrierAt(port, { requireTls: true }).send(letter)).toMatchObject({ outcome: 'later' });
  expect(mails).toEqual([]);
});

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
