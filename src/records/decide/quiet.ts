import { nextTimeOutsideQuietHours } from '../../calendar/quiet-hours.ts';
import type { Site } from '../../org/organisation.ts';

/**
 * When a message that nobody waits for may go over a route: empty for at once, else the instant at which the quiet hours of
 * the receiver's site end. No phone rings for the console: its page is looked at, or not.
 */
export function quietUntil(route: string, { quietHours, zone }: Site, now: Date): { readonly notBefore?: Date } {
  if (route.startsWith('console:')) return {};
  const notBefore = nextTimeOutsideQuietHours(now, quietHours, zone);
  return notBefore > now ? { notBefore } : {};
}
