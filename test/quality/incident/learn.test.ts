import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incident } from '../../../src/quality/incident/incident.ts';
import { answersOf } from '../../../src/quality/incident/incident-creation.ts';
import { incidentItem, lessonOf } from '../../../src/quality/incident/incident-item.ts';
import { problemsOf } from '../../../src/quality/incident/item-problems.ts';
import { punctualityOf } from '../../../src/records/shape/clocks.ts';
import { at, make, openServiceDesk, row, serving } from './incident-in.ts';

describe('what another tool tells', () => {
  const source = { system: 'itsm', externalId: 'INC-77' };
  const item = (said: object, updatedAt = at('09:45')) =>
    incidentItem.parse({
      externalId: 'INC-77',
      updatedAt,
      title: '闸机离线',
      project: 'metro-3',
      priority: 'p1',
      ...said,
    });
  const arrived = (said: object, desk = openServiceDesk()) =>
    desk.create(incident, 'system', answersOf(item(said), 'itsm', desk.org), 'IN-2026-0001');

  test('arrives in the state that its times make', () => {
    expect(arrived({ reportedAt: at('08:00') })).toMatchObject({
      state: 'reported',
      data: { source, channel: 'monitoring' },
    });
    expect(arrived({ reportedAt: at('08:00'), respondedAt: at('08:05') }).state).toBe('handling');
    expect(arrived({ reportedAt: at('08:00'), pauses: [{ from: at('08:30'), reason: '等备件' }] }).state).toBe(
      'waiting',
    );
    const resolved = arrived({ reportedAt: at('08:00'), resolvedAt: at('09:00') });
    expect(resolved).toMatchObject({ state: 'resolved', due: null });
    expect(row(resolved, 'reported').metAt).toEqual(new Date(at('09:00')));
    const closed = arrived({ reportedAt: at('07:00'), closedAt: at('09:30') });
    expect(closed).toMatchObject({ state: 'closed', open: false });
    expect(punctualityOf(row(closed, 'handling'), new Date(at('10:00')))).toBe('late');
    expect(arrived({ cancellation: '误报' }).state).toBe('cancelled');
  });

  test.each([
    { said: { id: 'qian-ming' }, known: { requesterId: 'qian-ming' } },
    { said: { name: '钱明' }, known: { requesterId: 'qian-ming' } },
    { said: { phone: '138 0000 0011', name: '钱主任' }, known: { requesterId: 'qian-ming' } },
    { said: { name: '周工' }, known: { requesterId: null, requesterName: '周工' } },
  ])('knows who asked by $said', ({ said, known }) => {
    expect(arrived({ requester: said }).data).toMatchObject(known);
  });

  test('takes the site’s offset off a time, and refuses one without a zone', () => {
    expect(item({ reportedAt: '2026-11-23T09:00:00+08:00' }).reportedAt).toBe(at('09:00'));
    expect(incidentItem.safeParse({ ...item({}), reportedAt: '2026-11-23T09:00:00' }).success).toBe(false);
  });

  test.each(['0001-01-01T00:00:00Z', '9999-12-31T23:59:59-12:00'])('is not told at %s', (time) => {
    expect(incidentItem.safeParse({ externalId: 'INC-77', updatedAt: time }).success).toBe(false);
  });

  test.each([
    { said: { reportedAt: at('09:00'), resolvedAt: at('08:00') }, wrong: ['resolvedAt'] },
    { said: { reportedAt: at('09:50') }, wrong: ['reportedAt'] },
    { said: { reportedAt: at('09:00', '2009-11-23'), resolvedAt: at('09:30') }, wrong: ['reportedAt'] },
    {
      said: { pauses: [{ from: at('09:50'), to: at('09:00', '2030-01-01'), reason: '等客户' }] },
      wrong: ['pauses.0.from', 'pauses.0.to'],
    },
    {
      said: { reportedAt: at('09:00'), respondedAt: at('08:50'), closedAt: at('23:00') },
      wrong: ['respondedAt', 'closedAt'],
    },
  ])('is refused where $wrong cannot be', ({ said, wrong }) => {
    const told = item({ updatedAt: at('09:45'), ...said });
    const fields = problemsOf(told, null, serving(), new Date(at('12:00'))).map(({ field }) => field);
    expect(fields.sort()).toEqual([...wrong].sort());
  });

  test('told later of an earlier time does not undo what was told since; null takes back', () => {
    const desk = openServiceDesk();
    const record = arrived({ resolvedAt: at('09:00') }, desk);
    const told = (said: object, when: string, now = record) =>
      make(
        desk,
        now,
        'system',
        'learn',
        lessonOf(incidentItem.parse({ externalId: 'INC-77', updatedAt: when, ...said }), 'itsm'),
      );
    expect(told({ title: '旧标题' }, at('09:30')).data.title).toBe('闸机离线');
    expect(told({ title: '新标题' }, at('09:50')).data.title).toBe('新标题');
    const again = told({ resolvedAt: null }, at('09:55'));
    expect(again).toMatchObject({ state: 'reported', open: true });
    expect(told({ resolvedAt: at('09:10') }, at('09:40'), again).state).toBe('reported');
  });

  test('ends in the same state with the same clocks, in any order and with any number of repeats', () => {
    const news = [
      item({ respondedAt: at('08:04') }, at('08:04')),
      item({ title: '闸机离线，已定位', respondedAt: at('08:04'), engineer: 'wu-qiang' }, at('08:20')),
      item({ priority: 'p2', pauses: [{ from: at('08:20'), to: at('08:40'), reason: '等客户' }] }, at('08:40')),
      item({ priority: 'p2', resolvedAt: at('09:00'), done: '已恢复' }, at('09:00')),
      item({ priority: 'p2', reportedAt: at('07:58'), resolvedAt: at('08:58') }, at('09:30')),
    ].map((one) => lessonOf(one, 'itsm'));
    const told = (order: readonly object[]) => {
      const desk = openServiceDesk();
      const opened = answersOf(item({ reportedAt: at('08:01') }, at('08:01')), 'itsm', desk.org);
      let record = desk.create(incident, 'system', opened, 'IN-2026-0001');
      for (const piece of order) record = make(desk, record, 'system', 'learn', piece);
      return { state: record.state, data: record.data, clocks: record.clocks, due: record.due };
    };
    const straight = told(news);
    expect(straight).toMatchObject({
      state: 'resolved',
      data: { title: '闸机离线', respondedAt: at('08:04'), resolvedAt: at('08:58'), engineerId: 'wu-qiang' },
    });
    fc.assert(
      fc.property(fc.shuffledSubarray([...news, ...news], { minLength: 10, maxLength: 10 }), (order) => {
        expect(told(order)).toEqual(straight);
      }),
      { numRuns: 30 },
    );
  });
});
