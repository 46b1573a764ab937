import { createHash } from 'node:crypto';
import { instantOutsideQuietHours } from '../../calendar/quiet-hours.ts';
import type { Target } from '../../chat/port.ts';
import type { Organisation, Site } from '../../org/organisation.ts';
import type { StandingCard } from '../shape/effect.ts';
import type { RecordOf } from '../shape/record.ts';

/** Where and when an aging card is reposted. */
export interface Renewal {
  readonly target: Target;
  readonly notBefore: Date;
}

/** The window in which a card must be reposted. */
export interface RenewalWindow {
  readonly from: Date;
  readonly to: Date;
}

/**
 * Where and when to repost a card; null if nobody needs it there any more. The time is within the window and outside the quiet hours of the
 * receiver's site, and differs between cards, so that cards posted on the same day are not all reposted on the same day.
 */
export function renewalOf(
  card: StandingCard,
  record: RecordOf<unknown>,
  org: Organisation,
  stretch: RenewalWindow,
): Renewal | null {
  const target = targetOf(card, record, org);
  if (!target) return null;
  const { personId } = card;
  const site = personId === null ? org.siteOfDepartment(record.departmentId ?? '') : org.siteOfPerson(personId);
  return { target, notBefore: timeIn(stretch, site, `${record.id}/${card.message}`) };
}

function targetOf(
  { personId, platform, workspace, channel }: StandingCard,
  record: RecordOf<unknown>,
  org: Organisation,
) {
  if (personId === null) {
    const serves = (['findings', 'service'] as const).flatMap((purpose) =>
      org.channelsFor(record.departmentId, purpose),
    );
    const known = serves.some(
      (one) => one.platform === platform && one.workspace === workspace && one.channel === channel,
    );
    return known ? ({ kind: 'channel', channel } as const) : null;
  }
  const person = org.person(personId);
  if (!person?.active || !record.ownerIds.includes(personId)) return null;
  const identity = person.identities.find((one) => one.platform === platform && one.workspace === workspace);
  return identity ? ({ kind: 'user', userId: identity.userId } as const) : null;
}

/** An instant within the window and outside the site's quiet hours: the same for the same seed, spread evenly over all seeds. */
function timeIn({ from, to }: RenewalWindow, { quietHours, zone }: Site, seed: string): Date {
  const share = createHash('sha256').update(seed).digest().readUInt32BE(0) / 2 ** 32;
  return instantOutsideQuietHours(share, { from, to }, quietHours, zone);
}
