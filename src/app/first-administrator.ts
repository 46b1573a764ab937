import type { Claims } from '../org/claim-repository.ts';
import type { Organisation } from '../org/organisation.ts';
import type { Routes } from '../records/shape/address.ts';

/** Whether nobody could administer the bot: a chat platform is served, and no administrator has an identity on any. */
export function needsAdministrator(org: Organisation, routes: Routes): boolean {
  const real = [...routes].filter((route) => !route.startsWith('console:'));
  const isReached = ({ identities }: Organisation['people'][number]) =>
    identities.some(({ platform, workspace }) => real.includes(`${platform}:${workspace}`));
  return real.length > 0 && !org.peopleWith('admin').some(isReached);
}

/** A one-time code where nobody could administer the bot; else null. */
export async function invite(claims: Claims, org: Organisation, routes: Routes): Promise<string | null> {
  return needsAdministrator(org, routes) ? claims.issue(null) : null;
}
