import { z } from 'zod';
import { namePairSchema } from '../../src/calendar/reason.ts';

const keptSchema = z.object({ onTime: z.number(), lateExtended: z.number(), late: z.number() });
const meanSchema = z.object({ days: z.number().nullable(), of: z.number() });
const figuresSchema = z.object({
  opened: z.number(),
  closed: z.number(),
  kept: keptSchema,
  toCapa: meanSchema,
  toClose: meanSchema,
});

/** A month's summary, independent of language. Restricted records are in none of its numbers. */
export const monthlySummaryContent = z.object({
  notice: z.literal('monthly-summary'),
  /** The month's first day. */
  first: z.string(),
  figures: figuresSchema,
  before: figuresSchema,
  departments: z.array(
    z.object({
      /** Null for records without a department yet. */
      department: namePairSchema.nullable(),
      opened: z.number(),
      closed: z.number(),
      kept: keptSchema,
    }),
  ),
  causes: z.array(z.object({ cause: namePairSchema, count: z.number() })),
  /** The last months, this one last; each given by its first day. */
  trend: z.array(z.object({ first: z.string(), opened: z.number(), closed: z.number() })),
});
export type MonthlySummaryContent = z.infer<typeof monthlySummaryContent>;
