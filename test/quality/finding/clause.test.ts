import { describe, expect, test } from 'vitest';
import { clauseOf } from '../../../src/quality/finding/clause.ts';
import { finding } from '../../../src/quality/finding/finding.ts';
import { testOrganisation } from '../../support/organisation.ts';
import { openPureEngine } from '../../worlds/pure-engine.ts';
import { answers } from './answers.ts';

describe('a clause', () => {
  test.each([
    ['机房管理规定 4.2', '机房管理规定 4.2'],
    ['《机房管理规定》第 4.2 条', '机房管理规定 4.2'],
    ['机房管理规定４．２款', '机房管理规定 4.2'],
    ['GB/T 28827.1-2022, 6.3', 'gb t 28827.1 2022 6.3'],
    ['gb/t 28827.1—2022 6.3', 'gb t 28827.1 2022 6.3'],
    ['运维条例 7', '运维条例 7'],
    ['4.2.1', '4.2.1'],
  ])('is the same however it is written: %s', (said, clause) => {
    expect(clauseOf(said)).toBe(clause);
  });

  test.each([undefined, '', '——'])('is none where a criterion says nothing: %s', (said) => {
    expect(clauseOf(said)).toBeUndefined();
  });
});

describe('two findings are of one matter where department and clause are the same', () => {
  const desk = openPureEngine(
    testOrganisation({ projects: [{ id: 'metro-3', name: '地铁三号线', department: 'omd', lead: 'liu-yang' }] }),
  );
  const { org } = desk;
  const sameMatter = (data: object) => finding.sameMatter?.({ ...desk.report().data, ...data }, org);

  test('as they were issued', () => {
    const issued = desk.make(desk.report(), 'chen-jing', 'issue', { ...answers.issue, criterion: '第4.2条' });
    expect(issued.facets).toMatchObject({ clause: '4.2' });
    expect(finding.sameMatter?.(issued.data, org)).toEqual({ department: 'omd', clause: '4.2' });
  });

  test('or, before that, by the department of the project that the reporter named', () => {
    expect(sameMatter({ projectId: 'metro-3', criterion: '4.2' })).toEqual({ department: 'omd', clause: '4.2' });
  });

  test('and by nothing where one of them is not known', () => {
    expect(sameMatter({ criterion: '4.2' })).toEqual({});
    expect(sameMatter({ departmentId: 'omd' })).toEqual({});
  });
});
