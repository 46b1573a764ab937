import { z } from 'zod';
import { nameSchema } from '../name.ts';
import { daySchema, hoursSchema, idSchema } from '../shape-parts.ts';
import { editionSchema } from './customer-shape.ts';
import { minutesSchema } from './duration.ts';

/** When an SLA's clocks run: always, or in the site's working hours. */
export const serviceCalendars = ['7x24', 'working'] as const;

/** Target times for response and resolution, in minutes of the service calendar. */
export const targetSchema = z.strictObject({ response: minutesSchema, resolution: minutesSchema });

const slaSchema = z.strictObject({
  calendar: z.enum(serviceCalendars).default('7x24'),
  /** Working hours agreed for this project; the default is the site's. */
  hours: z.array(hoursSchema).min(1).max(4).optional(),
  /** By priority; the default for a missing one is in the settings. */
  targets: z.record(idSchema, targetSchema).default({}),
  /** 达成率目标: the share of items within SLA, in percent. */
  goal: z.number().min(0).max(100).default(95),
});

const contractSchema = z
  .strictObject({
    number: z.string().trim().min(1).max(60).optional(),
    from: daySchema.optional(),
    to: daySchema.optional(),
  })
  .refine(({ from, to }) => !from || !to || from <= to, {
    message: 'The contract ends before it begins.',
    path: ['to'],
  });

/** Work for a customer: what records refer to, with its SLA. */
export const projectSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  customer: idSchema.optional(),
  /** The department that carries it out. */
  department: idSchema.optional(),
  /** The project's own channel, by our channel id. */
  channel: idSchema.optional(),
  /** 专业负责人 of everything that has no specialty lead of its own. */
  lead: idSchema,
  /** 专业, each with its own 专业负责人. */
  specialties: z.array(z.strictObject({ id: idSchema, name: nameSchema, lead: idSchema })).default([]),
  start: daySchema.optional(),
  contract: contractSchema.optional(),
  sla: slaSchema.prefault({}),
  /** Contacts of the customer, by id; the first is asked first. */
  contacts: z.array(idSchema).default([]),
  /** False when it has ended: still named in old records. */
  active: z.boolean().default(true),
  edited: editionSchema.optional(),
});
