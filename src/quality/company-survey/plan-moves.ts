import { reasonForm } from '../../records/declaration/word-forms.ts';
import { customersForm, submitPlanForm } from './company-survey-forms.ts';
import { approver, planner, qualityManager } from './company-survey-roles.ts';
import { move, moveWith } from './declare.ts';
import { contactsToAsk, gapsOf, isWhole } from './sample.ts';
import { companySurveyWords } from './words.ts';

const takeIn = moveWith({
  from: ['planning'],
  by: [qualityManager],
  asks: customersForm('in'),
  check: (_record, { customers }, { org }) =>
    customers.every((id) => org.customer(id)?.active) ? null : { key: 'form.chooseOne' },
  apply({ data }, { customers }, { org }) {
    const more = customers.flatMap((id) => {
      const customer = org.customer(id);
      return customer ? contactsToAsk(customer, org) : [];
    });
    return { ...data, contactIds: [...new Set([...data.contactIds, ...more])] };
  },
});

const leaveOut = moveWith({
  from: ['planning'],
  by: [qualityManager],
  asks: customersForm('out'),
  secondary: true,
  apply({ data }, { customers }, { org }) {
    const out = new Set(customers.flatMap((id) => org.customer(id)?.contacts.map((contact) => contact.id) ?? []));
    return { ...data, contactIds: data.contactIds.filter((id) => !out.has(id)) };
  },
});

/** The plan is ready. A plan with gaps needs a reason and a decision; any other may be sent. */
const submitPlan = moveWith({
  from: ['planning'],
  to: {
    oneOf: ['ready', 'approval'],
    choose: ({ data }, _said, { org }) => (isWhole(gapsOf(data.contactIds, org)) ? 'ready' : 'approval'),
  },
  by: [qualityManager],
  asks: submitPlanForm,
  style: 'primary',
  check: ({ data }, { reason }, { org }) => {
    if (data.contactIds.length === 0) return { key: companySurveyWords.refusal.empty };
    const isExplained = reason !== undefined || isWhole(gapsOf(data.contactIds, org));
    return isExplained ? null : { key: companySurveyWords.refusal.gap };
  },
  apply({ data }, { reason }, { actorId }) {
    const { gapReason: _before, returned: _was, ...rest } = data;
    return { ...rest, plannerId: actorId, ...(reason !== undefined && { gapReason: reason }) };
  },
});

const approvePlan = move({
  from: ['approval'],
  to: 'ready',
  by: [approver],
  not: [planner],
  style: 'primary',
  apply: ({ data }, _nothing, { actorId }) => ({ ...data, ...(actorId !== null && { approvedBy: actorId }) }),
});

const returnPlan = moveWith({
  from: ['approval'],
  to: 'planning',
  by: [approver],
  not: [planner],
  asks: reasonForm(companySurveyWords.reason.return),
  nextRound: true,
  apply: ({ data }, { reason }) => ({ ...data, returned: reason }),
});

/** From the sample to a plan that can be sent. */
export const planMoves = { takeIn, leaveOut, submitPlan, approvePlan, returnPlan };
