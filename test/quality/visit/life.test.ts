import { describe, expect, test } from 'vitest';
import { visit } from '../../../src/quality/visit/visit.ts';
import { monthsLater, visitsDue } from '../../../src/quality/visit/visits-due.ts';
import type { RaiseEffect } from '../../../src/records/shape/effect.ts';
import { openServiceDesk, serving } from '../incident/incident-in.ts';
import { answers, commitmentIn, make, planned, visitIn } from './visit-in.ts';

describe('a visit', () => {
  test('is the operations manager’s, by the day that was planned, then by the day that was agreed', () => {
    const desk = openServiceDesk();
    expect(planned(desk)).toMatchObject({ ownerIds: ['wang-lei'], due: { day: '2026-12-10' }, departmentId: 'omd' });
    expect(visitIn(desk, 'agreed').due?.day).toBe('2026-11-23');
  });

  test.each(['agree', 'write'] as const)(
    'refuses %s where nobody from the operations manager up takes part',
    (move) => {
      const desk = openServiceDesk();
      const said = { ...answers[move], participantIds: ['liu-yang', 'wu-qiang'] };
      expect(desk.ask(visit, planned(desk), 'wang-lei', move, said)).toMatchObject({
        refusal: { key: 'visit.refusal.nobodySenior' },
      });
    },
  );

  test('is agreed for no day that is past, and written about no day that is to come', () => {
    const desk = openServiceDesk();
    const refusal = (move: 'agree' | 'write', onDay: string) =>
      desk.ask(visit, planned(desk), 'wang-lei', move, { ...answers[move], onDay });
    expect(refusal('agree', '2026-11-22')).toMatchObject({ refusal: { key: 'form.pastDay' } });
    expect(refusal('write', '2026-11-24')).toMatchObject({ refusal: { key: 'visit.refusal.notYet' } });
  });

  test('raises what was promised when it is submitted, with the customer’s feedback kept as plain values', () => {
    const closed = visitIn(openServiceDesk(), 'closed');
    const raises = closed.effects.filter((effect): effect is RaiseEffect => effect.kind === 'raise');
    expect(raises).toMatchObject([
      { type: 'commitment', number: 'VS-2026-0001-K1', input: { ownerId: 'liu-yang', dueDay: '2026-12-15' } },
    ]);
    expect(closed).toMatchObject({
      open: false,
      facets: { customer: 'metro', sla: 'partly' },
      data: { submittedBy: 'wang-lei', feedback: { sla: 'partly', newServices: '闸机状态大屏' } },
    });
  });

  test('says so when a commitment is kept', () => {
    const desk = openServiceDesk();
    const { effects } = commitmentIn(desk, 'done');
    const signal = effects.find(({ kind }) => kind === 'signal');
    expect(signal).toMatchObject({
      number: 'VS-2026-0001',
      move: 'commitmentKept',
      input: { id: 'K1', on: '2026-11-23' },
    });
    const told = make(desk, visitIn(desk, 'closed'), 'system', 'commitmentKept', { id: 'K1', on: '2026-11-23' });
    expect(told.data.commitments).toMatchObject([{ keptOn: '2026-11-23' }]);
  });
});

describe('the plan of visits', () => {
  const org = serving();
  const held = (onDay: string, state = 'closed') => ({ customerId: 'metro', state, dueDay: onDay, onDay });

  test('has a customer whose level has an interval, three weeks before it ends, and nobody else', () => {
    expect(visitsDue([held('2026-09-14')], org, '2026-11-23')).toEqual([{ customerId: 'metro', dueDay: '2026-12-14' }]);
    expect(visitsDue([held('2026-09-15')], org, '2026-11-23')).toEqual([]);
  });

  test('has one who was never visited, and one who is late for today', () => {
    expect(visitsDue([], org, '2026-11-23')).toEqual([{ customerId: 'metro', dueDay: '2026-12-14' }]);
    expect(visitsDue([held('2026-01-05')], org, '2026-11-23')).toEqual([{ customerId: 'metro', dueDay: '2026-11-23' }]);
  });

  test('has nobody whose visit is open, and counts from a cancelled one, too', () => {
    expect(visitsDue([held('2026-01-05'), held('2026-12-14', 'planned')], org, '2026-11-23')).toEqual([]);
    expect(visitsDue([held('2026-01-05'), held('2026-11-20', 'cancelled')], org, '2026-11-23')).toEqual([]);
  });

  test.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-12-15', 12, '2027-12-15'],
  ])('%s and %d months is %s', (day, months, later) => {
    expect(monthsLater(day, months)).toBe(later);
  });
});
