import { z } from 'zod';
import { namePairSchema } from '../../src/calendar/reason.ts';
import { scoreSchema } from '../../src/quality/satisfaction/score.ts';
import { reportFiguresSchema } from '../../src/quality/satisfaction-report/report-figures.ts';

const share = z.object({ met: z.number(), of: z.number() });

/** Customer satisfaction with a week's services: of the rated ones, and how many of those completed are rated. */
export const weeklySatisfaction = z.object({ satisfied: share, rated: share });
export type WeeklySatisfaction = z.infer<typeof weeklySatisfaction>;

/** A month's satisfaction post, independent of language. */
export const monthlySatisfactionContent = z.object({
  notice: z.literal('monthly-satisfaction'),
  /** The month's first day. */
  first: z.string(),
  figures: reportFiguresSchema.pick({
    services: true,
    servicesBefore: true,
    rated: true,
    surveys: true,
    surveysBefore: true,
    answered: true,
    months: true,
  }),
  smallSample: z.number(),
  /** The worst comments, with their records. */
  comments: z.array(
    z.object({ score: scoreSchema, number: z.string(), text: z.string(), project: namePairSchema.nullable() }),
  ),
});
export type MonthlySatisfactionContent = z.infer<typeof monthlySatisfactionContent>;
