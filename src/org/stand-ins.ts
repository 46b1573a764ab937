import type { Day } from '../calendar/day.ts';
import type { Deputy } from './org-schema.ts';

type Span = Pick<Deputy, 'person' | 'deputy' | 'from' | 'to'>;

/** Whether a deputy stands in on a day; the first and the last day are included. */
export function isInForce(deputy: Span, day: Day): boolean {
  return deputy.from <= day && day <= deputy.to;
}

/**
 * Who stands in for whom on a day, starting from one person: if a deputy is away too, that deputy's deputy stands in for the person. Direct deputies
 * come first; the person is never among them.
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
 * Whether a deputy's days would make a person their own deputy through others. If there is a circle on some day, it is closed by the deputy who
 * begins last, on their first day: each first day within the span is tried.
 */
export function closesCircle(span: Span, others: readonly Span[]): boolean {
  const within = (day: Day) => span.from <= day && day <= span.to;
  const days = [span.from, ...others.map(({ from }) => from).filter(within)];
  return days.some((day) => {
    const inForce = others.filter((other) => isInForce(other, day));
    return reachDeputies(span.deputy, inForce, 'deputies').includes(span.person);
  });
}
