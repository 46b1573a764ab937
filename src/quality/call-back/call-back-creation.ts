import type { z } from 'zod';
import type { Organisation } from '../../org/organisation.ts';
import { creation } from '../../records/define-record.ts';
import { ratingSchema } from '../satisfaction/rating.ts';
import { type CallBackData, type Service, serviceSchema } from './call-back-data.ts';
import { answerOf } from './rated.ts';

/** `rating` is what the customer said unprompted before the resolution; absent if it does not count. */
export const raisedCallBack = serviceSchema.extend({ rating: ratingSchema.optional() });

/** Raised by an incident that is resolved or closed. */
export const callBackCreation = creation<CallBackData, z.output<typeof raisedCallBack>>({
  asks: { schema: raisedCallBack, fields: () => [] },
  initial: ({ rating, ...service }, { org, now }) => {
    const cause = rating ? undefined : exemptedBy(service, org);
    return {
      ...service,
      taken: null,
      attempts: [],
      ...(rating && { answer: answerOf(rating) }),
      ...(cause && { exemption: { at: now.toISOString(), by: null, cause } }),
    };
  },
});

/** Why no call is needed from the start: overdue when a list imported it, or nobody requested the service (settings). */
function exemptedBy({ since, importedAt, unasked }: Service, { settings }: Organisation) {
  const until = Date.parse(since) + settings.callBackHours * 3_600_000;
  const isHistory = importedAt !== undefined && Date.parse(importedAt) > until;
  if (settings.exemptImported && isHistory) return 'imported';
  return settings.exemptMonitoring && unasked ? 'unasked' : undefined;
}
