import { describe, expect, test } from 'vitest';
import { incident } from '../../../src/quality/incident/incident.ts';
import { drawCard } from '../../../src/records/card/draw-card.ts';
import type { View } from '../../../src/records/declaration/record-context.ts';
import { punctualityOf } from '../../../src/records/shape/clocks.ts';
import { textOfCard } from '../../worlds/conversation.ts';
import { answers, at, type Incident, incidentIn, make, openServiceDesk, report, row } from './incident-in.ts';

describe('an incident that is written down', () => {
  test('has the promise of its project, is the service desk’s, and is due from when it was reported', () => {
    const record = report(openServiceDesk(), { reported: '09:55' });
    expect(record.data.promise).toMatchObject({ response: 10, resolution: 120, calendar: '7x24' });
    expect(record.data).toMatchObject({ customerId: 'metro', departmentId: 'omd', requesterId: 'qian-ming' });
    expect(record.ownerIds).toEqual(['xu-fang']);
    expect(record.due?.at.toISOString()).toBe(at('10:05'));
  });

  test('reported at a time of the clock that is still to come was reported yesterday', () => {
    expect(report(openServiceDesk(), { reported: '23:30' }).data.reportedAt).toBe(at('23:30', '2026-11-22'));
  });

  test('is due in working hours where that was promised', () => {
    const record = report(openServiceDesk(), { project: 'cloud', reported: '11-20 17:50' });
    expect(record.due?.at.toISOString()).toBe(at('09:20'));
  });

  test('keeps the name of a person who is no contact, and nobody’s for what monitoring raised', () => {
    expect(report(openServiceDesk(), { requester: '周工' }).data).toMatchObject({
      requesterId: null,
      requesterName: '周工',
    });
    const raised = report(openServiceDesk(), { requester: '', channel: 'monitoring' }).data;
    expect(raised.requesterId).toBeNull();
    expect(raised.requesterName).toBeUndefined();
  });

  test('cannot be given a state by the person who records it', () => {
    const told = {
      source: { system: 'itsm', externalId: '1' },
      at: at('09:00'),
      facts: { closedAt: at('09:00') },
    };
    const record = report(openServiceDesk(), { told });
    expect(record.state).toBe('reported');
    expect(record.data.source).toBeUndefined();
  });
});

describe('the clocks', () => {
  test('of response and resolution are kept by the times that are told', () => {
    const desk = openServiceDesk();
    const reported = report(desk, { reported: '09:00' });
    const handling = make(desk, reported, 'huang-tao', 'respond', { engineer: 'huang-tao', at: '09:08' });
    expect(punctualityOf(row(handling, 'reported'), desk.setting().now)).toBe('onTime');
    expect(handling.due?.at.toISOString()).toBe(at('11:00'));
    desk.at(at('12:00'));
    const resolved = make(desk, handling, 'huang-tao', 'resolve', { done: '重启了闸机', at: '11:20' });
    expect(punctualityOf(row(resolved, 'handling'), desk.setting().now)).toBe('late');
    expect(resolved.data).toMatchObject({ restoredAt: at('11:20'), engineerId: 'huang-tao' });
  });

  test('stand still while it waits for the customer', () => {
    const desk = openServiceDesk();
    desk.at(at('09:00'));
    const reported = report(desk);
    const waiting = make(desk, reported, 'xu-fang', 'wait', answers.wait);
    expect(waiting).toMatchObject({ state: 'waiting', due: null, data: { respondedAt: at('09:00') } });
    desk.at(at('15:00'));
    const handling = make(desk, waiting, 'xu-fang', 'resume');
    expect(handling.due?.at.toISOString()).toBe(at('17:00'));
  });

  test('keep the promise that was made: a higher priority brings another, a changed contract does not', () => {
    const desk = openServiceDesk();
    const record = incidentIn(desk, 'handling');
    const raised = make(desk, record, 'xu-fang', 'update', answers.update);
    expect(raised.data.promise).toMatchObject({ response: 30, resolution: 480 });
    const later = openServiceDesk('1h');
    const renamed = make(later, record, 'xu-fang', 'update', { ...answers.update, priority: 'p1' });
    expect(renamed.data).toMatchObject({ title: answers.update.title, promise: { resolution: 120 } });
    expect(report(later).data.promise).toMatchObject({ resolution: 60 });
  });

  test('of the call-back end 24 elapsed hours after the resolution', () => {
    const desk = openServiceDesk();
    const resolved = incidentIn(desk, 'resolved');
    // The call-back is what is owed: the incident itself waits for it and reminds nobody.
    expect(resolved).toMatchObject({ ownerIds: [], due: null });
    expect(row(resolved, 'resolved').first.toISOString()).toBe(at('10:00', '2026-11-24'));
    const called = make(desk, resolved, 'system', 'calledBack', answers.calledBack);
    expect(row(called, 'resolved').metAt?.toISOString()).toBe(answers.calledBack.at);
    expect(called.ownerIds).toEqual(['xu-fang']);
  });

  test('run on, as if they had never stopped, when the customer says that it does not work', () => {
    const desk = openServiceDesk();
    const resolved = incidentIn(desk, 'resolved');
    desk.at(at('18:00'));
    const again = make(desk, resolved, 'xu-fang', 'reopen', answers.reopen);
    expect(again.state).toBe('handling');
    expect(row(again, 'handling').metAt).toBeNull();
    expect(again.clocks.some(({ step }) => step === 'resolved')).toBe(false);
    expect(again.data.reopenings).toMatchObject([{ by: 'xu-fang', resolvedAt: at('10:00'), done: '更换了读卡器' }]);
  });
});

describe('a time that cannot be', () => {
  test.each([
    { move: 'respond', said: { engineer: 'wu-qiang', at: '08:00' } },
    { move: 'resolve', said: { done: '好了', at: '08:00' } },
    { move: 'resolve', said: { done: '好了', restored: '08:00' } },
  ])('of $move, before the report, is refused', ({ move, said }) => {
    const desk = openServiceDesk();
    const record = make(desk, report(desk, { reported: '09:00' }), 'xu-fang', 'assign', answers.assign);
    const verdict = desk.ask(incident, record, 'wu-qiang', move, said);
    expect(verdict).toMatchObject({ verdict: 'refused', refusal: { key: 'incident.refusal.beforeReport' } });
  });

  test.each(['25:00', '9 o’clock', '02-30 10:00', '2026-11-23'])('written %s is an error at its field', (said) => {
    const desk = openServiceDesk();
    const verdict = desk.ask(incident, incidentIn(desk, 'handling'), 'wu-qiang', 'resolve', { done: '好了', at: said });
    expect(verdict).toMatchObject({ verdict: 'errors', errors: { at: { key: 'form.badTime' } } });
  });
});

test('a project, a priority or a category that is not listed is refused', () => {
  const desk = openServiceDesk();
  const record = incidentIn(desk, 'handling');
  for (const odd of [{ project: 'moon' }, { priority: 'p9' }, { category: 'magic' }]) {
    const verdict = desk.ask(incident, record, 'xu-fang', 'update', { ...answers.update, ...odd });
    expect(verdict).toMatchObject({ verdict: 'refused' });
  }
});

test('an engineer who has left is replaced by the service desk, and takes nothing on', () => {
  const desk = openServiceDesk();
  const verdict = desk.ask(incident, report(desk), 'xu-fang', 'assign', { engineer: 'fang-lei' });
  expect(verdict).toMatchObject({ verdict: 'refused' });
});

describe('the card', () => {
  const draw = (record: Incident, viewer: string | null) => {
    const desk = openServiceDesk();
    const view: View = {
      org: desk.org,
      now: desk.setting().now,
      locale: 'zh-CN',
      platform: 'console',
      workspace: 'local',
      viewer,
    };
    return textOfCard(drawCard(incident, record, view, viewer === null ? { as: 'channel' } : { as: 'personal' }));
  };

  test('tells a channel who asked, and not how they are reached', () => {
    const record = incidentIn(openServiceDesk(), 'handling');
    expect(draw(record, null)).toContain('报告人: 钱明');
    expect(draw(record, null)).not.toContain('13800000011');
    expect(draw(record, 'emily')).not.toContain('13800000011');
    expect(draw(record, 'xu-fang')).toContain('报告人: 钱明  +8613800000011');
  });

  test('shows the deadline with its time of day', () => {
    expect(draw(incidentIn(openServiceDesk(), 'handling'), null)).toContain('2026年11月23日 12:00');
  });

  test('offers to close only after the call-back', () => {
    expect(draw(incidentIn(openServiceDesk(), 'resolved'), 'xu-fang')).not.toContain('[关闭]');
    expect(draw(incidentIn(openServiceDesk(), 'called'), 'xu-fang')).toContain('[关闭]');
  });
});
