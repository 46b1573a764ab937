import { z } from 'zod';
import type { MessageKey } from '../../i18n/translate.ts';

/** How satisfied a customer is, best first: 5 is 非常满意, 1 is 非常不满意. */
export const scores = [5, 4, 3, 2, 1] as const;
export type Score = (typeof scores)[number];

/** A stored score: a whole number from 1 to 5. */
export const scoreSchema = z.literal(scores);

/** A score as a form or button returns it: `"5"`. */
export const scoreAnswer = z.coerce.number().pipe(scoreSchema);

/** The words of a score, as a catalogue key. */
export const scoreKey = (score: Score): MessageKey => `satisfaction.score.${score}`;

/** What counts as satisfied for CSAT: 满意 is a 4 or a 5. */
export const isSatisfied = (score: Score): boolean => score >= 4;
