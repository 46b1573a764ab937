import { expect, test } from 'vitest';
import { isFresh, isSigned, signatureOf } from '../../src/intake/signature.ts';

/** The example of the specification. */
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const signed = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: '1614265330',
  body: Buffer.from('{"test": 2432232314}'),
};
const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const another = 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';

test('signs as the example of Standard Webhooks has it', () => {
  expect(signatureOf(secret, signed)).toBe(signature);
});

test('takes any of the signatures made with any of the keys, so that both ends may rotate', () => {
  expect(isSigned(signature, [another, secret], signed)).toBe(true);
  expect(isSigned(`${signatureOf(another, signed)} ${signature}`, [secret], signed)).toBe(true);
});

test.each([
  ['another key', signature, [another], signed],
  ['no key', signature, [], signed],
  ['another id', signature, [secret], { ...signed, id: 'msg_other' }],
  ['another time', signature, [secret], { ...signed, timestamp: '1614265331' }],
  ['another body', signature, [secret], { ...signed, body: Buffer.from('{"test": 2432232315}') }],
  ['another version of the scheme', signature.replace('v1', 'v2'), [secret], signed],
  ['a signature that was cut', signature.slice(0, -1), [secret], signed],
  ['what is beyond the eighth signature', `${'v1,x '.repeat(8)}${signature}`, [secret], signed],
])('refuses %s', (_what, header, secrets, what) => {
  expect(isSigned(header, secrets, what)).toBe(false);
});

test('a time stamp may lie five minutes off, either way, and no more', () => {
  const at = (seconds: number) => new Date((1_614_265_330 + seconds) * 1000);
  expect([-300, 0, 300].map((off) => isFresh('1614265330', at(off)))).toEqual([true, true, true]);
  expect([-301, 301].map((off) => isFresh('1614265330', at(off)))).toEqual([false, false]);
});
