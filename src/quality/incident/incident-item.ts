import { z } from 'zod';
import { normalisePhone } from '../../org/customers/phone.ts';
import { freeText } from '../../records/shape/free-text.ts';
import { channels, kinds, places } from './incident-data.ts';

const id = z.string().trim().min(1).max(60);
/** ISO 8601 with a zone; stored as UTC. Times are compared as text, which needs four-digit years. */
const instant = z.iso
  .datetime({ offset: true })
  .transform((at) => new Date(at).toISOString())
  .refine((at) => at >= '2000' && at < '2100', 'must lie between 2000 and 2099');
/** Null retracts an earlier value: a reopened incident was not resolved. */
const perhaps = <Value>(schema: z.ZodType<Value>) => schema.nullable().optional();

/** The requester: a contact by id, name or telephone number; a name that matches no contact is kept as is. */
const requesterFact = z.strictObject({
  id: id.optional(),
  name: freeText(120).optional(),
  phone: z.string().max(40).transform(normalisePhone).optional(),
});

/** The facts another tool may report about an incident or request. Facts left out are unchanged; each is ordered by the time it was reported. */
export const incidentFacts = z.strictObject({
  kind: z.enum(kinds).optional(),
  title: freeText(200).optional(),
  /** One of our project ids. */
  project: id.optional(),
  priority: id.optional(),
  requester: perhaps(requesterFact),
  category: perhaps(id),
  object: perhaps(freeText(200)),
  channel: z.enum(channels).optional(),
  place: z.enum(places).optional(),
  /** One of our person ids. */
  engineer: perhaps(id),
  reportedAt: instant.optional(),
  respondedAt: perhaps(instant),
  restoredAt: perhaps(instant),
  resolvedAt: perhaps(instant),
  closedAt: perhaps(instant),
  done: perhaps(freeText(3000)),
  /** All pauses for the customer. */
  pauses: z
    .array(z.strictObject({ from: instant, to: instant.optional(), reason: freeText(1000) }))
    .max(100)
    .optional(),
  /** Why it was canceled there. */
  cancellation: perhaps(freeText(1000)),
});
export type IncidentFacts = z.output<typeof incidentFacts>;

/**
 * An item as another tool sends it: its number there, its last change there, and its facts. A new one needs `title` and `project`; the defaults are
 * `kind` incident, `channel` monitoring and the least urgent `priority`. Any tool may report on an item by our `number`.
 */
export const incidentItem = incidentFacts.extend({
  externalId: z.string().trim().min(1).max(100),
  number: z.string().max(60).optional(),
  updatedAt: instant,
});
export type IncidentItem = z.output<typeof incidentItem>;

/** The input of the system move `learn`, also passed with creation answers: a source's facts as of an instant. */
export const lesson = z.object({
  source: z.object({ system: id, externalId: z.string().max(100) }),
  at: z.iso.datetime(),
  facts: incidentFacts,
});
export type Lesson = z.output<typeof lesson>;

/** The input of `learn` for an item from a system. */
export function lessonOf({ externalId, updatedAt, number: _ours, ...facts }: IncidentItem, system: string): Lesson {
  return { source: { system, externalId }, at: updatedAt, facts };
}
