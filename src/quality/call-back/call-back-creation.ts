import type { z } from 'zod';
import { creation } from '../../records/define-record.ts';
import { ratingSchema } from '../satisfaction/rating.ts';
import { type CallBackData, serviceSchema } from './call-back-data.ts';
import { answerOf } from './rated.ts';

/** `rating` is what the customer said by themselves before it was resolved; left out where it does not count. */
const raised = serviceSchema.extend({ rating: ratingSchema.optional() });

/** Raised by an incident that is resolved or closed. */
export const callBackCreation = creation<CallBackData, z.output<typeof raised>>({
  asks: { schema: raised, fields: () => [] },
  initial: ({ rating, ...service }, { org, now }) => ({
    ...service,
    taken: null,
    attempts: [],
    ...(rating && { answer: answerOf(rating) }),
    ...(!rating &&
      service.unasked &&
      org.settings.exemptMonitoring && { exemption: { at: now.toISOString(), by: null } }),
  }),
});
