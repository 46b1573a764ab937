import { z } from 'zod';

/** A name in both languages. */
export const namePairSchema = z.strictObject({ zh: z.string().min(1).max(120), en: z.string().min(1).max(120) });
export type NamePair = z.infer<typeof namePairSchema>;

/**
 * Why a day is not what its weekday suggests, or why it is a day off: a weekend, a statutory holiday, a statutory make-up day (调休上班, worked although
 * it is a weekend), or a day that the organization itself lists as a day off or as worked.
 */
export const dayReasonSchema = z.object({
  kind: z.enum(['weekend', 'holiday', 'makeUp', 'ownHoliday', 'ownWorkday']),
  name: namePairSchema,
});
export type DayReason = z.infer<typeof dayReasonSchema>;
