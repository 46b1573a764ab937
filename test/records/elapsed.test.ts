import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ServiceHours } from '../../src/calendar/service-time.ts';
import { overdueAt } from '../../src/records/decide/deadline-at.ts';
import { defineWords } from '../../src/records/declaration/words.ts';
import { creation, defineRecord, moveWith } from '../../src/records/define-record.ts';
import { punctualityOf } from '../../src/records/shape/clocks.ts';
import type { RecordOf } from '../../src/records/shape/record.ts';
import { openPureEngine } from '../worlds/pure-engine.ts';

const time = z.iso.datetime();
const waitsSchema = z.array(z.object({ from: time, to: time.optional() }));
const hoursSchema = z.enum(['always', 'office']);
const ticketData = z.object({
  /** When it was told, begun and mended; when it waited for somebody else. */
  told: time,
  begun: time.optional(),
  mended: time.optional(),
  waits: waitsSchema.default([]),
  hours: hoursSchema.default('always'),
});
type Ticket = z.output<typeof ticketData>;

const clock = (minutes: number, kept: 'begun' | 'mended') => ({
  kind: 'elapsed' as const,
  clock(data: Ticket, org: Parameters<typeof hoursOf>[1]) {
    const metAt = data[kept];
    return {
      startedAt: new Date(data.told),
      minutes,
      hours: hoursOf(data, org),
      pauses: data.waits.map(({ from, to }) => ({ from: new Date(from), to: to === undefined ? null : new Date(to) })),
      metAt: metAt === undefined ? null : new Date(metAt),
    };
  },
});

const hoursOf = ({ hours }: Ticket, org: ReturnType<typeof openPureEngine>['org']): ServiceHours =>
  hours === 'always'
    ? 'always'
    : { calendar: org.calendarOf(org.sites[0]?.id ?? ''), hours: [{ from: '09:00', to: '18:00' }] };

/** What is learned of it later; what is not said stays. */
const told = z.object({
  told: time.optional(),
  begun: time.optional(),
  mended: time.optional(),
  waits: waitsSchema.optional(),
  hours: hoursSchema.optional(),
});
const anybody = { id: 'anybody', label: 'role.eng', holders: () => ['huang-tao'] } as const;
const learn = (from: readonly string[], to?: string) =>
  moveWith<Ticket, z.output<typeof told>>({
    from,
    ...(to !== undefined && { to }),
    by: [anybody],
    input: told,
    apply: ({ data }, said) => ticketData.parse({ ...data, ...said }),
  });

const ticketWords = defineWords('ticket', {
  noun: ['工单', 'Ticket'],
  nouns: ['工单', 'tickets'],
  state: { new: ['新', 'New'], working: ['处理中', 'Working'], waiting: ['等待', 'Waiting'], over: ['结束', 'Over'] },
  move: {
    begin: ['开始', 'Begin'],
    wait: ['等待', 'Wait'],
    goOn: ['继续', 'Go on'],
    mend: ['修好', 'Mend'],
    learn: ['得知', 'Learn'],
    again: ['重开', 'Reopen'],
  },
  done: {
    create: ['登记了', 'wrote it'],
    begin: ['开始了', 'began'],
    wait: ['在等待', 'waits'],
    goOn: ['继续了', 'went on'],
    mend: ['修好了', 'mended it'],
    learn: ['得知了', 'learned of it'],
    again: ['重开了', 'reopened it'],
  },
});

const ticket = defineRecord<Ticket, typeof ticketWords>({
  type: 'ticket',
  words: ticketWords,
  number: { per: 'year', prefix: () => 'TK' },
  schemaVersion: 1,
  upgrades: {},
  data: ticketData,
  title: ({ told: at }) => at,
  facets: () => ({}),
  department: () => null,
  inChannels: false,
  initialState: 'new',
  states: {
    new: { owner: anybody, due: clock(30, 'begun'), tone: 'action' },
    working: { owner: anybody, due: clock(240, 'mended'), tone: 'action' },
    waiting: { owner: anybody, tone: 'neutral' },
    over: { final: true, tone: 'good' },
  },
  moves: {
    begin: learn(['new'], 'working'),
    wait: learn(['working'], 'waiting'),
    goOn: learn(['waiting'], 'working'),
    mend: learn(['new', 'working', 'waiting'], 'over'),
    learn: learn(['new', 'working', 'waiting', 'over']),
    again: { ...learn(['over'], 'new'), nextRound: true },
  },
  creation: creation({ asks: { schema: ticketData, fields: () => [] }, initial: (said) => said }),
  body: () => [],
});

/** An instant of the Monday of tests, by the clock of Shanghai. */
const at = (text: string, day = '2026-11-23') => new Date(`${day}T${text}:00+08:00`).toISOString();

function scene(answers: z.input<typeof ticketData>) {
  const desk = openPureEngine();
  let record = desk.create(ticket, 'huang-tao', answers, 'TK-2026-0001');
  return {
    desk,
    record: () => record,
    make: (move: string, said: Partial<Ticket> = {}, now?: string) => {
      if (now !== undefined) desk.at(now);
      const verdict = desk.ask(ticket, record, 'huang-tao', move, said);
      if (verdict.verdict !== 'done') throw new Error(JSON.stringify(verdict));
      record = verdict.record;
      return record;
    },
  };
}

const row = (record: RecordOf<Ticket>, step: string) => record.clocks.findLast((one) => one.step === step);

describe('a state with a promise in service time', () => {
  test('is due at a time computed from when it was reported, not from when it was recorded', () => {
    const { record } = scene({ told: at('09:20') });
    expect(record().due).toMatchObject({ at: new Date(at('09:50')), day: '2026-11-23', timed: true });
    expect(row(record(), 'new')).toMatchObject({ startedAt: new Date(at('09:20')), metAt: null });
  });

  test('counts working hours alone where that was promised', () => {
    const { record } = scene({ told: at('17:50', '2026-11-20'), hours: 'office' });
    expect(record().due?.at).toEqual(new Date(at('09:20')));
  });

  test('was kept when the data says so, not when the move was made', () => {
    const { make } = scene({ told: at('09:20') });
    const record = make('begin', { begun: at('09:40') }, at('11:00'));
    expect(row(record, 'new')).toMatchObject({ metAt: new Date(at('09:40')), first: new Date(at('09:50')) });
    expect(punctualityOf(record.clocks[0] ?? fail(), new Date(at('11:00')))).toBe('onTime');
    expect(record.due?.at).toEqual(new Date(at('13:20')));
  });

  test('stands still while it waits: nothing is due, and the time comes back afterwards', () => {
    const { make } = scene({ told: at('09:00') });
    make('begin', { begun: at('09:10') });
    const waiting = make('wait', { waits: [{ from: at('10:00') }] }, at('10:00'));
    expect(waiting.due).toBeNull();
    const paused = row(waiting, 'working') ?? fail();
    expect(paused).toMatchObject({ pausedAt: new Date(at('10:00')), metAt: null });
    expect(punctualityOf(paused, new Date(at('23:00')))).toBe('open');
    const kept = { clocks: [paused], extensions: [], opinions: [], closedAt: null };
    const steps = { states: new Set(['working']), duties: new Set<string>() };
    expect(overdueAt(kept, steps, new Date(at('23:00')), 'Asia/Shanghai')).toEqual(new Set());
    const record = make('goOn', { waits: [{ from: at('10:00'), to: at('15:00') }] }, at('15:00'));
    expect(record.due?.at).toEqual(new Date(at('18:00')));
    expect(row(record, 'working')?.pausedAt).toBeUndefined();
  });

  test('stays late once its time was over before the pause began', () => {
    const { make } = scene({ told: at('09:00') });
    make('begin', { begun: at('09:10') });
    const record = make('wait', { waits: [{ from: at('14:00') }] }, at('14:00'));
    expect(punctualityOf(row(record, 'working') ?? fail(), new Date(at('15:00')))).toBe('late');
  });

  test('has its clock in the book although the record never stood in that state', () => {
    const { make } = scene({ told: at('09:00') });
    const record = make('mend', { begun: at('09:05'), mended: at('09:30') });
    expect(record.clocks.map(({ step, metAt }) => [step, metAt?.toISOString()])).toEqual([
      ['new', at('09:05')],
      ['working', at('09:30')],
    ]);
    expect(record.due).toBeNull();
  });

  test('keeps the clocks of the round before when another begins', () => {
    const { make } = scene({ told: at('09:00') });
    make('mend', { begun: at('09:05'), mended: at('09:30') });
    const { data } = make('learn');
    expect(data.begun).toBe(at('09:05'));
    const record = make('again', { told: at('12:00') }, at('12:00'));
    expect(record.clocks.map(({ step, round }) => `${step} ${round}`)).toEqual([
      'new 0',
      'working 0',
      'new 1',
      'working 1',
    ]);
    expect(record.clocks[0]?.startedAt).toEqual(new Date(at('09:00')));
  });
});

const fail = (): never => {
  throw new Error('there is no such clock');
};

test('what is learned in any order, and twice, gives the same clocks', () => {
  const news: readonly Partial<Ticket>[] = [
    { told: at('08:55') },
    { begun: at('09:15') },
    { mended: at('16:00') },
    { waits: [{ from: at('10:00'), to: at('11:30') }] },
    { hours: 'office' },
  ];
  const learned = (order: readonly Partial<Ticket>[]) => {
    const { make, record } = scene({ told: at('09:00') });
    for (const piece of order) make('learn', piece);
    return record().clocks;
  };
  const straight = learned(news);
  fc.assert(
    fc.property(fc.shuffledSubarray([...news, ...news], { minLength: 10, maxLength: 10 }), (order) => {
      expect(learned(order)).toEqual(straight);
    }),
    { numRuns: 30 },
  );
});
