import { drawList } from '../../commands/list/draw-list.ts';
import type { ListQuery } from '../../commands/list/list-query.ts';
import { drawSuggestions } from '../../commands/suggest/draw-suggestions.ts';
import { type Locale, locales } from '../../src/i18n/locale.ts';
import { finding } from '../../src/quality/finding/finding.ts';
import type { RecordSummary } from '../../src/records/search/record-summary.ts';
import { MONDAY } from '../support/organisation.ts';
import type { Sample, Shown } from './sample.ts';
import { seated } from './seats.ts';

const org = seated();

const summary = (count: number, title: string, state: string, more: Partial<RecordSummary> = {}): RecordSummary => ({
  number: `FD-2026-${String(count).padStart(4, '0')}`,
  type: 'finding',
  title,
  state,
  ownerIds: ['liu-yang'],
  departmentId: 'omd',
  dueAt: null,
  closedAt: null,
  restricted: false,
  ...more,
});
const at = (day: string) => new Date(`${day}T15:59:59.999Z`);
const records = [
  summary(1, '3号机房门禁记录缺失', 'issued', { dueAt: at('2026-11-17') }),
  summary(4, 'Spare parts leave the store without being registered', 'submitted', { dueAt: at('2026-11-20') }),
  summary(5, '值班日志缺少两天的巡检记录，交接班也没有签字', 'submitted', { dueAt: at('2026-11-23') }),
  summary(7, '客户投诉工程师态度', 'acting', { dueAt: at('2027-01-04'), restricted: true }),
  summary(9, '巡检表用了旧版模板', 'issued'),
  summary(2, '备件出库未登记', 'closed', { dueAt: at('2026-11-02'), closedAt: at('2026-11-10') }),
];
const wide: ListQuery = {
  standing: 'all',
  mine: true,
  facets: { department: ['omd'], kind: ['major', 'minor'], source: ['complaint'] },
  owners: ['liu-yang'],
  since: '2026-01-01',
  until: '2026-11-22',
  words: '机房',
};
const open: ListQuery = {
  ...wide,
  standing: 'open',
  mine: false,
  facets: {},
  owners: [],
  since: null,
  until: null,
  words: '',
};

function list(locale: Locale, page: number, found: readonly RecordSummary[], total: number, query = open): Shown {
  const drawn = { query, page, records: found, total, ...(total > 900 && { cut: true as const }) };
  return { kind: 'card', card: drawList(finding, drawn, { locale, org, now: MONDAY }) };
}

function meant(locale: Locale): Shown {
  const [record] = records;
  if (!record) throw new Error('no record');
  const reply = drawSuggestions(
    'fnding lst',
    [
      { kind: 'open', record },
      { kind: 'say', text: '/finding list' },
      { kind: 'say', text: '/finding 列表 逾期 部门 运维管理部' },
    ],
    { locale },
  );
  if (reply.kind !== 'card') throw new Error('no card');
  return { kind: 'card', card: reply.card };
}

/** Pages of lists, and what was probably meant: the same everywhere. */
export const listSamples: readonly Sample[] = locales.flatMap((locale) => {
  const sample = (name: string, as: string, shown: Shown): Sample => ({
    name: `${name}.${locale}`,
    as,
    locale,
    on: () => shown,
  });
  return [
    sample('list', 'the second page', list(locale, 1, records, 34)),
    sample('list', 'narrowed, and cut', list(locale, 0, records.slice(0, 2), 950, wide)),
    sample('list', 'one page', list(locale, 0, records.slice(0, 3), 3)),
    sample('list', 'nothing like that', list(locale, 0, [], 0, { ...open, standing: 'overdue' })),
    sample('meant', 'what was probably meant', meant(locale)),
  ];
});
