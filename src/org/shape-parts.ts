import { z } from 'zod';
import { isDay } from '../calendar/day.ts';
import { locales } from '../i18n/locale.ts';
import { normaliseEmail } from './contact.ts';

/** Shared parts of the organization's shapes. */
export const idSchema = z
  .string()
  .regex(/^[a-zA-Z][\w-]{0,39}$/, 'An id begins with a letter and has up to 40 letters, digits, "-" and "_".');
export const daySchema = z.string().refine(isDay, 'Give a day that exists, as YYYY-MM-DD.');
export const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time as "HH:mm", in quotes.');
export const languageSchema = z.enum(locales);
export const emailSchema = z.email().max(254).transform(normaliseEmail);

/** Hours of one day, `HH:mm` by a site's clock; `to` must be after `from`. */
export const hoursSchema = z
  .strictObject({ from: timeSchema, to: timeSchema })
  .refine(({ from, to }) => from < to, { message: 'The hours end before they begin.', path: ['to'] });
export type Hours = z.output<typeof hoursSchema>;
