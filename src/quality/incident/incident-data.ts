import { z } from 'zod';
import { serviceCalendars } from '../../org/customers/project-shape.ts';
import { hoursSchema } from '../../org/shape-parts.ts';
import type { StateName } from '../../records/declaration/declare-move.ts';
import { freeText } from '../../records/shape/free-text.ts';
import { ratingSchema } from '../satisfaction/rating.ts';
import { scoreSchema } from '../satisfaction/score.ts';
import type { incidentWords } from './words.ts';

export const kinds = ['incident', 'request'] as const;
export const channels = ['phone', 'email', 'chat', 'portal', 'monitoring', 'visit', 'other'] as const;
export const places = ['remote', 'onSite'] as const;

const id = z.string().max(60);
const instant = z.iso.datetime();

/** The promise when the incident was reported or its priority last changed: later contract changes do not affect it. */
export const promiseSchema = z.object({
  response: z.number().int(),
  resolution: z.number().int(),
  calendar: z.enum(serviceCalendars),
  hours: z.array(hoursSchema),
});

/** An incident or service request (R22, R24, R26, R36): its facts, and its times as ISO instants. */
export const incidentData = z.object({
  kind: z.enum(kinds),
  title: freeText(200),
  projectId: id,
  customerId: id.nullable(),
  departmentId: id.nullable(),
  /** A contact of the customer's, or a person known by name. Neither for one raised by monitoring. */
  requesterId: id.nullable(),
  requesterName: freeText(120).optional(),
  /** One of `settings.incidentCategories`. */
  category: id.optional(),
  /** 服务对象 */
  object: freeText(200).optional(),
  channel: z.enum(channels),
  place: z.enum(places),
  priority: id,
  promise: promiseSchema.nullable(),
  reporterId: z.string().nullable(),
  engineerId: id.nullable(),
  reportedAt: instant,
  respondedAt: instant.optional(),
  restoredAt: instant.optional(),
  resolvedAt: instant.optional(),
  closedAt: instant.optional(),
  /** What was done. */
  done: freeText(3000).optional(),
  /** Time spent waiting for the customer, which does not count; a pause without an end is still running. */
  pauses: z.array(z.object({ from: instant, to: instant.optional(), reason: freeText(1000) })).max(100),
  /** The outcome of the call-back, which closing waits for (requirements, note 1). */
  callBack: z
    .object({
      number: z.string().max(60),
      at: instant,
      outcome: z.enum(['reached', 'unreached', 'exempt']),
      score: scoreSchema.optional(),
      /** It was closed by the call-back, and is reopened if that is undone. */
      closed: z.boolean().optional(),
    })
    .optional(),
  /** The customer's unprompted ratings, oldest first. */
  ratings: z.array(ratingSchema).max(20).default([]),
  /** Why it was closed before the call-back. */
  urgency: z.object({ by: id, reason: freeText(1000) }).optional(),
  reopenings: z
    .array(
      z.object({
        at: instant,
        by: id,
        reason: freeText(1000),
        resolvedAt: instant.optional(),
        done: freeText(3000).optional(),
      }),
    )
    .max(50),
  cancellation: freeText(1000).optional(),
  /** The source tool, its number there, and when each fact was last reported there. */
  source: z.object({ system: id, externalId: z.string().max(100) }).optional(),
  /** When a list of tickets imported it; absent if a tool reported it live. */
  importedAt: instant.optional(),
  learned: z.record(z.string().max(40), instant).optional(),
});
export type IncidentData = z.output<typeof incidentData>;

/** The state implied by its times; a running pause means waiting. */
export function stateOf(data: IncidentData): StateName<typeof incidentWords> {
  if (data.cancellation !== undefined) return 'cancelled';
  if (data.closedAt !== undefined) return 'closed';
  if (data.resolvedAt !== undefined) return 'resolved';
  if (data.pauses.some(({ to }) => to === undefined)) return 'waiting';
  return data.respondedAt === undefined ? 'reported' : 'handling';
}
