import type { Settings } from '../../org/organisation.ts';
import type { DueRule } from '../../records/declaration/state.ts';
import type { StatesOf } from '../../records/define-record.ts';
import type { ComplaintData } from './complaint-data.ts';
import { accused, handler, quality } from './complaint-roles.ts';
import type { complaintWords } from './words.ts';

const within = (step: keyof Settings['complaints']): DueRule<ComplaintData> => ({
  kind: 'workingDays',
  days: ({ settings }) => settings.complaints[step],
});
const answerDay: DueRule<ComplaintData> = { kind: 'day', day: ({ answerBy }) => answerBy };

const handled = { owner: handler, not: [accused], tone: 'action' } as const;

/** From the receipt to the closing (终止); a suggestion goes a shorter way. */
export const complaintStates: StatesOf<ComplaintData, typeof complaintWords> = {
  received: { ...handled, due: within('acknowledge') },
  investigating: { ...handled, due: answerDay, extendedBy: quality },
  answered: { ...handled, due: within('reaction') },
  /** 升级: the quality department answers what the handler's answer did not settle. */
  escalated: { owner: quality, not: [accused], due: answerDay, tone: 'action' },
  accepted: { ...handled, due: within('close'), extendedBy: quality },
  assessing: { ...handled, due: answerDay, extendedBy: quality },
  closed: { final: true, tone: 'good' },
  withdrawn: { final: true, tone: 'muted' },
};
