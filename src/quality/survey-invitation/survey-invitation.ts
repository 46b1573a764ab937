import { nameOf } from '../../org/organisation.ts';
import { customerFilter } from '../../records/declaration/customer-filters.ts';
import { reasonForm } from '../../records/declaration/word-forms.ts';
import { creation, defineRecord } from '../../records/define-record.ts';
import { answer, enter } from './answer-moves.ts';
import { moveWith } from './declare.ts';
import { include } from './include-part.ts';
import { allClosed, close, delivered, remind, share } from './letter-moves.ts';
import { proposeLowRatings } from './low-rating.ts';
import { surveyInvitationBody } from './survey-invitation-body.ts';
import { askedContact, type SurveyInvitationData, surveyInvitationData } from './survey-invitation-data.ts';
import { lead, quality, serviceDesk } from './survey-invitation-roles.ts';
import { surveyInvitationCalled, surveyInvitationWords } from './words.ts';

/** The contact does not want to be asked this month. They stay in the figures as invited. */
const decline = moveWith({
  from: ['asked', 'answered'],
  to: 'closed',
  by: [lead, serviceDesk, quality],
  asks: reasonForm(surveyInvitationWords.field.declined),
  secondary: true,
  closes: true,
  apply: ({ data }, { reason }) => ({ ...allClosed(data), declined: reason }),
});

/** Everything asked of one contact in a month; raised by the first survey that asks them, and shared by the others. */
export const surveyInvitation = defineRecord<SurveyInvitationData, typeof surveyInvitationWords>({
  type: 'surveyInvitation',
  words: surveyInvitationWords,
  called: surveyInvitationCalled,
  number: { per: 'year', prefix: (org) => org.settings.prefixes.surveyInvitation ?? 'SI' },
  raised: true,
  schemaVersion: 1,
  upgrades: {},
  data: surveyInvitationData,
  title: ({ month, contactName }) => `${contactName} ${month}`,
  countedAt: ({ invitedAt }) => invitedAt,
  facets: ({ month, customerId }) => ({ month, ...(customerId !== null && { customer: customerId }) }),
  filters: [customerFilter('record.field.customer')],
  department: ({ parts }) => parts[0]?.departmentId ?? null,
  inChannels: false,
  initialState: 'asked',
  states: {
    asked: { tone: 'action' },
    answered: { tone: 'good' },
    closed: { final: true, tone: 'muted' },
  },
  moves: { enter, share, decline, include, answer, delivered, remind, close },
  creation: creation({
    asks: { schema: askedContact, fields: () => [] },
    initial: ({ month, contactId }, { org, now }) => {
      const known = org.contact(contactId);
      return {
        month,
        contactId,
        contactName: known ? nameOf(known.contact.name, known.contact.language) : contactId,
        customerId: known?.customer.id ?? null,
        language: known?.contact.language ?? 'zh-CN',
        invitedAt: now.toISOString(),
        forms: [],
        parts: [],
        letters: [],
        shares: [],
        reminders: [],
      };
    },
  }),
  followUps: proposeLowRatings,
  body: surveyInvitationBody,
});
