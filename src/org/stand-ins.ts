import type { Day } from '../calendar/day.ts';
import type { Deputy } from './org-schema.ts';

/** Whether a deputy stands in on a day; the first and the last day count. */
export function isInForce(deputy: Deputy, day: Day): boolean {
  return deputy.from <= day && day <= deputy.to;
}

/**
 * Who stands in for whom on a day, from one person outwards: whoever stands in for a deputy who is away too stands in for
 * the first. Direct deputies come first; the person is never among them.
 */
export function reachDeputies(
  personId: string,
  inForce: readonly Deputy[],
  direction: 'deputies' | 'principals',
): string[] {
  const reached = new Set([personId]);
  for (const current of reached) {
    for (const { person, deputy } of inForce) {
      const [from, to] = direction === 'deputies' ? [person, deputy] : [deputy, person];
      if (from === current) reached.add(to);
    }
  }
  reached.delete(personId);
  return [...reached];
}
