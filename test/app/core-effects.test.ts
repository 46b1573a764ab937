import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCoreEffects } from '../../src/app/core-effects.ts';
import type { RaiseEffect } from '../../src/outbox/core-effects.ts';
import { waiting } from '../../src/records/effect.ts';
import type { RecordOf } from '../../src/records/record.ts';
import { note } from '../records/note-type.ts';
import { actorOf } from '../support/desk.ts';
import { type Engine, openEngine } from '../support/engine.ts';

let engine: Engine;
let parent: RecordOf<unknown>;
beforeAll(async () => {
  engine = await openEngine([note]);
  const answers = { text: '谁来提', reader: 'li-na' };
  const created = await engine.records.create({ type: 'note', answers, actor: actorOf('emily'), origin: 'parent' });
  if (created.verdict !== 'created') throw new Error(JSON.stringify(created));
  parent = created.record;
});
afterAll(() => engine.stop());

const raise = (key: string, more: Partial<RaiseEffect> = {}) =>
  waiting(
    { kind: 'raise', key, route: 'core', type: 'note', input: { text: '提出来的', reader: 'li-na' }, ...more },
    engine.now(),
  ) as RaiseEffect;

async function numbersOf(): Promise<string[]> {
  const numbers: string[] = [];
  for await (const { number } of engine.records.all()) numbers.push(number);
  return numbers.sort();
}

test('a type that numbers itself is raised once, and uses up one number, however often it is asked for', async () => {
  const core = createCoreEffects(engine.records);
  await core.raise(raise('r1'), parent);
  await core.raise(raise('r1'), parent);
  await core.raise(raise('r2'), parent);
  expect(await numbersOf()).toEqual(['NT-2026-0001', 'NT-2026-0002', 'NT-2026-0003']);
  expect(await engine.records.load({ origin: 'r1' })).toMatchObject({
    number: 'NT-2026-0002',
    parentNumber: parent.number,
  });
});

test('two processes that carry it out at once raise one record', async () => {
  const before = await numbersOf();
  const cores = [createCoreEffects(engine.records), createCoreEffects(engine.another())];
  await Promise.all(cores.map((core) => core.raise(raise('r3'), parent)));
  expect((await numbersOf()).length).toBe(before.length + 1);
});

test('whoever raised it hears its number, once, also where the process died between the two', async () => {
  const effect = raise('r4', { tells: 'expire' });
  // It died before it could tell.
  await createCoreEffects({
    ...engine.records,
    perform: () => Promise.reject(new Error('the process is gone')),
  })
    .raise(effect, parent)
    .catch(() => undefined);
  const raised = await engine.records.load({ origin: 'r4' });
  const core = createCoreEffects(engine.records);
  await core.raise(effect, parent);
  await core.raise(effect, parent);
  const told = await engine.records.load({ number: parent.number });
  expect(told?.history.map(({ move, interaction }) => [move, interaction])).toEqual([
    ['create', 'parent'],
    ['expire', 'r4:told'],
  ]);
  expect((await numbersOf()).filter((number) => number === raised?.number)).toHaveLength(1);
});

test('a child that is raised again under its number is the one that there is; another record’s number is refused', async () => {
  const core = createCoreEffects(engine.records);
  await core.raise(raise('c1', { number: 'NT-2026-0001-X1' }), parent);
  const before = await numbersOf();
  await core.raise(raise('c2', { number: 'NT-2026-0001-X1' }), parent);
  expect(await numbersOf()).toEqual(before);
  expect(await engine.records.load({ number: 'NT-2026-0001-X1' })).toMatchObject({ origin: 'c1', version: 1 });
  const other = await engine.records.load({ origin: 'r1' });
  await expect(core.raise(raise('c3', { number: 'NT-2026-0001-X1' }), other)).rejects.toMatchObject({
    code: 'records.noNumber',
  });
});
