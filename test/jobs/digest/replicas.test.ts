import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { monthlySummaryJob } from '../../../jobs/monthly-summary.ts';
import { weeklyDigestJob } from '../../../jobs/weekly-digest.ts';
import { createLedger } from '../../../src/schedule/ledger.ts';
import { occurrenceModel } from '../../../src/schedule/occurrence-model.ts';
import { createOccurrences } from '../../../src/schedule/occurrence-repository.ts';
import { movedClock } from '../../support/moved-clock.ts';
import { testOrganisation } from '../../support/organisation.ts';
import { type Engine, openEngine } from '../../worlds/engine.ts';
import { actorOf } from '../../worlds/pure-engine.ts';

const metro = { zh: '地铁集团', en: 'Metro' };

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(undefined, testOrganisation({ customers: [{ id: 'metro', name: metro }] }));
  await occurrenceModel(engine.connection).createIndexes();
});
afterAll(() => engine.stop());

const clock = movedClock('2026-11-30T01:00:10Z');
const replica = () =>
  createLedger({
    jobs: [weeklyDigestJob, monthlySummaryJob],
    occurrences: createOccurrences(engine.connection),
    dues: { dueUntil: async () => [] },
    reports: engine.reports,
    facts: engine.facts,
    registry: engine.registry,
    organisation: async () => engine.org,
    routes: () => new Set(['console:local']),
    clock,
    log: pino({ level: 'silent' }),
    stopping: () => false,
    written: () => undefined,
  });

/** The keys of all messages that were ever asked for, per turn. */
async function asked(): Promise<string[]> {
  const rows = await occurrenceModel(engine.connection).find().sort({ dueAt: 1, _id: 1 }).lean();
  return rows.flatMap(({ effects }) => effects.map((effect: { key: string }) => effect.key)).sort();
}

const weekly = ['digest', 'operations', 'quality'].map((channel) => `weekly-digest:${channel}:2026-W49:digest`);
const monthly = ['digest', 'operations', 'quality'].map((channel) => `monthly-summary:${channel}:2026-11:summary`);

test('three replicas that sweep at once ask for each digest once, and a clock that jumps back for none again', async () => {
  const replicas = [replica(), replica(), replica()];
  await Promise.all(replicas.map((one) => one.sweep()));
  expect(await asked()).toEqual(weekly);
  clock.moveTo('2026-11-30T00:30:00Z');
  await Promise.all(replicas.map((one) => one.sweep()));
  clock.moveTo('2026-11-30T01:00:20Z');
  await Promise.all(replicas.map((one) => one.sweep()));
  expect(await asked()).toEqual(weekly);
  clock.moveTo('2026-12-01T01:00:00Z');
  await Promise.all(replicas.map((one) => one.sweep()));
  expect(await asked()).toEqual([...monthly, ...weekly]);
});

test('the digest of a week that the ledger has posted names the visits whose day is agreed', async () => {
  const manager = { actor: actorOf('wang-lei'), round: null };
  const planned = { type: 'visit', answers: { customerId: 'metro', dueDay: '2026-12-20' }, ...manager, origin: 'plan' };
  const created = await engine.records.create(planned);
  if (created.verdict !== 'created') throw new Error(JSON.stringify(created));
  const answers = { onDay: '2026-12-09', participantIds: ['wang-lei'] };
  const { number } = created.record;
  await engine.records.perform({ number }, { ...manager, move: 'agree', answers, interaction: 'agreed' });
  clock.moveTo('2026-12-07T01:00:10Z');
  await replica().sweep();
  const rows = await occurrenceModel(engine.connection)
    .find({ job: 'weekly-digest', period: '2026-W50' } as never)
    .lean();
  const visits = rows.flatMap(({ effects }) => effects.map((effect) => Object(effect).content.visits));
  expect(visits).toEqual(Array(3).fill([{ name: metro, day: '2026-12-09' }]));
});
