import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordTypes } from '../../src/quality/index.ts';
import { verifyHistory } from '../../src/records/decide/verify-history.ts';
import { createRegistry } from '../../src/records/registry.ts';
import { recordModel } from '../../src/records/store/record-model.ts';
import { createRecordRepository } from '../../src/records/store/record-repository.ts';
import { planStages } from '../support/database.ts';
import { type Engine, openEngine } from '../worlds/engine.ts';
import { actorOf } from '../worlds/pure-engine.ts';
import { note, noteLater } from './note-type.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine([...recordTypes, note]);
});
afterAll(() => engine.stop());

async function written(origin: string, type = 'note', answers: unknown = { text: '请查收', reader: 'li-na' }) {
  const created = await engine.records.create({ type, answers, actor: actorOf('emily'), origin });
  if (created.verdict !== 'created') throw new Error(JSON.stringify(created));
  return created.record;
}

const collection = () => engine.connection.collection<{ _id: string; pending?: number }>('records');

describe('a record of an older version', () => {
  test('is brought up to the present one when it is loaded, and its history is left as it was', async () => {
    const old = await written('old');
    const later = createRecordRepository(engine.connection, createRegistry([noteLater]));
    const loaded = await later.load({ id: old.id });
    expect(loaded).toMatchObject({ schemaVersion: 3, data: { body: '请查收', pages: 1 } });
    expect(loaded?.history).toEqual(old.history);
  });

  test('still has a chain that verifies, before its next decision and after', async () => {
    const old = await written('old-verified');
    const later = engine.another({ types: [noteLater] });
    const before = await later.load({ id: old.id });
    expect(before && verifyHistory(before.history, before)).toEqual([]);
    await later.perform(
      { id: old.id },
      { move: 'expire', answers: {}, actor: actorOf('system'), interaction: 'expire-1', round: null },
    );
    const after = await later.load({ id: old.id });
    expect(after).toMatchObject({ state: 'read', schemaVersion: 3, data: { pages: 2 } });
    expect(after && verifyHistory(after.history, after)).toEqual([]);
    await collection().deleteOne({ _id: old.id });
  });
});

describe('a new record', () => {
  const pendingOf = async (id: string) => (await collection().findOne({ _id: id }))?.pending;

  test('that has something to be sent is work for the outbox; one that asks for nothing is none', async () => {
    const record = await written('asks');
    expect(record.effects.length).toBeGreaterThan(0);
    expect(await pendingOf(record.id)).toBe(1);
    const repository = createRecordRepository(engine.connection, createRegistry([note]));
    const quiet = { ...record, id: 'quiet', origin: 'quiet', number: 'N-quiet', effects: [], cards: [] };
    expect(await repository.insert([{ record: quiet, nextAt: quiet.createdAt }])).toBe(1);
    expect(await pendingOf('quiet')).toBe(0);
    await collection().deleteMany({ _id: { $in: [record.id, 'quiet'] } });
  });
});

describe('a document that is off', () => {
  test.each([
    { what: 'data that does not fit its type', set: { 'data.reader': 7 } },
    { what: 'an envelope that does not fit', set: { version: 'one' } },
    { what: 'a type that is not known', set: { type: 'memo' } },
    { what: 'a version that nothing leads on from', set: { schemaVersion: 0 } },
  ])('fails by the name of its record: $what', async ({ what, set }) => {
    const { id, number } = await written(`off-${what}`);
    await collection().updateOne({ _id: id }, { $set: set });
    await expect(engine.records.load({ id })).rejects.toMatchObject({
      code: 'records.unreadable',
      params: { id, number },
    });
    await collection().deleteOne({ _id: id });
  });
});

describe('every query', () => {
  test.each([
    { query: 'by number', filter: { number: 'FD-2026-0001' } },
    { query: 'by origin', filter: { origin: 'list-1' } },
    { query: 'by id and version', filter: { _id: 'x', version: 1 } },
    { query: 'all', filter: {}, sort: { _id: 1 } as const },
  ])('$query is answered from an index', async ({ filter, sort }) => {
    const query = recordModel(engine.connection).find(filter);
    const stages = planStages(await (sort ? query.sort(sort) : query).lean().explain('queryPlanner'));
    expect(stages.some((stage) => /IXSCAN|IDHACK|EXPRESS/.test(stage))).toBe(true);
    expect(stages).not.toContain('COLLSCAN');
  });

  test('that scans the collection is noticed by the test above', async () => {
    const scan = await recordModel(engine.connection).find({ title: 'x' }).lean().explain('queryPlanner');
    expect(planStages(scan)).toContain('COLLSCAN');
  });
});

test('all gives every record once', async () => {
  const numbers: string[] = [];
  for await (const { number } of engine.records.all()) numbers.push(number);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers).toHaveLength(await collection().countDocuments({}));
});
