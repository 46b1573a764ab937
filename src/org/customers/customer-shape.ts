import { z } from 'zod';
import { nameSchema } from '../name.ts';
import { emailSchema, hoursSchema, idSchema, languageSchema } from '../shape-parts.ts';
import { normalisePhone, PHONE } from './phone.ts';

/** Who last changed it in chat, and when; absent for data that only the organization file holds. */
export const editionSchema = z.strictObject({ by: idSchema, at: z.iso.datetime() });
export type Edition = z.output<typeof editionSchema>;

/** A person at a customer's. All of it is personal data: neither logged nor shown in a channel. */
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
  /** Calls are made only during these hours; the default is in the settings. */
  callingHours: hoursSchema.optional(),
  /** When they prefer to be called, in words. */
  preferred: z.string().trim().min(1).max(120).optional(),
  /** False for a contact who has left the customer: still named in old records. */
  active: z.boolean().default(true),
});

export const customerSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  /** One of `settings.customerLevels`, which determine what a key or a major customer is owed. */
  level: idSchema.optional(),
  contacts: z.array(contactSchema).default([]),
  /** False for a customer that is no longer served. */
  active: z.boolean().default(true),
  edited: editionSchema.optional(),
});
