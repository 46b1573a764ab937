import type { StateName } from '../../records/declaration/declare-move.ts';
import type { ElapsedRule } from '../../records/declaration/state.ts';
import type { StatesOf } from '../../records/define-record.ts';
import type { CallBackData } from './call-back-data.ts';
import { caller } from './call-back-roles.ts';
import type { callBackWords } from './words.ts';

const when = (at: string | undefined) => (at === undefined ? null : new Date(at));

/** 24 elapsed hours (settings) from the resolution, or from the closing (requirements, note 1). Exempt customers have no deadline. */
const callBackDue: ElapsedRule<CallBackData> = {
  kind: 'elapsed',
  reminders: ({ settings }) => ({ before: settings.callBackReminders }),
  clock({ since, answer, unreachedAt, exemption, voidedAt }, { settings }) {
    if (exemption || voidedAt !== undefined) return null;
    return {
      startedAt: new Date(since),
      minutes: settings.callBackHours * 60,
      hours: 'always',
      pauses: [],
      metAt: when(unreachedAt ?? answer?.at),
    };
  },
};

/** Due until the customer was reached, proved unreachable, is exempt, or the incident was reopened. */
export const callBackStates: StatesOf<CallBackData, typeof callBackWords> = {
  due: { owner: caller, due: callBackDue, queued: true, tone: 'action' },
  reached: { final: true, tone: 'good' },
  unreached: { final: true, tone: 'muted' },
  exempt: { final: true, tone: 'muted' },
  void: { final: true, tone: 'muted' },
};

/** The initial state: a customer who has already answered need not be called. */
export function firstStateOf({ answer, exemption }: CallBackData): StateName<typeof callBackWords> {
  if (answer) return 'reached';
  return exemption ? 'exempt' : 'due';
}
