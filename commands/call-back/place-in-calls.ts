import { z } from 'zod';
import type { ButtonValue } from '../../src/chat/card.ts';

/** Marks that the user is working through the call-backs, and how many they have done since they began. A hint, like everything in a button. */
const placeSchema = z.object({ calls: z.number().int().min(0).max(10_000) });
export type PlaceInCalls = z.infer<typeof placeSchema>;
/** The place in the queue from a button's or a form's value; null outside of one. */
export const placeValue = placeSchema.nullable().catch(null);

/** The same for a value that also holds other data. */
export const placeInCalls = (value: unknown): PlaceInCalls | null => placeValue.parse(value);

/** Whether the button undoes something, so that the count does not go up. */
export const takesBack = (value: unknown): boolean => z.object({ back: z.literal(1) }).safeParse(value).success;

/** The value of a button for an item of the queue. */
export const about = (number: string, { calls }: PlaceInCalls): ButtonValue => ({ number, calls });
