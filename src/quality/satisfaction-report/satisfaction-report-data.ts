import { z } from 'zod';
import { freeText } from '../../records/shape/free-text.ts';
import { reportFiguresSchema } from './report-figures.ts';

export const reportKinds = ['quarter', 'year'] as const;

/** 客户满意度调查分析报告 for a quarter, 年度客户满意度综合分析报告 for a year (R28, R40; requirements, note 5). */
export const satisfactionReportData = z.object({
  kind: z.enum(reportKinds),
  /** `2026-Q3` or `2026`. */
  key: z.string().regex(/^\d{4}(-Q[1-4])?$/),
  /** In the language of QED's site. */
  title: freeText(200),
  /** Its first and last day. */
  first: z.string().max(10),
  last: z.string().max(10),
  departmentId: z.string().max(60).nullable(),
  draftedAt: z.iso.datetime(),
  /** Recomputed while it is a draft; absent until first computed. */
  figures: reportFiguresSchema.optional(),
  /** 总体评价, 主要问题, 改进措施 */
  conclusion: freeText(3000).optional(),
  problems: freeText(3000).optional(),
  measures: freeText(3000).optional(),
  authorId: z.string().max(100).optional(),
  returned: freeText(1000).optional(),
  approvedBy: z.string().max(100).optional(),
});
export type SatisfactionReportData = z.output<typeof satisfactionReportData>;
