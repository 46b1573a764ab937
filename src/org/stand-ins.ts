import type { Day } from '../calendar/day.ts';
import type { Deputy } from './org-schema.ts';

type Span = Pick<Deputy, 'person' | 'deputy' | 'from' | 'to'>;

/** Whether a deputy stands in on a day; the first and the last day count. */
export function isInForce(deputy: Span, day: Day): boolean {
  return deputy.from <= day && day <= deputy.to;
}

/**
 * Who stands in for whom on a day, from one person outwards: whoever stands in for a deputy who is away too stands in for
 * the first. Direct deputies come first; the person is never among them.
 */
export function reachDeputies(
  personId: string,
  inForce: readonly Span[],
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

/**
 * Whether a deputy's days would let somebody stand in for themselves, by way of others. A circle that closes on some day is closed by
 * whoever begins last, on that first day: each first day within the span is tried.
 */
export function closesCircle(span: Span, others: readonly Span[]): boolean {
  const within = (day: Day) => span.from <= day && day <= span.to;
  const days = [span.from, ...others.map(({ from }) => from).filter(within)];
  return days.some((day) => {
    const inForce = others.filter((other) => isInForce(other, day));
    return reachDeputies(span.deputy, inForce, 'deputies').includes(span.person);
  });
}
