import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawFindingStats } from '../../src/figures/finding/card.ts';
import { recordModel } from '../../src/records/store/record-model.ts';
import { createReports } from '../../src/records/store/report-repository.ts';
import { copyRecord } from '../support/copy-record.ts';
import { type CountedReads, countReads } from '../support/counted-reads.ts';
import { textOfCard } from '../worlds/conversation.ts';
import { type Engine, openEngine } from '../worlds/engine.ts';

let engine: Engine;
let reads: CountedReads;
const NOW = new Date('2026-12-07T01:00:00Z');
const missed = new Date('2026-11-10T15:59:59.999Z');

/** 1 500 findings of `rd` that wait to be approved since long ago, and as many of `omd` whose report has time; each has missed a deadline. */
beforeAll(async () => {
  engine = await openEngine();
  reads = await countReads(engine.connection);
  const created = await engine.records.create({
    type: 'finding',
    answers: { what: '值班日志缺少两天的巡检记录', where: '机房 B' },
    actor: { kind: 'person', id: 'emily', via: 'console' },
    origin: 'first',
  });
  const number = created.verdict === 'created' ? created.record.number : '';
  await copyRecord(engine.connection, number, 3_000, (at) => {
    const clock = { step: 'issued', round: 0, startedAt: engine.now(), first: missed, until: missed, metAt: null };
    const dueAt = at < 1_500 ? missed : new Date('2026-12-10T15:59:59.999Z');
    const whose = at < 1_500 ? { departmentId: 'rd', state: 'submitted' } : { departmentId: 'omd', state: 'issued' };
    return { ...whose, clocks: [clock], runsUntil: dueAt, keptBy: missed, dueAt };
  });
  await recordModel(engine.connection).collection.deleteOne({ number });
});
afterAll(async () => {
  await reads.stop();
  await engine.stop();
});

async function stats(departments: readonly string[] = []) {
  const { org, registry } = engine;
  const request = { departments, since: new Date('2025-12-31T16:00:00Z'), zone: 'Asia/Shanghai' };
  const context = { org, registry, reports: createReports(reads.connection, registry), facts: engine.facts, now: NOW };
  return drawFindingStats(request, context, 'en');
}

test('statistics over three thousand open findings are counted: none of those is read', async () => {
  reads.taken();
  const card = await stats(['rd']);
  expect(reads.taken()).toBe(0);
  const facts = card.blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []));
  const said = Object.fromEntries(
    facts.map(({ label, value }) => [label, value.map((one) => 'text' in one && one.text).join('')]),
  );
  expect(said).toMatchObject({ Open: '1500', 'Overdue now': '1500', Opened: '1500' });
});

test('of two states and of two departments with the same numbers the one with the most urgent record comes first', async () => {
  const text = textOfCard(await stats());
  expect(text.indexOf('Awaiting approval  1500')).toBeGreaterThan(0);
  expect(text.indexOf('Awaiting approval')).toBeLessThan(text.indexOf('CAPA due'));
  expect(text.indexOf('Research and development')).toBeGreaterThan(0);
  expect(text.indexOf('Research and development')).toBeLessThan(text.indexOf('Operations'));
});
