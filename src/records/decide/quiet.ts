import { nextTimeOutsideQuietHours } from '../../calendar/quiet-hours.ts';
import type { Site } from '../../org/organisation.ts';

/**
 * When a message that nobody is waiting for may be sent over a route: empty for right away, otherwise the end of the quiet hours of the receiver's
 * site. The console has no quiet hours: it rings no phone.
 */
export function quietUntil(route: string, { quietHours, zone }: Site, now: Date): { readonly notBefore?: Date } {
  if (route.startsWith('console:')) return {};
  const notBefore = nextTimeOutsideQuietHours(now, quietHours, zone);
  return notBefore > now ? { notBefore } : {};
}
