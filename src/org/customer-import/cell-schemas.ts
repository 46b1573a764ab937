import { z } from 'zod';
import { isDay } from '../../calendar/day.ts';
import { readDay } from '../../calendar/read-day.ts';
import { minutesSchema } from '../customers/duration.ts';
import { normalisePhone, PHONE } from '../customers/phone.ts';
import { hoursSchema } from '../shape-parts.ts';

/** What people write into a cell, and what it is stored as. */

const language = /^(?:(zh|中文|汉语|简体中文|chinese|zh-cn)|(en|英文|英语|english))$/i;

/** `中文`, `English`. */
export const languageCell = z
  .string()
  .regex(language)
  .transform((said) => (language.exec(said)?.[1] ? ('zh-CN' as const) : ('en' as const)));

const inHours = (time: string) => time.padStart(5, '0');

/** `9:00-17:30`, `09:00至17:30`. */
export const hoursCell = z
  .string()
  .transform((said) => said.normalize('NFKC').split(/\s*(?:-|–|—|~|至|到|to)\s*/))
  .pipe(z.tuple([z.string(), z.string()]))
  .transform(([from, to]) => ({ from: inHours(from), to: inHours(to) }))
  .pipe(hoursSchema);

/** Any day with a year, as `readDay` reads it. */
export const dayCell = z
  .string()
  .regex(/\d{4}/)
  .transform((said) => readDay(said.replace(/\s.*$/, ''), '2000-01-01') ?? '')
  .refine(isDay);

/** `7x24`, `全天`, `工作时间`. */
export const calendarCell = z
  .string()
  .transform((said) => said.normalize('NFKC').toLowerCase().replace(/\s/g, ''))
  .pipe(
    z
      .string()
      .regex(/^(?:(?:7[x×*]24|24[x×*]7).*|全天候?|全时|always|工作(?:时间|日|时段)|working(?:hours)?|[58][x×*][58])$/),
  )
  .transform((said) => (/24|全|always/.test(said) ? ('7x24' as const) : ('working' as const)));

/** `95`, `95%`, `98.5 %`; and `0.95`, which is what a workbook stores when it shows 95%. */
export const goalCell = z
  .string()
  .transform((said) => Number(said.normalize('NFKC').replace(/\s*%$/, '')))
  .transform((goal) => (goal > 0 && goal <= 1 ? goal * 100 : goal))
  .pipe(z.number().min(0).max(100));

/** `30m`, `4小时`: minutes. */
export const minutesCell: z.ZodType<number> = minutesSchema;

/** A telephone number as people write it. */
export const phoneCell = z
  .string()
  .transform(normalisePhone)
  .refine((phone) => PHONE.test(phone));
