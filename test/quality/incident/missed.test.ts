import { describe, expect, test } from 'vitest';
import { incident } from '../../../src/quality/incident/incident.ts';
import { answersOf } from '../../../src/quality/incident/incident-creation.ts';
import { type IncidentItem, incidentItem, lessonOf } from '../../../src/quality/incident/incident-item.ts';
import { proposal } from '../../../src/quality/proposal/proposal.ts';
import type { RaiseEffect } from '../../../src/records/shape/effect.ts';
import type { PureEngine } from '../../worlds/pure-engine.ts';
import { answers, type Incident, make, openServiceDesk, report } from './incident-in.ts';

const proposals = ({ effects }: Incident) =>
  effects.filter((effect): effect is RaiseEffect => effect.kind === 'raise' && effect.type === 'proposal');

const numbers = (record: Incident) => proposals(record).map(({ number }) => number);

/** What an ITSM tool tells, of something that was reported at 08:00 on the Monday of tests. */
const item = (more: Partial<IncidentItem>): IncidentItem =>
  incidentItem.parse({
    externalId: 'INC-1',
    updatedAt: '2026-11-23T02:00:00Z',
    title: '闸机不能刷卡',
    project: 'metro-3',
    priority: 'p1',
    reportedAt: '2026-11-23T00:00:00Z',
    ...more,
  });
const arrived = (desk: PureEngine, more: Partial<IncidentItem>) =>
  desk.create(incident, 'system', answersOf(item(more), 'itsm', desk.org), 'IN-2026-0002');
const inTime = { respondedAt: '2026-11-23T00:05:00Z', resolvedAt: '2026-11-23T01:30:00Z' };

describe('an incident that comes to its end with a target missed', () => {
  test('proposes a finding, which says what was promised and what it took', () => {
    const desk = openServiceDesk();
    const [raise, ...more] = proposals(
      make(desk, report(desk, { reported: '08:00' }), 'xu-fang', 'resolve', answers.resolve),
    );
    expect(more).toEqual([]);
    const raised = desk.create(proposal, 'system', raise?.input, raise?.number ?? '');
    expect(raised).toMatchObject({ number: 'IN-2026-0001-P1', departmentId: 'omd', data: { cause: 'slaMissed' } });
    expect(raised.data.title).toBe('SLA 未达成：闸机不能刷卡');
    expect(raised.data.facts.split('\n')).toEqual(['闸机不能刷卡（一级（紧急））', '响应：承诺 10 分钟，实际 2 小时']);
  });

  test('asks for the same one again after a reopening', () => {
    const desk = openServiceDesk();
    const first = make(desk, report(desk, { reported: '07:00' }), 'xu-fang', 'resolve', answers.resolve);
    const again = make(desk, first, 'xu-fang', 'reopen', answers.reopen);
    expect(numbers(make(desk, again, 'xu-fang', 'resolve', answers.resolve))).toEqual([
      'IN-2026-0001-P1',
      'IN-2026-0001-P1',
    ]);
  });

  test('proposes none where all was in time, or where its priority is none of those', () => {
    const desk = openServiceDesk();
    const quick = make(desk, report(desk, { reported: '09:55' }), 'xu-fang', 'resolve', answers.resolve);
    expect(proposals(quick)).toEqual([]);
    const slow = make(
      desk,
      report(desk, { reported: '11-16 08:00', priority: 'p4' }),
      'xu-fang',
      'resolve',
      answers.resolve,
    );
    expect(proposals(slow)).toEqual([]);
  });
});

describe('an incident of another tool', () => {
  test('proposes a finding where it arrives closed and a target was missed', () => {
    const late = {
      ...inTime,
      resolvedAt: '2026-11-23T02:00:00Z',
      reportedAt: '2026-11-22T23:00:00Z',
      closedAt: '2026-11-23T02:00:00Z',
    };
    expect(proposals(arrived(openServiceDesk(), late))).toHaveLength(1);
    expect(proposals(arrived(openServiceDesk(), { ...inTime, closedAt: '2026-11-23T01:40:00Z' }))).toEqual([]);
  });

  test('proposes none where that was long ago', () => {
    const old = {
      reportedAt: '2026-11-10T00:00:00Z',
      respondedAt: '2026-11-10T00:05:00Z',
      resolvedAt: '2026-11-10T09:00:00Z',
      closedAt: '2026-11-15T09:00:00Z',
      updatedAt: '2026-11-15T09:00:00Z',
    };
    expect(proposals(arrived(openServiceDesk(), old))).toEqual([]);
    expect(
      proposals(
        arrived(openServiceDesk(), { ...old, closedAt: '2026-11-16T09:00:00Z', updatedAt: '2026-11-16T09:00:00Z' }),
      ),
    ).toHaveLength(1);
  });

  test('proposes one when it is learned late, and none for what was known before', () => {
    const desk = openServiceDesk();
    const tell = (record: Incident, updatedAt: string, more: Partial<IncidentItem>) =>
      make(desk, record, 'system', 'learn', lessonOf(item({ updatedAt, ...more }), 'itsm'));
    const told = tell(arrived(desk, inTime), '2026-11-23T02:01:00Z', { respondedAt: '2026-11-23T01:00:00Z' });
    expect(proposals(told)).toHaveLength(1);
    const more = tell(told, '2026-11-23T02:02:00Z', { object: '3 号线 B 口闸机' });
    expect(proposals(more)).toHaveLength(1);
  });
});
