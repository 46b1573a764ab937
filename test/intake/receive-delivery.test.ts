import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type IntakeGround, openIntake, type Sent } from './intake-ground.ts';

let intake: IntakeGround;
let source: string;
beforeAll(async () => {
  intake = await openIntake();
});
beforeEach(async () => {
  source = await intake.begin();
});
afterAll(() => intake.close());

test('takes one item in and says its number', async () => {
  expect(await intake.send()).toMatchObject({ status: 201, body: { index: 0, result: 'created', number: 'INC-1' } });
  expect(intake.taken).toEqual([{ externalId: 'A-1' }]);
});

test('of a batch, what is good lands, and what is bad is named at its place', async () => {
  intake.takeWith(async (_source, item) =>
    JSON.stringify(item).includes('bad')
      ? { result: 'refused', problems: [{ field: 'project', problem: 'is not known' }] }
      : { result: 'updated', number: 'INC-7' },
  );
  const { status, body } = await intake.send({ body: '{"items":[{"a":"good"},{"a":"bad"},{"a":"good"}]}' });
  expect([status, body]).toEqual([
    200,
    {
      created: 0,
      updated: 2,
      unchanged: 0,
      refused: 1,
      results: [
        { index: 0, result: 'updated', number: 'INC-7' },
        { index: 1, result: 'refused', problems: [{ field: 'project', problem: 'is not known' }] },
        { index: 2, result: 'updated', number: 'INC-7' },
      ],
    },
  ]);
});

describe('a delivery is refused, with nothing taken in,', () => {
  const off = (ms: number) => new Date(intake.clock.now().getTime() + ms);
  test.each<[string, Sent | (() => Sent), number, string]>([
    ['from a source that is not known', { source: 'other' }, 401, 'wrong-signature'],
    ['signed with another key', { secret: 'whsec_AAECAwQFBgcICQoLDA0ODw==' }, 401, 'wrong-signature'],
    ['with an old time stamp', () => ({ at: off(-301_000) }), 401, 'old-timestamp'],
    ['with a time stamp of the future', () => ({ at: off(301_000) }), 401, 'old-timestamp'],
    ['without an id', { headers: { 'webhook-id': '' } }, 400, 'missing-header'],
    ['with a time stamp that is none', { headers: { 'webhook-timestamp': 'now' } }, 400, 'missing-header'],
    ['that is not JSON', { body: '{"externalId":' }, 400, 'not-json'],
    ['that is no item', { body: '[]' }, 422, 'not-items'],
    ['with an empty batch', { body: '{"items":[]}' }, 422, 'not-items'],
    ['with more than a thousand items', { body: `{"items":[${'{},'.repeat(1000)}{}]}` }, 422, 'not-items'],
  ])('%s', async (_what, sent, status, code) => {
    const answer = await intake.send(typeof sent === 'function' ? sent() : sent);
    expect([answer.status, answer.body.type]).toEqual([status, `urn:qmbot:intake:${code}`]);
    expect(answer.type).toContain('application/problem+json');
    expect(intake.taken).toEqual([]);
  });

  test('of five megabytes', async () => {
    const answer = await intake.send({ body: JSON.stringify({ text: 'x'.repeat(5 * 1024 * 1024) }) });
    expect(answer).toMatchObject({ status: 413, body: { title: expect.stringContaining('2 MB') } });
  });

  test('that is not called JSON', async () => {
    expect(await intake.send({ type: 'text/plain' })).toMatchObject({ status: 415 });
  });
});

describe('a delivery that comes again', () => {
  test('gets the answer that it got, and is not taken in again', async () => {
    const first = await intake.send({ id: 'msg_1' });
    intake.clock.advance(60_000);
    expect(await intake.send({ id: 'msg_1' })).toEqual(first);
    expect(intake.taken).toHaveLength(1);
  });

  test('with another body is refused, and the first stands', async () => {
    await intake.send({ id: 'msg_1' });
    const answer = await intake.send({ id: 'msg_1', body: '{"externalId":"B-2"}' });
    expect([answer.status, answer.body.type]).toEqual([422, 'urn:qmbot:intake:reused-id']);
    expect(intake.taken).toHaveLength(1);
  });

  test('from another source is another delivery', async () => {
    const { secret } = await intake.keys.add('monitoring');
    await intake.send({ id: 'msg_1' });
    expect((await intake.send({ id: 'msg_1', source: 'monitoring', secret })).status).toBe(201);
    expect(intake.taken).toHaveLength(2);
  });

  test('while it is in progress is asked to wait, and is taken over a minute after its worker died', async () => {
    let finish: () => void = () => undefined;
    intake.takeWith(() => new Promise((resolve) => (finish = () => resolve({ result: 'created', number: 'INC-1' }))));
    const first = intake.send({ id: 'msg_1' });
    await expect.poll(async () => (await intake.send({ id: 'msg_1' })).status).toBe(409);
    intake.clock.advance(60_000);
    intake.takeWith(async () => ({ result: 'created', number: 'INC-1' }));
    expect(await intake.send({ id: 'msg_1' })).toMatchObject({ status: 201 });
    finish();
    expect(await first).toMatchObject({ status: 201, body: { number: 'INC-1' } });
  });

  test('after a failure of ours is taken in at once; the failure tells nothing of what was sent', async () => {
    intake.takeWith(() => Promise.reject(new Error('database away: 13800001234')));
    const failed = await intake.send({ id: 'msg_1', body: '{"phone":"13800001234"}' });
    expect(failed).toMatchObject({ status: 503 });
    expect(JSON.stringify(failed) + intake.logged()).not.toContain('13800001234');
    intake.takeWith(async () => ({ result: 'created', number: 'INC-1' }));
    expect(await intake.send({ id: 'msg_1', body: '{"phone":"13800001234"}' })).toMatchObject({ status: 201 });
  });

  test('is known for a week', async () => {
    await intake.send({ id: 'msg_1' });
    intake.clock.advance(7 * 86_400_000);
    await intake.deliveries.sweep();
    await intake.send({ id: 'msg_1' });
    expect(intake.taken).toHaveLength(1);
    intake.clock.advance(1);
    await intake.deliveries.sweep();
    await intake.send({ id: 'msg_1' });
    expect(intake.taken).toHaveLength(2);
  });
});

describe('keys', () => {
  test('are rotated without a gap: the new one is good at once, the old one until its end', async () => {
    const [old] = await intake.keys.list(source);
    const { secret } = await intake.keys.add(source);
    const end = new Date(intake.clock.now().getTime() + 3_600_000);
    expect(await intake.keys.end(source, old?.id ?? '', end)).toBe(true);
    expect((await intake.send({ secret })).status).toBe(201);
    expect((await intake.send()).status).toBe(201);
    intake.clock.advance(3_600_000);
    expect((await intake.send()).status).toBe(401);
    expect((await intake.send({ secret })).status).toBe(201);
  });

  test('are listed without their secrets, and ended once', async () => {
    const [key] = await intake.keys.list(source);
    expect(Object.keys(key ?? {}).sort()).toEqual(['createdAt', 'endsAt', 'id', 'source']);
    const now = intake.clock.now();
    expect(await intake.keys.end('other', key?.id ?? '', now)).toBe(false);
    expect(await intake.keys.end(source, key?.id ?? '', now)).toBe(true);
    expect(await intake.keys.end(source, key?.id ?? '', now)).toBe(false);
  });
});
