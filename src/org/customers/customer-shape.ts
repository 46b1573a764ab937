import { z } from 'zod';
import { nameSchema } from '../name.ts';
import { emailSchema, hoursSchema, idSchema, languageSchema } from '../shape-parts.ts';
import { normalisePhone, PHONE } from './phone.ts';

/** Who changed it last in chat, and when; absent for what the organisation's file says alone. */
export const editionSchema = z.strictObject({ by: idSchema, at: z.iso.datetime() });
export type Edition = z.output<typeof editionSchema>;

/** Somebody at a customer's. What is known of them is personal data: it is neither logged nor shown in a channel. */
export const contactSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  /** 职务 */
  title: z.string().trim().min(1).max(120).optional(),
  phone: z
    .union([z.string(), z.number()])
    .transform((phone) => normalisePhone(String(phone)))
    .refine(
      (phone) => PHONE.test(phone),
      'Give a telephone number of 3 to 15 digits, with its extension after a comma.',
    )
    .optional(),
  email: emailSchema.optional(),
  language: languageSchema.default('zh-CN'),
  /** Outside of these hours nobody calls; without them the settings' hold. */
  callingHours: hoursSchema.optional(),
  /** When they like to be called, in words. */
  preferred: z.string().trim().min(1).max(120).optional(),
  /** False for somebody who has left the customer: still named in old records. */
  active: z.boolean().default(true),
});

export const customerSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  /** One of `settings.customerLevels`: what is owed to a key or a major customer follows from it. */
  level: idSchema.optional(),
  contacts: z.array(contactSchema).default([]),
  /** False for one that is no longer served. */
  active: z.boolean().default(true),
  edited: editionSchema.optional(),
});
