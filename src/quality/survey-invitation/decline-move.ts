import { z } from 'zod';
import type { Ask } from '../../records/declaration/ask.ts';
import { longTextField } from '../../records/fields.ts';
import { freeText } from '../../records/free-text.ts';
import { moveWith } from './declare.ts';
import { allClosed } from './letter-moves.ts';
import type { SurveyInvitationData } from './survey-invitation-data.ts';
import { lead, quality, serviceDesk } from './survey-invitation-roles.ts';
import { surveyInvitationWords } from './words.ts';

const reasoned = z.object({ reason: freeText(1000) });
const form: Ask<SurveyInvitationData, z.output<typeof reasoned>> = {
  schema: reasoned,
  fields: (_record, { locale }) => [
    longTextField(locale, { name: 'reason', label: surveyInvitationWords.field.declined, required: true, max: 1000 }),
  ],
};

/** The contact does not want to be asked this month. They stay in the figures, as invited. */
export const decline = moveWith({
  from: ['asked', 'answered'],
  to: 'closed',
  by: [lead, serviceDesk, quality],
  asks: form,
  secondary: true,
  closes: true,
  apply: ({ data }, { reason }) => ({ ...allClosed(data), declined: reason }),
});
