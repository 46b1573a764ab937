import type { StateName } from '../../records/declaration/declare-move.ts';
import type { StatesOf } from '../../records/define-record.ts';
import { callBackDue } from './call-back-clock.ts';
import type { CallBackData } from './call-back-data.ts';
import { caller } from './call-back-roles.ts';
import type { callBackWords } from './words.ts';

/** Owed, until the customer was reached, cannot be reached, need not be, or the matter is open again. */
export const callBackStates: StatesOf<CallBackData, typeof callBackWords> = {
  due: { owner: caller, due: callBackDue, queued: true, tone: 'action' },
  reached: { final: true, tone: 'good' },
  unreached: { final: true, tone: 'muted' },
  exempt: { final: true, tone: 'muted' },
  void: { final: true, tone: 'muted' },
};

/** The state in which one begins: a customer who has said so already need not be called. */
export function firstStateOf({ answer, exemption }: CallBackData): StateName<typeof callBackWords> {
  if (answer) return 'reached';
  return exemption ? 'exempt' : 'due';
}
