import mongoose from 'mongoose';
import { expect, onTestFinished, test } from 'vitest';
import { createSourceKeys } from '../../src/intake/source-key-repository.ts';
import { type CountedDatabase, countCommands } from '../support/counted-database.ts';
import { openTestDatabase } from '../support/database.ts';
import { deliveryHeaders } from '../support/delivery-headers.ts';
import { movedClock } from '../support/moved-clock.ts';
import { everywhere, inSlack, type PlatformConversation } from './everywhere.ts';
import { ACTION, NUMBER, reportAndIssue, writeAndSubmit } from './thread.ts';

interface Counted {
  readonly stage: PlatformConversation;
  readonly counted: CountedDatabase;
  /** The database without the detour. */
  readonly uri: string;
}

/** The bot over a database whose commands are counted, until the test is over. */
async function openCounted(open: (typeof everywhere)[number][1], purpose: 'findings' | 'service'): Promise<Counted> {
  const database = await openTestDatabase();
  const counted = await countCommands(database.uri);
  onTestFinished(async () => {
    await counted.stop();
    await database.stop();
  });
  const stage = await open(movedClock('2026-11-23T01:00:00Z'), {
    settings: { MONGODB_URI: `${counted.uri}/${database.dbName}` },
    purposes: [purpose],
    // Nothing is found by looking for it: all of it was announced.
    outbox: { pollMs: 3_600_000 },
  });
  return { stage, counted, uri: `${database.uri}/${database.dbName}` };
}

const ours = / (records|counters|deliveries|sourceKeys)\b/;
/** What the outbox asks each second, whatever anybody does. */
const regular = / by (pending,nextAt|open,renewAt)$/;
const caused = (commands: readonly string[]) => commands.filter((one) => ours.test(one) && !regular.test(one));

test.each(everywhere)(
  'on %s a decision is loaded and saved once, what it raises is inserted, and what was sent is noted once for each record',
  async (_where, open) => {
    const { stage, counted } = await openCounted(open, 'findings');
    const { desk, scene } = stage;
    const settle = () => scene.settle();
    await reportAndIssue(() => desk, settle);
    await writeAndSubmit(() => desk, settle);
    counted.taken();

    await desk.press('li-na', NUMBER, '审批通过');
    await settle();
    const finding = await scene.app.records.load({ number: NUMBER });
    const action = await scene.app.records.load({ number: ACTION });
    expect([finding?.effects, action?.effects, action?.cards.length]).toEqual([[], [], 1]);
    expect(caused(counted.taken()).slice(0, -2)).toEqual([
      'find records by number',
      'update records',
      'insert records',
      'update records',
      'update records',
    ]);
  },
);

test('what many ask for at the same time is asked of the database together', async () => {
  const { stage, counted, uri } = await openCounted(inSlack, 'service');
  const { app, clock } = stage.scene;
  const connection = await mongoose.createConnection(uri).asPromise();
  onTestFinished(() => connection.close());
  const { secret } = await createSourceKeys(connection, clock).add('itsm');
  const deliver = async (index: number) => {
    const item = { ...gate, externalId: `A-${index}`, resolvedAt: '2026-11-23T08:30:00+08:00', done: '换了读卡器' };
    const body = JSON.stringify(item);
    const headers = deliveryHeaders({ source: 'itsm', secret, id: `msg_${index}`, at: clock.now(), body });
    return (await fetch(`${app.url}/api/v1/incidents`, { method: 'POST', body, headers })).status;
  };
  const deliverAll = (from: number, count: number) =>
    Promise.all(Array.from({ length: count }, (_none, index) => deliver(from + index)));
  await deliverAll(0, 16);
  await stage.scene.settle();
  counted.taken();

  expect(new Set(await deliverAll(100, 32))).toEqual(new Set([201]));
  await stage.scene.settle();
  const commands = caused(counted.taken());
  expect(commands.length / 32).toBeLessThanOrEqual(6);
  // The guard of the delivery, the look for an item that is known, the item with its call-back, the answer: each its own.
  for (const [command, most] of [
    ['insert deliveries', 32],
    ['find records by origin', 32],
    ['insert records', 32],
    ['update deliveries', 32],
  ] as const) {
    expect(commands.filter((one) => one === command).length, command).toBe(most);
  }
});

const gate = {
  updatedAt: '2026-11-23T08:50:00+08:00',
  title: '闸机不能刷卡',
  project: 'metro-3',
  priority: 'p4',
  requester: { id: 'qian-ming' },
  reportedAt: '2026-11-23T08:00:00+08:00',
  respondedAt: '2026-11-23T08:05:00+08:00',
};
