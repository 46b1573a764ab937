import { z } from 'zod';
import { roles } from '../roles.ts';
import { idSchema, timeSchema } from '../shape-parts.ts';
import { questionnaireSchema } from './questionnaire-shape.ts';
import { satisfactionQuestionnaire } from './satisfaction-questionnaire.ts';

const days = (most: number, byDefault: number) => z.number().int().min(1).max(most).default(byDefault);

/** The settings of surveys: what is asked, and when (R27, R28, R39; requirements, notes 2 and 10). */
export const surveySettings = {
  questionnaires: z.array(questionnaireSchema).min(1).max(20).prefault([satisfactionQuestionnaire]),
  surveys: z
    .strictObject({
      /** Whether every specialty of every project is surveyed each month (R27, R39). */
      monthly: z.boolean().default(true),
      /** The day of the month surveys start, by the clock of the department's site. */
      monthlyDay: days(28, 1),
      time: timeSchema.default('09:00'),
      monthlyQuestionnaire: idSchema.default('satisfaction'),
      yearlyQuestionnaire: idSchema.default('satisfaction'),
      /** The day of the month by which answers are due; in a shorter month, its last day. */
      dueDay: days(31, 31),
      /** Working days from then until the QED manager must have submitted it. */
      submitDays: days(20, 3),
      /** A contact is reminded after this many days without an answer. */
      reminderDays: days(60, 5),
      reminders: z.number().int().min(0).max(2).default(2),
      /** The month in which the plan of the yearly survey is created; null if people create it themselves (R28). */
      yearlyMonth: z.number().int().min(1).max(12).nullable().default(10),
      /** How many days the yearly survey accepts answers. */
      yearlyDays: days(120, 30),
      /** The last day of the year by which the yearly survey must have been sent, as MM-DD. */
      yearlyBy: z
        .string()
        .regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/, 'Give a day of the year as MM-DD, up to the 28th of a month.')
        .default('11-28'),
      /** Who decides on a yearly survey plan that leaves anyone out (R28). */
      planApprover: z.enum(roles).default('mr'),
    })
    .prefault({}),
};
