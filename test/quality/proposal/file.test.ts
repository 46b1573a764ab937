import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCoreEffects } from '../../../src/app/core-effects.ts';
import type { RaiseEffect } from '../../../src/records/shape/effect.ts';
import type { RecordOf } from '../../../src/records/shape/record.ts';
import { type Engine, openEngine } from '../../worlds/engine.ts';
import { actorOf } from '../../worlds/pure-engine.ts';
import { proposed } from './proposal-in.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());

async function raised(number: string, said: object = {}): Promise<RecordOf<unknown>> {
  const wish = {
    type: 'proposal',
    answers: { ...proposed, ...said },
    actor: actorOf('system'),
    origin: number,
    number,
  };
  const created = await engine.records.create(wish);
  if (created.verdict !== 'created') throw new Error(JSON.stringify(created));
  return created.record;
}

const press = (number: string, by: string, move: string, answers: unknown = {}) =>
  engine.records.perform(
    { number },
    { move, answers, actor: actorOf(by), interaction: `${number} ${move}`, round: null },
  );

/** What the outbox does with it, twice over. */
async function carriedOut(record: RecordOf<unknown>): Promise<void> {
  const core = createCoreEffects(engine.records);
  const raises = record.effects.filter((effect): effect is RaiseEffect => effect.kind === 'raise');
  for (const effect of [...raises, ...raises]) {
    expect(await core.raise([{ effect, isFirst: false }], record)).toEqual(new Map());
  }
}

describe('a proposal that is filed', () => {
  test('becomes one finding with its title, department, source and the incident as evidence, and hears its number', async () => {
    const { number } = await raised('IN-2026-0001-P1');
    const { record } = await press(number, 'chen-jing', 'file');
    await carriedOut(record);
    expect(await engine.records.load({ number })).toMatchObject({ state: 'filed', data: { finding: 'FD-2026-0001' } });
    expect(await engine.records.load({ number: 'FD-2026-0001' })).toMatchObject({
      state: 'reported',
      departmentId: 'omd',
      parentNumber: number,
      data: { title: proposed.title, what: proposed.facts, source: 'dataAnalysis', reporterId: 'chen-jing' },
      common: {
        restricted: false,
        links: [
          { kind: 'evidence', number: 'IN-2026-0001' },
          { kind: 'evidence', number },
        ],
      },
    });
  });

  test('makes a restricted finding of a restricted matter, which the people named in it may read, and names no department', async () => {
    const { number } = await raised('CP-2026-0001-P1', {
      cause: 'complaint',
      restricted: true,
      accessIds: ['wang-lei'],
    });
    const { record } = await press(number, 'chen-jing', 'file');
    await carriedOut(record);
    const finding = await engine.records.load({ number: 'FD-2026-0002' });
    expect(finding).toMatchObject({ restricted: true, departmentId: null, data: { source: 'complaint' } });
    expect(finding?.readerIds).toContain('wang-lei');
  });
});

test('what a proposal knows of a finding counts only from the system', async () => {
  const said = {
    what: '值班日志缺页',
    where: '机房',
    proposal: { title: '别人的', reporterId: 'li-na', evidence: [], accessIds: [] },
  };
  const wish = { type: 'finding', answers: said, actor: actorOf('emily'), origin: 'by hand' };
  const created = await engine.records.create(wish);
  expect(created).toMatchObject({ record: { data: { reporterId: 'emily' } } });
  expect(created).not.toHaveProperty('record.data.title');
});

test('a proposal that was declined can be taken up again for some minutes', async () => {
  const { number } = await raised('IN-2026-0002-P1');
  await press(number, 'chen-jing', 'decline', { reason: '客户要求推迟' });
  expect(await engine.records.load({ number })).toMatchObject({ state: 'declined', open: false });
  await press(number, 'chen-jing', 'undo');
  const again = await engine.records.load({ number });
  expect(again).toMatchObject({ state: 'proposed', open: true });
  expect(again?.data).not.toHaveProperty('reason');
});
