import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyHistory } from '../../src/records/decide/verify-history.ts';
import type { RecordRepository } from '../../src/records/store/record-repository.ts';
import { answers } from '../quality/finding/answers.ts';
import { type Engine, openEngine } from '../worlds/engine.ts';
import { actorOf } from '../worlds/pure-engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());

const said = { what: '值班日志缺少两天的巡检记录', where: '机房 B' };
const report = (origin: string, more: Readonly<Record<string, unknown>> = {}) =>
  engine.records.create({ type: 'finding', answers: { ...said, ...more }, actor: actorOf('emily'), origin });

async function reported(origin: string) {
  const created = await report(origin);
  if (created.verdict !== 'created') throw new Error(JSON.stringify(created));
  return created.record;
}

const ask = (number: string, by: string, move: string, given: unknown, interaction: string) =>
  engine.records.perform({ number }, { move, answers: given, actor: actorOf(by), interaction, round: null });

describe('create', () => {
  test('gives the same record for the same origin, also when both come at once', async () => {
    const both = await Promise.all([report('once'), report('once')]);
    const third = await report('once');
    const numbers = [...both, third].map((created) => created.verdict === 'created' && created.record.number);
    expect(new Set(numbers).size).toBe(1);
    expect(both.filter((created) => created.verdict === 'created' && created.again)).toHaveLength(1);
    expect(third).toMatchObject({ again: true });
  });

  test('gives no number twice, however many are created at once', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, (_, index) => reported(`many-${index}`)));
    const numbers = all.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(20);
    expect(numbers.every((number) => /^FD-2026-\d{4}$/.test(number))).toBe(true);
  });

  test('numbers by the year of the first site: the new year has begun in Shanghai while it is still December in UTC', async () => {
    engine.at('2026-12-31T16:30:00Z');
    const record = await reported('new-year');
    engine.at('2026-11-23T02:00:00Z');
    expect(record.number).toBe('FD-2027-0001');
  });

  test('keeps what was written, word for word, and a chain that verifies', async () => {
    const { number } = await reported('kept');
    const record = await engine.records.load({ number });
    expect(record).toMatchObject({ state: 'reported', version: 1, data: { ...said, reporterId: 'emily' } });
    expect(record && verifyHistory(record.history, record)).toEqual([]);
  });

  test('leaves out what was not answered, so that the record can be read again', async () => {
    const created = await report('undefined', { title: undefined, evidence: undefined });
    const record = created.verdict === 'created' ? await engine.records.load({ number: created.record.number }) : null;
    expect(record?.data).not.toHaveProperty('title');
    expect(record && verifyHistory(record.history, record)).toEqual([]);
  });

  test('returns the existing singleton record to the second creator, and uses no number up', async () => {
    const draft = (period: string, by: string, origin: string) =>
      engine.records.create({ type: 'satisfactionReport', answers: { period }, actor: actorOf(by), origin });
    const drafted = await draft('quarter 2026-Q3', 'system', 'satisfaction-drafts:main:2026-Q3');
    const byHand = await Promise.all([1, 2].map((press) => draft('quarter 2026-Q3', 'li-na', `press-${press}`)));
    expect(drafted).toMatchObject({ again: false, record: { number: 'SA-2026-0001', createdBy: null } });
    expect(byHand).toMatchObject(Array(2).fill({ again: true, record: { number: 'SA-2026-0001', createdBy: null } }));
    // Begun by hand first, it is found under the clock's origin.
    const early = await draft('year 2026', 'li-na', 'press-3');
    expect(early).toMatchObject({ again: false, record: { number: 'SA-2026-0002' } });
    expect(await draft('year 2026', 'system', 'satisfaction-drafts:main:2026')).toMatchObject({
      again: true,
      record: { number: 'SA-2026-0002', history: [{ interaction: 'press-3' }] },
    });
  });

  test('gives a child the number it was given, once', async () => {
    const wish = {
      type: 'action',
      answers: {
        finding: 'FD-2026-9999',
        departmentId: 'omd',
        kind: 'corrective',
        what: '更新模板',
        ownerId: 'xu-fang',
        dueDay: '2026-12-04',
      },
      actor: actorOf('system'),
      origin: 'raise-1',
      number: 'FD-2026-9999-A1',
      parentNumber: 'FD-2026-9999',
    };
    const first = await engine.records.create(wish);
    const again = await engine.records.create(wish);
    expect([first, again]).toMatchObject([
      { again: false, record: { number: 'FD-2026-9999-A1', parentNumber: 'FD-2026-9999' } },
      { again: true, record: { number: 'FD-2026-9999-A1' } },
    ]);
    await expect(engine.records.create({ ...wish, origin: 'raise-2' })).rejects.toMatchObject({
      code: 'records.noNumber',
    });
  });
});

describe('perform', () => {
  test('lets one of two who decide at once win, and tells the other who did', async () => {
    const { number } = await reported('race');
    const [first, second] = await Promise.all([
      ask(number, 'chen-jing', 'issue', answers.issue, 'race-1'),
      ask(number, 'li-na', 'reject', answers.reject, 'race-2'),
    ]);
    const outcomes = [first, second].map(({ verdict }) => verdict.verdict);
    expect(outcomes.sort()).toEqual(['done', 'refused']);
    const [winner, loser] = first.verdict.verdict === 'done' ? [first, second] : [second, first];
    const who = first === winner ? 'chen-jing' : 'li-na';
    expect(loser.verdict).toMatchObject({
      refusal: { key: 'refusal.alreadyDone', params: { person: { person: who } } },
    });
    const record = await engine.records.load({ number });
    expect(record).toMatchObject({ version: 2, state: winner.record.state });
    expect(record?.history).toHaveLength(2);
  });

  test('keeps both of two steps that do not shut each other out', async () => {
    const { number } = await reported('both');
    await ask(number, 'chen-jing', 'issue', answers.issue, 'both-1');
    const outcomes = await Promise.all([
      ask(number, 'wang-lei', 'saveCorrection', answers.saveCorrection, 'both-2'),
      ask(number, 'huang-tao', 'saveEffect', answers.saveEffect, 'both-3'),
    ]);
    expect(outcomes.map(({ verdict }) => verdict.verdict)).toEqual(['done', 'done']);
    const record = await engine.records.load({ number });
    expect(record?.data).toMatchObject({
      capa: { correction: answers.saveCorrection.correction, criterion: answers.saveEffect.criterion },
    });
    expect(record && verifyHistory(record.history, record)).toEqual([]);
    expect(new Set(record?.effects.map(({ key }) => key)).size).toBe(record?.effects.length);
  });

  test('decides an interaction once, also when it is delivered twice at once', async () => {
    const { number } = await reported('twice');
    const both = await Promise.all([1, 2].map(() => ask(number, 'chen-jing', 'issue', answers.issue, 'twice-1')));
    expect(both.map(({ verdict }) => verdict.verdict).sort()).toEqual(['done', 'repeated']);
    expect((await engine.records.load({ number }))?.history).toHaveLength(2);
  });

  test('gives up after ten lost races, with a word that says to try again', async () => {
    const { number } = await reported('lost');
    let tries = 0;
    const alwaysLate: RecordRepository = {
      ...engine.repository,
      save: async () => {
        tries += 1;
        return false;
      },
    };
    const request = {
      move: 'issue',
      answers: answers.issue,
      actor: actorOf('li-na'),
      interaction: 'lost-1',
      round: null,
    };
    const late = engine.another({ repository: alwaysLate }).perform({ number }, request);
    await expect(late).rejects.toMatchObject({ name: 'UserError', code: 'refusal.conflict', params: { number } });
    expect(tries).toBe(10);
  });

  test('says so when there is no such record', async () => {
    const none = ask('FD-2026-8888', 'li-na', 'issue', answers.issue, 'none-1');
    await expect(none).rejects.toMatchObject({ name: 'UserError', code: 'refusal.noSuchRecord' });
  });

  test('tells of each record written, and of none that was only refused', async () => {
    const record = await reported('told');
    engine.changed.length = 0;
    await ask(record.number, 'emily', 'issue', answers.issue, 'told-1');
    expect(engine.changed).toEqual([]);
    await ask(record.number, 'li-na', 'issue', answers.issue, 'told-2');
    expect(engine.changed).toEqual([record.id]);
  });
});
