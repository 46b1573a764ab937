import { drawMonthlySummary } from '../../jobs/digest/monthly-card.ts';
import { monthlySummaryContent } from '../../jobs/digest/monthly-content.ts';
import { drawMonthlySatisfaction } from '../../jobs/digest/satisfaction-card.ts';
import { monthlySatisfactionContent } from '../../jobs/digest/satisfaction-content.ts';
import { drawWeeklyDigest } from '../../jobs/digest/weekly-card.ts';
import { type DigestItem, weeklyDigestContent } from '../../jobs/digest/weekly-content.ts';
import type { Platform } from '../../src/chat/interaction.ts';
import { locales } from '../../src/i18n/locale.ts';
import { figures } from '../quality/satisfaction-report/satisfaction-report-in.ts';
import type { Sample } from './sample.ts';
import { seated, userIdOf } from './seats.ts';

const org = seated();

function item(
  number: string,
  title: string,
  owner: string,
  overBy: number,
  day: string,
  more: Partial<DigestItem> = {},
) {
  return (platform: Platform): DigestItem => ({
    number,
    type: 'finding',
    title,
    duty: null,
    owners: [{ name: org.person(owner)?.name ?? { zh: owner, en: owner }, userId: userIdOf(owner, platform) }],
    moreOwners: 0,
    overBy,
    day,
    extended: false,
    ...more,
  });
}

const omd = [
  item('FD-2026-0031', '3号机房门禁记录缺失', 'wang-lei', 9, '2026-11-10'),
  item('FD-2026-0038', '备件出库未登记', 'liu-yang', 4, '2026-11-17', { extended: true }),
  item('FD-2026-0029-A2', '修订交接单并评审作业指导书', 'liu-yang', 1, '2026-11-20', { type: 'action' }),
  item('FD-2026-0042', '3号机房门禁记录缺失', 'wang-lei', 1, '2026-11-20', { duty: 'confirm' }),
];
const rd = [item('FD-2026-0040', '监控平台升级没有回退方案', 'zheng-kai', 2, '2026-11-19')];

const weekly = (platform: Platform) =>
  weeklyDigestContent.parse({
    notice: 'weekly-digest',
    first: '2026-11-23',
    last: '2026-11-29',
    total: 8,
    before: 5,
    fresh: 4,
    settled: 1,
    restricted: 1,
    groups: [
      {
        department: { zh: '运维管理部', en: 'Operations' },
        count: 7,
        before: 4,
        items: omd.map((one) => one(platform)),
      },
      { department: { zh: '研发部', en: 'R&D' }, count: 1, before: 0, items: rd.map((one) => one(platform)) },
      { department: { zh: '采购部', en: 'Purchasing' }, count: 0, before: 1, items: [] },
    ],
    satisfaction: { satisfied: { met: 40, of: 42 }, rated: { met: 42, of: 45 } },
    visits: [
      { name: { zh: '滨海地铁集团', en: 'Binhai Metro Group' }, day: '2026-11-25' },
      { name: { zh: '大数据中心', en: 'Data office' }, day: '2026-11-27' },
    ],
  });
const calm = { ...weekly('console'), total: 0, before: 0, fresh: 0, settled: 0, restricted: null, groups: [] };

const months = ['06', '07', '08', '09', '10', '11'].map((month) => `2026-${month}-01`);
const monthly = monthlySummaryContent.parse({
  notice: 'monthly-summary',
  first: '2026-11-01',
  figures: {
    opened: 17,
    closed: 20,
    kept: { onTime: 20, lateExtended: 4, late: 6 },
    toCapa: { days: 4.2, of: 15 },
    toClose: { days: 23.5, of: 20 },
  },
  before: {
    opened: 22,
    closed: 16,
    kept: { onTime: 18, lateExtended: 2, late: 8 },
    toCapa: { days: 4.8, of: 18 },
    toClose: { days: null, of: 0 },
  },
  departments: [
    {
      department: { zh: '运维管理部', en: 'Operations' },
      opened: 12,
      closed: 15,
      kept: { onTime: 12, lateExtended: 2, late: 5 },
    },
    { department: { zh: '研发部', en: 'R&D' }, opened: 4, closed: 5, kept: { onTime: 8, lateExtended: 2, late: 1 } },
    { department: null, opened: 1, closed: 0, kept: { onTime: 0, lateExtended: 0, late: 0 } },
  ],
  causes: [
    { cause: { zh: '制度或作业指导书', en: 'Procedure or work instruction' }, count: 7 },
    { cause: { zh: '未按规定执行', en: 'Procedure not followed' }, count: 5 },
    { cause: { zh: '工具或技术', en: 'Tool or technology' }, count: 3 },
  ],
  trend: months.map((first, index) => ({
    first,
    opened: [12, 18, 9, 14, 22, 17][index],
    closed: [8, 14, 15, 11, 16, 20][index],
  })),
});

const satisfaction = monthlySatisfactionContent.parse({
  notice: 'monthly-satisfaction',
  first: '2026-10-01',
  figures,
  smallSample: 10,
  comments: figures.comments.map((comment) => ({ ...comment, project: { zh: '政务云', en: 'Cloud' } })),
});

/** Digests and summaries as a channel sees them. */
export const digestSamples: readonly Sample[] = locales.flatMap((locale): Sample[] => [
  {
    name: `digest.${locale}`,
    as: 'weekly',
    locale,
    on: (platform) => ({ kind: 'card', card: drawWeeklyDigest(weekly(platform), locale) }),
  },
  {
    name: `digest.${locale}`,
    as: 'nothing overdue',
    locale,
    on: () => ({ kind: 'card', card: drawWeeklyDigest(calm, locale) }),
  },
  {
    name: `digest.${locale}`,
    as: 'monthly',
    locale,
    on: () => ({ kind: 'card', card: drawMonthlySummary(monthly, locale) }),
  },
  {
    name: `digest.${locale}`,
    as: 'monthly satisfaction',
    locale,
    on: () => ({ kind: 'card', card: drawMonthlySatisfaction(satisfaction, locale) }),
  },
]);
