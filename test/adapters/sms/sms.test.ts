import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createSmsCarrier } from '../../../adapters/sms/create-sms-carrier.ts';
import type { Letter } from '../../../src/chat/letter.ts';
import { isFresh, isSigned } from '../../../src/intake/signature.ts';

const secret = `whsec_${Buffer.from('a secret of thirty-two bytes, yes').toString('base64')}`;
const now = new Date('2026-11-25T02:00:00Z');
const letter: Letter = {
  key: 'record-1:3:0',
  to: '+8613800000011',
  locale: 'zh-CN',
  subject: '调查',
  paragraphs: ['钱明，您好：', '请填写调查。'],
  link: { label: '填写', url: 'https://qm.example.com/c/abc' },
};

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Delivery {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A gateway that keeps what it gets and answers as the test says. */
async function openGateway(answer: (response: ServerResponse) => void, timeoutMs = 15_000) {
  const deliveries: Delivery[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      deliveries.push({ headers: request.headers, body: Buffer.concat(parts) });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => void server.close(resolve));
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    deliveries,
    carrier: createSmsCarrier({ url: `http://127.0.0.1:${port}/sms`, secret, timeoutMs }, () => now),
  };
}

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(code, headers).end();

test('the gateway gets number and text, and its check of the signature holds', async () => {
  const { deliveries, carrier } = await openGateway(status(202));
  expect(await carrier.send(letter)).toEqual({ outcome: 'sent' });
  const [{ headers, body }] = deliveries as [Delivery];
  expect(JSON.parse(body.toString())).toEqual({
    to: '+8613800000011',
    text: '钱明，您好： 请填写调查。 https://qm.example.com/c/abc',
    language: 'zh-CN',
  });
  const signed = { id: String(headers['webhook-id']), timestamp: String(headers['webhook-timestamp']), body };
  expect(isSigned(String(headers['webhook-signature']), [secret], signed)).toBe(true);
  expect(isFresh(signed.timestamp, now)).toBe(true);
  expect(isSigned(String(headers['webhook-signature']), [secret], { ...signed, body: Buffer.from('{}') })).toBe(false);
});

test('a letter that is handed over again has the id that it had, by which the gateway takes it once', async () => {
  const { deliveries, carrier } = await openGateway(status(202));
  await carrier.send(letter);
  await carrier.send(letter);
  expect(new Set(deliveries.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(carrier.repeatable).toBe(true);
});

test.each([
  [409, {}, { outcome: 'sent' }],
  [400, {}, { outcome: 'refused', reason: 'sms 400' }],
  [429, { 'retry-after': '120' }, { outcome: 'later', reason: 'sms 429', afterMs: 120_000 }],
  [503, {}, { outcome: 'later', reason: 'sms 503', afterMs: 60_000 }],
  [302, { location: 'https://elsewhere.example/' }, { outcome: 'later', reason: 'sms TypeError', afterMs: 60_000 }],
])('an answer of %i is read for what it is', async (code, headers, outcome) => {
  const { carrier } = await openGateway(status(code, headers as Record<string, string>));
  expect(await carrier.send(letter)).toEqual(outcome);
});

test('a gateway that does not answer is asked again', async () => {
  const { carrier } = await openGateway(() => undefined, 50);
  expect(await carrier.send(letter)).toMatchObject({ outcome: 'later' });
});
