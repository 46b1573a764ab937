import { z } from 'zod';
import { freeText } from '../../records/shape/free-text.ts';

const id = z.string().max(60);
const person = z.string().max(100);

/** A promise made to a customer on a visit. */
export const commitmentData = z.object({
  /** The number of the visit. */
  visit: id,
  customerId: id,
  departmentId: id.nullable(),
  what: freeText(1000),
  ownerId: person,
  dueDay: z.iso.date(),
  result: freeText(1000).optional(),
  doneAt: z.iso.datetime().optional(),
  dropped: freeText(1000).optional(),
});
export type CommitmentData = z.output<typeof commitmentData>;

/** The input when a visit raises it. */
export const promisedSchema = commitmentData.omit({ result: true, doneAt: true, dropped: true });
