import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDueLists } from '../../src/records/due-repository.ts';
import { recordModel } from '../../src/records/record-model.ts';
import { onMongoDB, planStages } from '../support/database.ts';
import { type Engine, openEngine } from '../support/engine.ts';

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

test('finds what is due until an instant, each owner’s together, by an index', async () => {
  const created = await report('first');
  const record = created.verdict === 'created' ? created.record : undefined;
  expect(record?.due?.day).toBe('2026-11-24');
  const lists = createDueLists(engine.connection, engine.registry);
  const until = new Date('2026-11-24T15:59:59.999Z');
  const found = await lists.dueByOwner(until);
  expect([...found.keys()].sort()).toEqual([...(record?.ownerIds ?? [])].sort());
  expect(found.get('li-na')).toEqual([
    {
      number: record?.number,
      type: 'finding',
      title: expect.any(String),
      ownerIds: record?.ownerIds,
      departmentId: null,
      day: '2026-11-24',
      provisional: false,
    },
  ]);
  expect(await lists.dueByOwner(new Date(until.getTime() - 1))).toEqual(new Map());
  const filter = { open: true, type: { $in: ['finding', 'action'] }, dueAt: { $lte: until } };
  const stages = planStages(await recordModel(engine.connection).find(filter).sort({ dueAt: 1 }).explain());
  expect(stages).toContain('IXSCAN');
  expect({ onMongoDB, stages }).not.toMatchObject({ stages: expect.arrayContaining(['COLLSCAN']) });
});
