import type { State } from '../../records/declaration/state.ts';
import type { VisitData } from './visit-data.ts';
import { manager } from './visit-roles.ts';

/** From the plan to the record that is submitted. */
export const visitStates: Readonly<Record<string, State<VisitData>>> = {
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
