import { type Identity, type IdentityLink, identityKey, identityPlatforms } from './identity.ts';
import type { PersonData } from './org-schema.ts';

/** The owner of each identity, by `identityKey`. The organization's own data takes precedence over identities linked later. */
export function ownersOfIdentities(
  people: readonly PersonData[],
  links: readonly IdentityLink[],
): ReadonlyMap<string, IdentityLink> {
  const owners = new Map<string, IdentityLink>();
  for (const link of [...people.flatMap(givenIdentities), ...links]) {
    const key = identityKey(link.platform, link.workspace, link.userId);
    if (!owners.has(key)) owners.set(key, link);
  }
  return owners;
}

/** All identities of one person. */
export function identitiesOf(personId: string, owners: ReadonlyMap<string, IdentityLink>): Identity[] {
  return [...owners.values()]
    .filter((owner) => owner.personId === personId)
    .map(({ platform, workspace, userId }) => ({ platform, workspace, userId }));
}

/** The identities that the organization's data gives a person. */
export function givenIdentities(person: PersonData): IdentityLink[] {
  return identityPlatforms.flatMap((platform) =>
    person.identities[platform].map((identity) => ({ platform, ...identity, personId: person.id })),
  );
}
