import { z } from 'zod';
import { nameSchema } from '../name.ts';
import { daySchema, hoursSchema, idSchema } from '../shape-parts.ts';
import { editionSchema } from './customer-shape.ts';
import { minutesSchema } from './duration.ts';

/** When an SLA's clocks run: always, or in the working hours of the site. */
export const serviceCalendars = ['7x24', 'working'] as const;

/** How soon somebody answers, and how soon it works again, in minutes of the service calendar. */
export const targetSchema = z.strictObject({ response: minutesSchema, resolution: minutesSchema });

const slaSchema = z.strictObject({
  calendar: z.enum(serviceCalendars).default('7x24'),
  /** Working hours agreed for this project; without them the site's hold. */
  hours: z.array(hoursSchema).min(1).max(4).optional(),
  /** By priority; a priority that is left out has the settings' target. */
  targets: z.record(idSchema, targetSchema).default({}),
  /** 达成率目标: the share of items within SLA, in per cent. */
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

/** Work for a customer: what records are about and whose SLA holds. */
export const projectSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  customer: idSchema.optional(),
  /** The department that carries it out. */
  department: idSchema.optional(),
  /** Which of the channels is its own, by the channel's id here. */
  channel: idSchema.optional(),
  /** 专业负责人 of everything that no specialty has a lead of its own for. */
  lead: idSchema,
  /** 专业, each with its own 专业负责人. */
  specialties: z.array(z.strictObject({ id: idSchema, name: nameSchema, lead: idSchema })).default([]),
  start: daySchema.optional(),
  contract: contractSchema.optional(),
  sla: slaSchema.prefault({}),
  /** Its contacts among those of the customer, by id; the first is asked first. */
  contacts: z.array(idSchema).default([]),
  /** False when it is over: still named in old records. */
  active: z.boolean().default(true),
  edited: editionSchema.optional(),
});
