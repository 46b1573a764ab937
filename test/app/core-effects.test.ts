import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCoreEffects } from '../../src/app/core-effects.ts';
import type { CoreEffects } from '../../src/outbox/core-effects.ts';
import { type RaiseEffect, waiting } from '../../src/records/shape/effect.ts';
import type { RecordOf } from '../../src/records/shape/record.ts';
import { note } from '../records/note-type.ts';
import { type Engine, openEngine } from '../worlds/engine.ts';
import { actorOf } from '../worlds/pure-engine.ts';

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

/** Has one effect carried out, as by whoever cannot know whether it was tried before. Fails as it did. */
async function carryOut(
  core: CoreEffects,
  effect: RaiseEffect,
  from: RecordOf<unknown> | null = parent,
): Promise<void> {
  for (const error of (await core.raise([{ effect, isFirst: false }], from)).values()) throw error;
}

async function numbersOf(): Promise<string[]> {
  const numbers: string[] = [];
  for await (const { number } of engine.records.all()) numbers.push(number);
  return numbers.sort();
}

test('a type that numbers itself is raised once, and uses up one number, however often it is asked for', async () => {
  const core = createCoreEffects(engine.records);
  await carryOut(core, raise('r1'));
  await carryOut(core, raise('r1'));
  await carryOut(core, raise('r2'));
  expect(await numbersOf()).toEqual(['NT-2026-0001', 'NT-2026-0002', 'NT-2026-0003']);
  expect(await engine.records.load({ origin: 'r1' })).toMatchObject({
    number: 'NT-2026-0002',
    parentNumber: parent.number,
  });
});

test('two processes that carry it out at once raise one record', async () => {
  const before = await numbersOf();
  const cores = [createCoreEffects(engine.records), createCoreEffects(engine.another())];
  await Promise.all(cores.map((core) => carryOut(core, raise('r3'))));
  expect((await numbersOf()).length).toBe(before.length + 1);
});

test('the person who raised it is told its number, once, even if the process died between the two', async () => {
  const effect = raise('r4', { tells: 'expire' });
  // It died before it could tell.
  const dying = createCoreEffects({
    ...engine.records,
    perform: () => Promise.reject(new Error('the process is gone')),
  });
  await expect(carryOut(dying, effect)).rejects.toThrow('the process is gone');
  const raised = await engine.records.load({ origin: 'r4' });
  const core = createCoreEffects(engine.records);
  await carryOut(core, effect);
  await carryOut(core, effect);
  const told = await engine.records.load({ number: parent.number });
  expect(told?.history.map(({ move, interaction }) => [move, interaction])).toEqual([
    ['create', 'parent'],
    ['expire', 'r4:told'],
  ]);
  expect((await numbersOf()).filter((number) => number === raised?.number)).toHaveLength(1);
});

test('a child that is raised again under its number is the one that there is; another record’s number is refused', async () => {
  const core = createCoreEffects(engine.records);
  await carryOut(core, raise('c1', { number: 'NT-2026-0001-X1' }));
  const before = await numbersOf();
  await carryOut(core, raise('c2', { number: 'NT-2026-0001-X1' }));
  expect(await numbersOf()).toEqual(before);
  expect(await engine.records.load({ number: 'NT-2026-0001-X1' })).toMatchObject({ origin: 'c1', version: 1 });
  const other = await engine.records.load({ origin: 'r1' });
  await expect(carryOut(core, raise('c3', { number: 'NT-2026-0001-X1' }), other)).rejects.toMatchObject({
    code: 'records.noNumber',
  });
});

test('what is raised together is inserted together, in order, and one that is there already costs the others nothing', async () => {
  const core = createCoreEffects(engine.records);
  const numbers = ['NT-2026-0001-Y1', 'NT-2026-0001-Y2', 'NT-2026-0001-Y3'];
  await carryOut(core, raise('y2', { number: 'NT-2026-0001-Y2' }));
  const raises = numbers.map((number, index) => ({ effect: raise(`y${index + 1}`, { number }), isFirst: true }));
  expect(await core.raise(raises, parent)).toEqual(new Map());
  const raised = (await numbersOf()).filter((number) => numbers.includes(number));
  expect(raised).toEqual(numbers);
});

test('of several, the one that is refused fails alone, under its key', async () => {
  const core = createCoreEffects(engine.records);
  const raises = [raise('z1', { input: {} }), raise('z2')].map((effect) => ({ effect, isFirst: true }));
  const failures = await core.raise(raises, parent);
  expect([...failures.keys()]).toEqual(['z1']);
  expect(failures.get('z1')).toMatchObject({ code: 'records.raiseRefused' });
  expect(await engine.records.load({ origin: 'z2' })).toMatchObject({ parentNumber: parent.number });
});
