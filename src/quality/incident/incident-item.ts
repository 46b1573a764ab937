import { z } from 'zod';
import { normalisePhone } from '../../org/customers/phone.ts';
import { freeText } from '../../records/shape/free-text.ts';
import { channels, kinds, places } from './incident-data.ts';

const id = z.string().trim().min(1).max(60);
/** ISO 8601 with a zone; kept as UTC. Times are held against each other as text, which a year of more or fewer than four digits would upset. */
const instant = z.iso
  .datetime({ offset: true })
  .transform((at) => new Date(at).toISOString())
  .refine((at) => at >= '2000' && at < '2100', 'must lie between 2000 and 2099');
/** Null takes back what was told before: a matter that is reopened was not resolved. */
const perhaps = <Value>(schema: z.ZodType<Value>) => schema.nullable().optional();

/** Who asked: a contact by id, by name or by telephone number; a name that is no contact's is kept as it is. */
const requesterFact = z.strictObject({
  id: id.optional(),
  name: freeText(120).optional(),
  phone: z.string().max(40).transform(normalisePhone).optional(),
});

/** What another tool may tell of an incident or a request. What is left out is not told; each is known by the time at which it was told. */
export const incidentFacts = z.strictObject({
  kind: z.enum(kinds).optional(),
  title: freeText(200).optional(),
  /** The id of a project of ours. */
  project: id.optional(),
  priority: id.optional(),
  requester: perhaps(requesterFact),
  category: perhaps(id),
  object: perhaps(freeText(200)),
  channel: z.enum(channels).optional(),
  place: z.enum(places).optional(),
  /** The id of a person of ours. */
  engineer: perhaps(id),
  reportedAt: instant.optional(),
  respondedAt: perhaps(instant),
  restoredAt: perhaps(instant),
  resolvedAt: perhaps(instant),
  closedAt: perhaps(instant),
  done: perhaps(freeText(3000)),
  /** All times of waiting for the customer. */
  pauses: z
    .array(z.strictObject({ from: instant, to: instant.optional(), reason: freeText(1000) }))
    .max(100)
    .optional(),
  /** Why it was cancelled there. */
  cancellation: perhaps(freeText(1000)),
});
export type IncidentFacts = z.output<typeof incidentFacts>;

/**
 * An item as another tool sends it: its number there, when it last changed there, and its facts. A new one needs `title` and `project`;
 * `kind` is an incident, `channel` monitoring and `priority` the least urgent where nothing else is told. One that is known by our `number`
 * may be told of by any tool.
 */
export const incidentItem = incidentFacts.extend({
  externalId: z.string().trim().min(1).max(100),
  number: z.string().max(60).optional(),
  updatedAt: instant,
});
export type IncidentItem = z.output<typeof incidentItem>;

/** What the system's move `learn` takes, and the creation beside its answers: facts of a source as they were at an instant. */
export const lesson = z.object({
  source: z.object({ system: id, externalId: z.string().max(100) }),
  at: z.iso.datetime(),
  facts: incidentFacts,
});
export type Lesson = z.output<typeof lesson>;

/** The input of `learn` for an item of a system. */
export function lessonOf({ externalId, updatedAt, number: _ours, ...facts }: IncidentItem, system: string): Lesson {
  return { source: { system, externalId }, at: updatedAt, facts };
}
