import { afterEach, beforeEach, expect, test } from 'vitest';
import { createClockReminding } from '../../jobs/clock-reminders/remind-of-clocks.ts';
import { queueReminders, stepReached } from '../../jobs/clock-reminders/reminder-steps.ts';
import type { RunningRow } from '../../src/records/store/work-repository.ts';
import { createAnnounce } from '../../src/schedule/announce.ts';
import { occurrenceModel } from '../../src/schedule/occurrence-model.ts';
import { createOccurrences } from '../../src/schedule/occurrence-repository.ts';
import { answers, serving } from '../quality/incident/incident-in.ts';
import { type Engine, openEngine } from '../worlds/engine.ts';

const at = (time: string) => new Date(`2026-11-23T${time}:00.000Z`);
const row = (due: string, from = '02:00', number = 'IN-2026-0001'): RunningRow => ({
  number,
  title: '闸机不能刷卡',
  state: 'handling',
  ownerIds: ['xu-fang'],
  dueAt: at(due),
  clocks: [{ step: 'handling', round: 0, startedAt: at(from), first: at(due), until: at(due), metAt: null }],
});
const lead = { id: 'lead', label: 'role.pl' as const, holders: () => [] };
const ladder = { before: [30], half: true, missed: lead } as const;

test.each([
  ['02:59', null],
  ['03:00', 'half'],
  ['03:29', 'half'],
  ['03:30', 'before30'],
  ['04:00', 'missed'],
  ['04:59', 'missed'],
  ['05:00', null],
])('of two hours at %s the rung is %s', (now, rung) => {
  expect(stepReached(row('04:00'), ladder, at(now))?.rung ?? null).toBe(rung);
});

test('a rung that lay before the clock began is none', () => {
  expect(stepReached(row('02:20'), ladder, at('02:05'))).toBeNull();
});

test('a queue is told together, each quarter of an hour of what came to its rung in the one before, the same at any minute of it', () => {
  const rows = [
    row('06:10', '02:00', 'A'),
    row('06:14', '02:00', 'B'),
    row('03:12', '02:00', 'C'),
    row('09:00', '02:00', 'D'),
  ];
  const told = queueReminders(rows, { before: [240, 60] }, serving(), at('02:16'));
  expect(told).toEqual([
    {
      personId: 'xu-fang',
      slot: at('02:15'),
      counts: [
        { minutes: 60, count: 1 },
        { minutes: 240, count: 2 },
      ],
    },
  ]);
  expect(queueReminders(rows, { before: [240, 60] }, serving(), at('02:29'))).toEqual(told);
  expect(queueReminders(rows, { before: [240, 60] }, serving(), at('02:30'))).toEqual([]);
});

let engine: Engine;
beforeEach(async () => {
  engine = await openEngine(undefined, serving());
});
afterEach(() => engine.stop());

/** Tells of clocks, in a program that ends when `stopping` says so. */
function sweeper(stopping = () => false) {
  const clock = { now: () => engine.now() };
  const announce = createAnnounce({
    occurrences: createOccurrences(engine.connection),
    routes: () => new Set(['console:local']),
    clock,
    written: () => undefined,
  });
  return createClockReminding({ ...engine, organisation: async () => engine.org, announce, clock, stopping });
}

/** The turns that were told. */
const turnsTold = () => occurrenceModel(engine.connection).find({ status: 'done' }).sort({ dueAt: 1 }).lean();

async function takeIn(origin: string): Promise<void> {
  const created = await engine.records.create({
    type: 'incident',
    answers: answers.new,
    actor: { kind: 'person', id: 'emily', via: 'console' },
    origin,
  });
  if (created.verdict !== 'created') throw new Error(JSON.stringify(created));
}

test('an engineer is reminded once at each step, and the specialty lead of a missed one, no matter which process sweeps', async () => {
  await takeIn('told-by-phone');
  const [one, other] = [sweeper(), sweeper()];
  // The response is due at 02:10, the resolution at 04:00.
  for (const time of ['02:04', '02:05', '02:06', '02:10', '02:11']) {
    engine.at(at(time).toISOString());
    await Promise.all([one(), other()]);
  }
  const told = (await turnsTold()).map(({ period, effects }) => [
    period.split(':').at(-1),
    effects.map(({ personId = '' }: { personId?: string }) => personId).sort((left, right) => (left < right ? -1 : 1)),
  ]);
  expect(told).toEqual([
    ['half', ['xu-fang']],
    ['missed', ['liu-yang', 'xu-fang']],
  ]);
});

test('a program that ends leaves the rest to the next sweep', async () => {
  for (const origin of ['first', 'second', 'third']) await takeIn(origin);
  engine.at(at('02:05').toISOString());
  let asked = 0;
  await sweeper(() => ++asked > 1)();
  expect(await turnsTold()).toHaveLength(1);
  await sweeper()();
  expect(await turnsTold()).toHaveLength(3);
});
