import { z } from 'zod';
import { idSchema } from '../shape-parts.ts';

const workingDays = (byDefault: number) => z.number().int().min(1).max(60).default(byDefault);

/** What is done with what customers say. */
export const voiceSettings = {
  /** For which incidents a finding is proposed when a target of the SLA was missed. */
  proposeMissed: z
    .strictObject({
      /** Ids of `priorities`; null: the two most urgent. */
      priorities: z.array(idSchema).nullable().default(null),
      /** What another tool tells so many days after it was over proposes nothing. */
      withinDays: z.number().int().min(1).max(365).default(7),
    })
    .prefault({}),
  /** R29, R38: when a visit that is due is planned, and by when its record is submitted. */
  visits: z
    .strictObject({
      /** So many days before the interval of the customer's level ends. */
      leadDays: z.number().int().min(1).max(90).default(21),
      /** Working days from the record to its submission. */
      submit: workingDays(3),
    })
    .prefault({}),
  /** GB/T 19012: how many working days each step of a complaint may take. */
  complaints: z
    .strictObject({
      acknowledge: workingDays(1),
      /** From the receipt to the answer. */
      answer: workingDays(5),
      /** To ask whether the answer is accepted. */
      reaction: workingDays(5),
      /** To carry out what was accepted. */
      close: workingDays(5),
    })
    .prefault({}),
};
