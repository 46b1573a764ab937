import { z } from 'zod';
import type { ButtonValue } from '../../src/chat/card.ts';

/** That somebody works through the call-backs, and how many they have done since they began. A hint like everything in a button. */
const placeSchema = z.object({ calls: z.number().int().min(0).max(10_000) });
export type PlaceInCalls = z.infer<typeof placeSchema>;
/** A button's or a form's value as the place in the queue; null outside of one. */
export const placeValue = placeSchema.nullable().catch(null);

/** The same of a value that is read for something else, too. */
export const placeInCalls = (value: unknown): PlaceInCalls | null => placeValue.parse(value);

/** Whether the button takes something back, so that there is no one more done. */
export const takesBack = (value: unknown): boolean => z.object({ back: z.literal(1) }).safeParse(value).success;

/** The value of a button about an item of the queue. */
export const about = (number: string, { calls }: PlaceInCalls): ButtonValue => ({ number, calls });
