import type { StatesOf } from '../../records/define-record.ts';
import type { VisitData } from './visit-data.ts';
import { manager } from './visit-roles.ts';
import type { visitWords } from './words.ts';

/** From the plan to the record that is submitted. */
export const visitStates: StatesOf<VisitData, typeof visitWords> = {
  planned: { owner: manager, due: { kind: 'day', day: ({ dueDay }) => dueDay }, tone: 'action' },
  agreed: { owner: manager, due: { kind: 'day', day: ({ onDay, dueDay }) => onDay ?? dueDay }, tone: 'neutral' },
  written: {
    owner: manager,
    due: { kind: 'workingDays', days: ({ settings }) => settings.visits.submit },
    tone: 'action',
  },
  closed: { final: true, tone: 'good' },
  cancelled: { final: true, tone: 'muted' },
};
