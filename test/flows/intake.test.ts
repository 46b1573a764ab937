import { readFile } from 'node:fs/promises';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSourceKeys } from '../../src/intake/source-key-repository.ts';
import { incidentData } from '../../src/quality/incident/incident-data.ts';
import { verifyHistory } from '../../src/records/decide/verify-history.ts';
import { deliveryHeaders } from '../support/delivery-headers.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';

let scene: WholeBot;
let connection: mongoose.Connection;
const secrets = new Map<string, string>();
beforeAll(async () => {
  scene = await openWholeBot({}, await readFile('org.sample.yaml', 'utf8'));
  connection = await mongoose.createConnection(scene.mongoUri).asPromise();
  const keys = createSourceKeys(connection, scene.clock);
  for (const source of ['itsm', 'monitoring']) secrets.set(source, (await keys.add(source)).secret);
});
afterAll(async () => {
  await connection.close();
  await scene.stop();
});

let deliveries = 0;
async function send(source: string, what: object) {
  const body = JSON.stringify(what);
  const delivery = {
    source,
    secret: secrets.get(source) ?? '',
    id: `msg_${++deliveries}`,
    at: scene.clock.now(),
    body,
  };
  const answer = await fetch(`${scene.app.url}/api/v1/incidents`, {
    method: 'POST',
    body,
    headers: deliveryHeaders(delivery),
  });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}

async function stored(number: string) {
  const record = await scene.app.records.load({ number });
  if (!record) throw new Error(`${number} is not there`);
  return { ...record, data: incidentData.parse(record.data) };
}

const gate = {
  externalId: 'A-1',
  updatedAt: '2026-11-23T08:10:00+08:00',
  title: '闸机不能刷卡',
  project: 'metro-3',
  priority: 'p1',
  requester: { name: '钱明' },
  reportedAt: '2026-11-23T08:00:00+08:00',
};

describe('an item of another tool', () => {
  test('becomes an incident, with its promise and in the tool’s name; sent again it changes nothing', async () => {
    const first = await send('itsm', gate);
    expect(first).toMatchObject({ status: 201, body: { result: 'created' } });
    const record = await stored(first.body.number);
    expect(record).toMatchObject({
      state: 'reported',
      data: {
        requesterId: 'qian-ming',
        promise: { response: 10, resolution: 120 },
        reportedAt: '2026-11-23T00:00:00.000Z',
      },
      history: [{ actor: { kind: 'source', name: 'itsm' } }],
    });
    expect(await send('itsm', gate)).toMatchObject({ status: 200, body: { result: 'unchanged' } });
    expect((await stored(first.body.number)).version).toBe(record.version);
  });

  test('may be told of in any order: what was told last, by its time stamp, holds', async () => {
    const base = { ...gate, externalId: 'A-2' };
    const handled = {
      externalId: 'A-2',
      updatedAt: '2026-11-23T00:20:00Z',
      respondedAt: '2026-11-23T00:08:00Z',
      title: '闸机故障',
    };
    const done = {
      externalId: 'A-2',
      updatedAt: '2026-11-23T00:50:00Z',
      resolvedAt: '2026-11-23T00:45:00Z',
      done: '换了读卡器',
    };
    const first = await send('itsm', { ...base, ...done });
    await send('itsm', handled);
    await send('itsm', base);
    const record = await stored(first.body.number);
    expect(record).toMatchObject({
      state: 'resolved',
      data: { title: '闸机不能刷卡', respondedAt: '2026-11-23T00:08:00.000Z', resolvedAt: '2026-11-23T00:45:00.000Z' },
    });
    expect(verifyHistory(record.history, record)).toEqual([]);
  });

  test('that was changed in chat keeps that change against what was reported before', async () => {
    const { body } = await send('itsm', { ...gate, externalId: 'A-3' });
    const agent = { kind: 'person', id: 'xu-fang', via: 'console' } as const;
    const request = {
      move: 'assign',
      answers: { engineer: 'huang-tao' },
      actor: agent,
      interaction: 'press-1',
      round: null,
    };
    const { verdict } = await scene.app.records.perform({ number: body.number }, request);
    expect(verdict.verdict).toBe('done');
    await send('itsm', { externalId: 'A-3', updatedAt: '2026-11-23T00:30:00Z', engineer: 'wu-qiang' });
    expect((await stored(body.number)).data.engineerId).toBe('huang-tao');
    scene.clock.advance(60_000);
    const later = scene.clock.now().toISOString();
    await send('itsm', { externalId: 'A-3', updatedAt: later, engineer: 'wu-qiang' });
    expect((await stored(body.number)).data.engineerId).toBe('wu-qiang');
  });

  test('is updated by two sources at once without losing the word of either', async () => {
    const { body } = await send('itsm', { ...gate, externalId: 'A-4' });
    const { number } = body;
    const told = (source: string, index: number) =>
      send(source, {
        externalId: source === 'itsm' ? 'A-4' : 'M-9',
        number,
        updatedAt: `2026-11-23T00:3${index}:00Z`,
        ...(source === 'itsm' ? { respondedAt: `2026-11-23T00:0${index}:00Z` } : { object: `探头 ${index}` }),
      });
    const answers = await Promise.all([0, 1, 2].flatMap((index) => [told('itsm', index), told('monitoring', index)]));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200));
    const record = await stored(number);
    expect(record.data).toMatchObject({
      respondedAt: '2026-11-23T00:02:00.000Z',
      object: '探头 2',
      source: { system: 'itsm', externalId: 'A-4' },
    });
    expect(verifyHistory(record.history, record)).toEqual([]);
  });

  test('that arrives closed is kept as such, and is no news in any channel', async () => {
    const times = {
      respondedAt: '2026-11-23T00:05:00Z',
      resolvedAt: '2026-11-23T00:30:00Z',
      closedAt: '2026-11-23T00:40:00Z',
    };
    const { body } = await send('itsm', { ...gate, externalId: 'A-5', updatedAt: '2026-11-23T00:40:00Z', ...times });
    const record = await stored(body.number);
    expect(record).toMatchObject({ state: 'closed', open: false, cards: [] });
    expect(record.effects.filter(({ kind }) => kind === 'post')).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['of a project that is not known', { project: 'nowhere' }, 'project'],
    ['of a priority that is not known', { priority: 'p9' }, 'priority'],
    ['of an engineer who is not known', { engineer: 'nobody' }, 'engineer'],
    ['resolved before it was reported', { resolvedAt: '2026-11-22T23:00:00Z' }, 'resolvedAt'],
    [
      'closed before it was resolved',
      { updatedAt: '2026-11-23T00:40:00Z', resolvedAt: '2026-11-23T00:30:00Z', closedAt: '2026-11-23T00:20:00Z' },
      'closedAt',
    ],
    ['told before it happened', { respondedAt: '2026-11-23T00:12:00Z' }, 'respondedAt'],
    ['told in the future', { updatedAt: '2026-11-24T00:00:00Z' }, 'updatedAt'],
    ['without a title', { title: undefined }, 'title'],
    ['with a time that is none', { reportedAt: 'yesterday' }, 'reportedAt'],
    ['with a number of ours that is none', { number: 'IN-2026-9999' }, 'number'],
  ])('%s is refused, and the field is named', async (_what, wrong, field) => {
    const { status, body } = await send('itsm', { ...gate, externalId: 'bad', ...wrong });
    expect([status, body.result, body.problems.map((one: { field: string }) => one.field)]).toEqual([
      422,
      'refused',
      [field],
    ]);
    expect(await scene.app.records.load({ origin: 'intake:itsm:bad' })).toBeNull();
  });
});

test('of a batch of a thousand with three bad items, 997 land and the three are named', async () => {
  const items = Array.from({ length: 1000 }, (_none, index) => ({
    ...gate,
    externalId: `B-${index}`,
    ...(index % 400 === 7 && { project: 'nowhere' }),
  }));
  const { status, body } = await send('itsm', { items });
  expect([status, body.created, body.refused]).toEqual([200, 997, 3]);
  const refused = body.results.filter(({ result }: { result: string }) => result === 'refused');
  expect(refused).toEqual(
    [7, 407, 807].map((index) => ({
      index,
      result: 'refused',
      problems: [{ field: 'project', problem: 'is not known here' }],
    })),
  );
  const again = await send('itsm', { items });
  expect([again.body.unchanged, again.body.refused]).toEqual([997, 3]);
}, 60_000);

test('the intake is described in OpenAPI, which tells of each field of an item', async () => {
  const answer = await fetch(`${scene.app.url}/api/v1/openapi.json`);
  const description = JSON.parse(await answer.text());
  expect(description.openapi).toBe('3.1.1');
  expect(Object.keys(description.components.schemas.Item.properties)).toEqual(
    expect.arrayContaining(['externalId', 'updatedAt', 'number', 'project', 'resolvedAt', 'pauses']),
  );
  expect(description.components.schemas.Item.required).toEqual(['externalId', 'updatedAt']);
});
