import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { incidentData } from '../../src/quality/incident/incident-data.ts';
import { recordTypes } from '../../src/quality/index.ts';
import { createRegistry } from '../../src/records/registry.ts';
import { createFacts } from '../../src/records/store/facts-repository.ts';
import { recordModel } from '../../src/records/store/record-model.ts';
import { serving } from '../quality/incident/incident-in.ts';
import { planStages } from '../support/database.ts';
import { type Engine, openEngine } from '../worlds/engine.ts';
import { actorOf } from '../worlds/pure-engine.ts';
import { note, noteLater } from './note-type.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(recordTypes, serving('4h'));
});
afterAll(() => engine.stop());

const wanted = incidentData.pick({ projectId: true, reportedAt: true });

test('a record counts in the span of what it tells of, not in that of its writing, and comes with what was asked for alone', async () => {
  for (const [origin, reportedAt] of [
    ['october', '2026-10-31T15:59:59.999Z'],
    ['november', '2026-10-31T16:00:00.000Z'],
  ] as const) {
    const told = {
      source: { system: 'itsm', externalId: origin },
      at: reportedAt,
      facts: { reportedAt },
    };
    const answers = {
      kind: 'incident',
      title: origin,
      project: 'metro-3',
      channel: 'phone',
      place: 'remote',
      priority: 'p1',
      told,
    };
    await engine.records.create({ type: 'incident', answers, actor: { kind: 'source', name: 'itsm' }, origin });
  }
  const from = new Date('2026-10-31T16:00:00Z');
  const to = new Date('2026-11-30T16:00:00Z');
  const rows = await engine.facts.between('incident', { from, to }, wanted);
  expect(rows).toMatchObject([{ state: 'reported', open: true, restricted: false }]);
  expect(rows[0]?.data).toEqual({ projectId: 'metro-3', reportedAt: from.toISOString() });
  // P1 is resolved within four hours there: what was reported last in October is due in November.
  const { counted, due } = await engine.facts.betweenOrDue('incident', { from, to }, wanted);
  expect(counted).toMatchObject([{ state: 'reported', open: true, data: rows[0]?.data }]);
  expect(due.map(({ data }) => data.reportedAt)).toEqual(['2026-10-31T15:59:59.999Z', '2026-10-31T16:00:00.000Z']);
  const plan = await recordModel(engine.connection)
    .find({ type: 'incident', countedAt: { $gte: from, $lt: to } })
    .sort({ countedAt: 1 })
    .explain();
  expect(planStages(plan)).toContain('IXSCAN');
});

test('what an earlier version wrote is brought up to the present one, after what is up to date', async () => {
  const from = new Date('2026-10-01T00:00:00Z');
  const to = new Date('2026-11-01T00:00:00Z');
  const actor = actorOf('emily');
  const old = { text: '旧', reader: 'li-na' };
  const present = { body: '新', reader: 'li-na', tags: [], pages: 7 };
  await engine.another({ types: [note] }).create({ type: 'note', answers: old, actor, origin: 'old' });
  await engine.another({ types: [noteLater] }).create({ type: 'note', answers: present, actor, origin: 'present' });
  await recordModel(engine.connection).updateMany({ type: 'note' }, { $set: { countedAt: from, promisedAt: from } });
  const facts = createFacts(engine.connection, createRegistry([noteLater]));
  const parts = z.object({ body: z.string(), pages: z.number() });
  const [first, second] = [{ data: { body: '新', pages: 7 } }, { data: { body: '旧', pages: 1 } }];
  expect(await facts.between('note', { from, to }, parts)).toMatchObject([first, second]);
  const both = { counted: [first, second], due: [first, second] };
  expect(await facts.betweenOrDue('note', { from, to }, parts)).toMatchObject(both);
});
