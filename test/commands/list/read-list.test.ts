import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ListQuery, writeQuery } from '../../../commands/list/list-query.ts';
import { listWords } from '../../../commands/list/list-words.ts';
import { readList } from '../../../commands/list/read-list.ts';
import { finding } from '../../../src/quality/finding/finding.ts';
import { testOrganisation } from '../../support/organisation.ts';

const org = testOrganisation({
  projects: [{ id: 'city-west', name: { zh: '城西变电站运维', en: 'City West' }, lead: 'liu-yang' }],
});
const words = listWords(finding, org);
const TODAY = '2026-11-23';
const nothing: ListQuery = {
  standing: 'open',
  mine: false,
  facets: {},
  owners: [],
  since: null,
  until: null,
  words: '',
};
const read = (said: string) => readList(said, words, TODAY);

describe('questions for a list', () => {
  test.each<[said: string, query: Partial<ListQuery>]>([
    ['', {}],
    ['open', {}],
    ['overdue', { standing: 'overdue' }],
    ['逾期', { standing: 'overdue' }],
    ['已超期 我的', { standing: 'overdue', mine: true }],
    ['CLOSED mine', { standing: 'closed', mine: true }],
    ['all', { standing: 'all' }],
    ['全部', { standing: 'all' }],
    ['department omd', { facets: { department: ['omd'] } }],
    ['dept Operations', { facets: { department: ['omd'] } }],
    ['部门 运维管理部', { facets: { department: ['omd'] } }],
    ['部门：运维管理部', { facets: { department: ['omd'] } }],
    ['部门运维管理部', { facets: { department: ['omd'] } }],
    ['运维管理部', { facets: { department: ['omd'] } }],
    ['department Research and development overdue', { standing: 'overdue', facets: { department: ['rd'] } }],
    ['department "Research and development"', { facets: { department: ['rd'] } }],
    ['Human Resources', { facets: { department: ['hr'] } }],
    ['kind major', { facets: { kind: ['major'] } }],
    ['kind=major', { facets: { kind: ['major'] } }],
    ['类别 严重', { facets: { kind: ['major'] } }],
    ['严重不符合', { facets: { kind: ['major'] } }],
    ['kind major kind minor', { facets: { kind: ['major', 'minor'] } }],
    ['来源 投诉', { facets: { source: ['complaint'] } }],
    ['来源投诉', { facets: { source: ['complaint'] } }],
    ['source spot-check', { facets: { source: ['spotCheck'] } }],
    ['source Spot check', { facets: { source: ['spotCheck'] } }],
    ['project city-west', { facets: { project: ['city-west'] } }],
    ['项目 城西变电站运维', { facets: { project: ['city-west'] } }],
    ['要素 应急', { facets: { element: ['emergency'] } }],
    ['element emergency', { facets: { element: ['emergency'] } }],
    ['state issued', { standing: 'all', facets: { state: ['issued'] } }],
    ['状态 待整改', { standing: 'all', facets: { state: ['issued'] } }],
    ['待审批 open', { facets: { state: ['submitted'] } }],
    ['owner wang-lei', { owners: ['wang-lei'] }],
    ['承办人 王磊', { owners: ['wang-lei'] }],
    ['Wang Lei', { owners: ['wang-lei'] }],
    ['since 2026-01-01', { since: '2026-01-01' }],
    ['自 2026-01-01', { since: '2026-01-01' }],
    ['自2026年1月1日', { since: '2026-01-01' }],
    ['since last month', { since: '2026-10-01' }],
    ['until 2026-03', { until: '2026-03-31' }],
    ['2026-01-01至2026-03-31', { since: '2026-01-01', until: '2026-03-31' }],
    ['2026-01-01~3月31日', { since: '2026-01-01', until: '2026-03-31' }],
    ['since=2026-01-01 until=2026-03-31', { since: '2026-01-01', until: '2026-03-31' }],
    ['本月', { since: '2026-11-01', until: '2026-11-30' }],
    ['2026-01-01', { since: '2026-01-01' }],
    ['"机房"', { standing: 'all', words: '机房' }],
    ['“机房 门禁” open', { words: '机房 门禁' }],
    ['「机房」，逾期', { standing: 'overdue', words: '机房' }],
    ['"not ended', { standing: 'all', words: 'not ended' }],
    ['"" open', {}],
    [
      '逾期 部门 运维管理部 类别 严重 来源 投诉 自 2026-01-01 "机房"',
      {
        standing: 'overdue',
        facets: { department: ['omd'], kind: ['major'], source: ['complaint'] },
        since: '2026-01-01',
        words: '机房',
      },
    ],
    [
      '"server room" since 2026-01-01 complaint major Operations mine overdue',
      {
        standing: 'overdue',
        mine: true,
        facets: { source: ['complaint'], kind: ['major'], department: ['omd'] },
        since: '2026-01-01',
        words: 'server room',
      },
    ],
  ])('%s', (said, query) => {
    expect(read(said)).toMatchObject({ query: { ...nothing, ...query }, unread: [] });
  });
});

describe('what is not understood', () => {
  test.each([
    ['overdeu', [{ at: 0, expected: 'any' }]],
    ['open kind maior', [{ at: 2, expected: { facet: 'kind' } }]],
    ['kind=maior open', [{ at: 0, expected: { facet: 'kind' } }]],
    ['部门', [{ at: 1, expected: { facet: 'department' } }]],
    ['since soon', [{ at: 1, expected: 'day' }]],
    [
      '机房 漏水',
      [
        { at: 0, expected: 'any' },
        { at: 1, expected: 'any' },
      ],
    ],
    [
      'constructor __proto__',
      [
        { at: 0, expected: 'any' },
        { at: 1, expected: 'any' },
      ],
    ],
    ['kind __proto__', [{ at: 1, expected: { facet: 'kind' } }]],
  ])('%s', (said, unread) => {
    expect(read(said).unread).toEqual(unread);
  });

  test('does not keep the rest from being understood', () => {
    expect(read('overdeu kind major').query).toMatchObject({ facets: { kind: ['major'] } });
  });
});

describe('a query on a button', () => {
  const ids = (facet: string) => [...new Set(words.values.get(facet)?.values())];
  const some = (facet: string) => fc.uniqueArray(fc.constantFrom(...ids(facet)), { minLength: 1, maxLength: 2 });
  const facets = fc.record(
    { department: some('department'), kind: some('kind'), source: some('source'), state: some('state') },
    { requiredKeys: [] },
  );
  const day = fc.option(fc.constantFrom('2026-01-01', '2025-12-31'));
  const query = fc.record({
    standing: fc.constantFrom('open', 'overdue', 'closed', 'all'),
    mine: fc.boolean(),
    facets,
    owners: fc.uniqueArray(fc.constantFrom(...ids('owner')), { maxLength: 2 }),
    since: day,
    until: day,
    words: fc.constantFrom('', '机房', 'server room', 'overdue', 'kind=major', '42'),
  });

  test('is read again as what it was, and fits', () => {
    fc.assert(
      fc.property(query, (wanted) => {
        const written = writeQuery(wanted);
        expect(written?.length ?? 0).toBeLessThanOrEqual(300);
        fc.pre(written !== null);
        expect(read(written ?? '')).toMatchObject({ query: wanted, unread: [] });
      }),
    );
  });

  test('is none where it would be too long', () => {
    expect(writeQuery({ ...nothing, words: 'x'.repeat(300) })).toBeNull();
  });
});

test('no text at all can throw, or make a query that no button can carry but by its length', () => {
  const bits = fc.constantFrom(
    '部门',
    'kind',
    '=',
    '"',
    '“',
    ' ',
    '自',
    '2026',
    '-',
    '机房',
    'since',
    '至',
    '\ud800',
    '$gt',
    '__proto__',
  );
  const said = fc.oneof(
    fc.array(bits, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(said, (text) => {
      const { query, unread, pieces } = read(text);
      expect(unread.every(({ at }) => at <= pieces.length)).toBe(true);
      const written = writeQuery(query);
      expect(written === null ? { query, unread: [] } : read(written)).toMatchObject({ query, unread: [] });
    }),
  );
});

test('of a very long text no more than the beginning is read', () => {
  const { pieces, query } = read(`"${'机'.repeat(30_000)}" ${'x '.repeat(5_000)}`);
  expect(pieces.length).toBeLessThanOrEqual(41);
  expect(query.words.length).toBe(100);
});
