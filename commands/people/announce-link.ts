import type { z } from 'zod';
import type { IdentityLink } from '../../src/org/identity.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import type { Announce } from '../../src/schedule/announce.ts';
import type { linkedNotice } from './linked-notice.ts';

/** Tells QED's managers, once, that a chat user was taken for one of our people. */
export function announceLink(announce: Announce) {
  return async ({ platform, workspace, userId, personId }: IdentityLink, org: Organisation): Promise<void> => {
    const person = org.person(personId)?.name ?? { zh: personId, en: personId };
    const content: z.infer<typeof linkedNotice> = { notice: 'linked', person, platform, userId };
    const to = org.idsWith('qedManager');
    await announce({ job: 'linked', scope: `${platform}:${workspace}`, period: userId, to, content }, org);
  };
}
