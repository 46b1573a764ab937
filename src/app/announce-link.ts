import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { IdentityLink } from '../org/identity.ts';
import type { Organisation } from '../org/organisation.ts';
import { addressOf, type Routes } from '../records/address.ts';
import { waiting } from '../records/effect.ts';
import { quietUntil } from '../records/quiet.ts';
import { occurrenceKey } from '../schedule/define-job.ts';
import type { Occurrences } from '../schedule/occurrence-repository.ts';
import type { linkedNotice } from './linked-notice.ts';

interface Parts {
  readonly occurrences: Occurrences;
  readonly routes: () => Routes;
  readonly clock: Clock;
  readonly written: (key: string) => void;
}

/** Tells QED's managers, once, that a chat user was taken for one of our people. */
export function announceLink({ occurrences, routes, clock, written }: Parts) {
  return async ({ platform, workspace, userId, personId }: IdentityLink, org: Organisation): Promise<void> => {
    const now = clock.now();
    const person = org.person(personId)?.name ?? { zh: personId, en: personId };
    const content: z.infer<typeof linkedNotice> = { notice: 'linked', person, platform, userId };
    const occurrence = { job: 'linked', scope: `${platform}:${workspace}`, period: userId, dueAt: now, until: now };
    const effects = org.peopleWith('qedManager').flatMap(({ id }) => {
      const address = addressOf(id, org, routes());
      const key = `${occurrenceKey(occurrence)}:${id}`;
      if (!address) return [];
      const held = quietUntil(address.route, org.siteOfPerson(id), now);
      return [waiting({ kind: 'post', ...address, key, purpose: 'notice', personId: id, content, ...held }, now)];
    });
    await occurrences.announce(occurrence, effects);
    written(occurrenceKey(occurrence));
  };
}
