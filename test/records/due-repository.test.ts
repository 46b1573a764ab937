import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDueLists } from '../../src/records/store/due-repository.ts';
import { recordModel } from '../../src/records/store/record-model.ts';
import { countReads } from '../support/counted-reads.ts';
import { onMongoDB, planStages } from '../support/database.ts';
import { type Engine, openEngine } from '../worlds/engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());

const report = (origin: string) =>
  engine.records.create({
    type: 'finding',
    answers: { what: '值班日志缺少两天的巡检记录', where: '机房 B' },
    actor: { kind: 'person', id: 'emily', via: 'console' },
    origin,
  });

test('finds what is due until an instant, with the move that is waited for, by an index', async () => {
  const created = await report('first');
  const record = created.verdict === 'created' ? created.record : undefined;
  expect(record?.due?.day).toBe('2026-11-24');
  const lists = createDueLists(engine.connection, engine.registry);
  const until = new Date('2026-11-24T15:59:59.999Z');
  expect(await lists.dueUntil(until)).toEqual([
    {
      number: record?.number,
      type: 'finding',
      title: expect.any(String),
      ownerIds: record?.ownerIds,
      departmentId: null,
      round: 0,
      duty: null,
      dueAt: record?.due?.at,
      day: '2026-11-24',
      provisional: false,
      wants: 'issue',
      restricted: false,
      readerIds: record?.readerIds,
      snoozes: [],
      escalations: [],
    },
  ]);
  expect(await lists.dueUntil(new Date(until.getTime() - 1))).toEqual([]);
  const filter = { open: true, type: { $in: ['finding', 'action'] }, dueAt: { $lte: until } };
  const stages = planStages(await recordModel(engine.connection).find(filter).explain());
  expect(stages).toContain('IXSCAN');
  expect({ onMongoDB, stages }).not.toMatchObject({ stages: expect.arrayContaining(['COLLSCAN']) });
});

test('finds an opinion that was asked for beside the deadline of the state, with its own owner, day and move', async () => {
  const created = await report('with an opinion');
  if (created.verdict !== 'created') throw new Error(created.verdict);
  const { number } = created.record;
  await engine.records.perform(
    { number },
    {
      move: 'askOpinion',
      answers: { of: 'wang-lei', question: '巡检记录在哪里？' },
      actor: { kind: 'person', id: 'li-na', via: 'console' },
      interaction: 'asked',
      round: null,
    },
  );
  const lists = createDueLists(engine.connection, engine.registry);
  const found = await lists.dueUntil(new Date('2026-11-25T15:59:59.999Z'));
  expect(found.filter((item) => item.number === number)).toMatchObject([
    { duty: null, day: '2026-11-24' },
    { duty: 'opinion', ownerIds: ['wang-lei'], day: '2026-11-25', wants: 'giveOpinion' },
  ]);
  const filter = { open: true, type: { $in: ['finding', 'action'] }, wantedAt: { $lte: new Date() } };
  expect(planStages(await recordModel(engine.connection).find(filter).explain())).toContain('IXSCAN');
});

test('what is owed twice on a record is read once', async () => {
  const reads = await countReads(engine.connection);
  const found = await createDueLists(reads.connection, engine.registry).dueUntil(new Date('2026-11-25T15:59:59.999Z'));
  expect(found.length).toBeGreaterThan(reads.taken());
  expect(new Set(found.map(({ number }) => number)).size).toBeLessThan(found.length);
  await reads.stop();
});
