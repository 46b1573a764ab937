import { reasonForm } from '../../records/declaration/word-forms.ts';
import { moveWith } from './declare.ts';
import { allClosed } from './letter-moves.ts';
import { lead, quality, serviceDesk } from './survey-invitation-roles.ts';
import { surveyInvitationWords } from './words.ts';

/** The contact does not want to be asked this month. They stay in the figures, as invited. */
export const decline = moveWith({
  from: ['asked', 'answered'],
  to: 'closed',
  by: [lead, serviceDesk, quality],
  asks: reasonForm(surveyInvitationWords.field.declined),
  secondary: true,
  closes: true,
  apply: ({ data }, { reason }) => ({ ...allClosed(data), declined: reason }),
});
