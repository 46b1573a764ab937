import { describe, expect, test } from 'vitest';
import { finding } from '../../../src/quality/finding/finding.ts';
import { findingData } from '../../../src/quality/finding/finding-data.ts';
import { verifyHistory } from '../../../src/records/decide/verify-history.ts';
import { openPureEngine } from '../../worlds/pure-engine.ts';
import { answers } from './answers.ts';
import { findingIn } from './finding-in.ts';

const planned = (id: string, ownerId: string) => ({
  id,
  kind: 'corrective',
  what: '更新交接单模板',
  ownerId,
  dueDay: '2026-12-04',
});

/** What version 1 stored of a finding in its second round, whose actions are under way. */
const version1 = {
  what: '值班日志缺少两天的巡检记录',
  where: '机房 B',
  title: '巡检记录缺失',
  source: 'spotCheck',
  criterion: '运维作业指导书 4.2',
  reporterId: 'emily',
  kind: 'minor',
  departmentId: 'omd',
  handlerId: 'liu-yang',
  coWriterIds: ['sun-yue'],
  capa: {
    correction: '已补录',
    whys: ['没有核对'],
    causeCategory: 'procedure',
    rootCause: '改版没有复核',
    actions: [planned('A2', 'xu-fang'), planned('A11', 'he-min')],
    criterion: '四周无缺失',
    reviewDay: '2027-01-08',
    authorIds: ['liu-yang'],
  },
  actionsPlanned: 11,
  raised: [
    { number: 'FD-2026-0001-A1', round: 0, done: true },
    { number: 'FD-2026-0001-A2', round: 1, done: false },
    { number: 'FD-2026-0001-A11', round: 1, done: false },
  ],
  pastRounds: [
    {
      capa: { whys: [], actions: [planned('A1', 'liu-yang')], authorIds: ['liu-yang'] },
      outcome: 'ineffective',
      reason: '又缺了一天',
    },
  ],
};

const upgrade = (data: unknown) => findingData.parse(finding.upgrades[1]?.(data));

describe('a finding that version 1 stored', () => {
  test('is read with all that it said, and with the owners that its actions had', () => {
    expect(upgrade(version1)).toEqual({
      ...version1,
      raised: [
        { number: 'FD-2026-0001-A1', round: 0, done: true, ownerIds: ['liu-yang'] },
        { number: 'FD-2026-0001-A2', round: 1, done: false, ownerIds: ['xu-fang'] },
        { number: 'FD-2026-0001-A11', round: 1, done: false, ownerIds: ['he-min'] },
      ],
      questions: [],
      merged: [],
      contests: [],
      amendments: [],
      transfers: [],
      pastAnswers: [],
    });
  });

  test('upgrades without changing what it was given, and alike each time', () => {
    const before = structuredClone(version1);
    expect(upgrade(version1)).toEqual(upgrade(version1));
    expect(version1).toEqual(before);
  });

  test('asks nobody to confirm what was issued before anybody was asked to', () => {
    const desk = openPureEngine();
    const issued = findingIn(desk, 'issued');
    const { confirmation: _asked, ...data } = issued.data;
    const saved = desk.make({ ...issued, data, clocks: [], duties: [] }, 'liu-yang', 'saveEffect', answers.saveEffect);
    expect(saved.duties).toEqual([]);
    expect(saved.clocks).toEqual([]);
  });

  test('goes on to its end, its history adding up to what it was and what it has become', () => {
    const desk = openPureEngine();
    const acting = findingIn(desk, 'acting');
    const upgraded = {
      ...acting,
      data: upgrade({ ...version1, raised: version1.raised.slice(1) }),
      upgradedFrom: acting.data,
    };
    const done = ['A2', 'A11'].reduce(
      (record, id) => desk.make(record, 'system', 'actionDone', { number: `FD-2026-0001-${id}` }),
      upgraded as typeof acting,
    );
    const closed = desk.make(
      desk.make(done, 'chen-jing', 'verify', answers.verify),
      'chen-jing',
      'confirmEffect',
      answers.confirmEffect,
    );
    expect(closed.state).toBe('closed');
    expect(verifyHistory(closed.history, closed)).toEqual([]);
  });
});
