import { z } from 'zod';
import { contracts } from '../contracts.ts';
import { move, moveWith } from './declare.ts';
import { letterOutcomes, openParts, type SurveyInvitationData, stateOf } from './survey-invitation-data.ts';
import { lead, quality, serviceDesk } from './survey-invitation-roles.ts';
import { surveyInvitationWords } from './words.ts';

const states = ['asked', 'answered', 'closed'] as const;
const delivery = z.object({
  letter: z.string().max(20),
  way: z.enum(['mail', 'sms']).optional(),
  outcome: z.enum(letterOutcomes),
  reason: z.string().max(100).optional(),
});

/** The outcome of a letter. If undelivered, the survey's lead is told to contact the person directly. */
export const delivered = moveWith({
  from: states,
  by: [],
  input: delivery,
  apply: ({ data }, told, { now }) => ({
    ...data,
    letters: [...data.letters, { ...told, at: now.toISOString() }].slice(-20),
  }),
  news: (after, { outcome }, { org }) =>
    outcome === 'sent' || after.state !== 'asked'
      ? []
      : [
          {
            to: lead.holders(after, org),
            key: surveyInvitationWords.news[outcome],
            params: { number: after.number },
          },
        ],
});

/** Reminds a contact who has not answered, as often as the settings say. */
export const remind = move({
  from: states,
  by: [],
  check: ({ data }, _nothing, { org }) =>
    data.reminders.length < org.settings.surveys.reminders ? null : { key: surveyInvitationWords.refusal.reminded },
  // A contact who answered within the same minute is not reminded.
  apply: ({ data, state }, _nothing, { now }) =>
    state === 'asked' ? { ...data, reminders: [...data.reminders, now.toISOString()] } : data,
  followUps: ({ data, state }) =>
    state === 'asked'
      ? [{ kind: 'letter', contactId: data.contactId, letter: `reminder${data.reminders.length}` }]
      : [],
});

/** A person takes the text and the code to send them by hand, perhaps in WeChat: who did is recorded. */
export const share = move({
  from: ['asked', 'answered'],
  by: [lead, serviceDesk, quality],
  opensPage: ({ data }) => ({ purpose: 'survey', contactId: data.contactId }),
  apply: ({ data }, _nothing, { now, actorId }) => ({
    ...data,
    shares: [...data.shares, { by: actorId ?? '', at: now.toISOString() }].slice(-50),
  }),
});

/** A survey accepts no more answers: with the last one the page closes. */
export const close = moveWith({
  from: states,
  to: { oneOf: ['asked', 'answered', 'closed'], choose: ({ data }, { survey }) => stateOf(without(data, survey)) },
  by: [],
  input: contracts.surveyInvitation.close.input,
  closes: true,
  apply: ({ data }, { survey }) => without(data, survey),
});

const without = (data: SurveyInvitationData, survey: string): SurveyInvitationData => ({
  ...data,
  parts: data.parts.map((part) => (part.survey === survey ? { ...part, open: false } : part)),
});

/** Closes everything at once: nobody is asked any more. */
export const allClosed = (data: SurveyInvitationData): SurveyInvitationData =>
  openParts(data).reduce((rest, { survey }) => without(rest, survey), data);
