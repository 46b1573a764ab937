import { z } from 'zod';
import { freeText } from '../../records/shape/free-text.ts';

const person = z.string().max(100);
const instant = z.iso.datetime();

/** The data of an action from a CAPA report. */
export const actionData = z.object({
  /** The finding whose report planned it. */
  finding: z.string(),
  departmentId: z.string(),
  kind: z.enum(['corrective', 'preventive']),
  what: freeText(1000),
  ownerId: z.string(),
  dueDay: z.iso.date(),
  /** Who approved the report; absent if not recorded. */
  approverId: person.optional(),
  /** Progress notes in the owner's words. */
  progress: z.array(z.object({ by: person, at: instant, text: freeText(3000) })).max(100),
  /** 转交: from whom, to whom and why. */
  transfers: z.array(z.object({ by: person, at: instant, from: person, to: person, reason: freeText(1000) })).max(50),
  evidence: freeText(3000).optional(),
  sentBack: freeText(3000).optional(),
  withdrawal: freeText(3000).optional(),
});
export type ActionData = z.infer<typeof actionData>;

/** The input when a finding raises it. A restricted finding's actions are restricted, too. */
export const plannedSchema = actionData
  .pick({ finding: true, departmentId: true, kind: true, what: true, ownerId: true, dueDay: true, approverId: true })
  .extend({ restricted: z.boolean().default(false), accessIds: z.array(person).max(100).default([]) });

const version1 = z.looseObject({});

/** From version 1 to 2: progress and transfers. */
export const actionUpgrades = {
  1: (data: unknown) => ({ ...version1.parse(data), progress: [], transfers: [] }),
} as const;
