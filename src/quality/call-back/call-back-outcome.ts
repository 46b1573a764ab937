import type { FollowUp } from '../../records/declaration/follow-up.ts';
import type { RecordContext } from '../../records/declaration/record-context.ts';
import { signal } from '../../records/shape/contract.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { contracts } from '../contracts.ts';
import { isSatisfied, type Score } from '../satisfaction/score.ts';
import type { CallBackData } from './call-back-data.ts';

type CallBack = RecordOf<CallBackData>;
type Outcome = 'reached' | 'unreached' | 'exempt';

const outcomes: readonly string[] = ['reached', 'unreached', 'exempt'];
const isOver = (record: CallBack | null) => record !== null && outcomes.includes(record.state);

/**
 * What the incident hears: that the call-back is over, whichever decision brought it there, and that it is not after all when that was
 * taken back. A satisfied customer's incident is closed at once where the settings say so.
 */
export function tellIncident(before: CallBack | null, after: CallBack, { org }: RecordContext): FollowUp[] {
  const { number, data, state } = after;
  if (before?.state === state) return [];
  if (isOver(after)) {
    const { closeSettled, calledBack } = contracts.incident;
    const contract = org.settings.closeAfterCallBack && isSettled(data) ? closeSettled : calledBack;
    const { at, score } = endOf(after);
    const input = { number, at, outcome: state as Outcome, ...(score !== undefined && { score }) };
    return [signal(contract, { number: data.about }, input)];
  }
  return isOver(before) ? [signal(contracts.incident.callBackUndone, { number: data.about }, { number })] : [];
}

/** Nobody need look at it again before it is closed. */
const isSettled = ({ answer, exemption }: CallBackData) =>
  answer ? isSatisfied(answer.score) && !answer.complaint : exemption !== undefined;

function endOf({ data, updatedAt }: CallBack): { at: string; score?: Score } {
  const { answer, unreachedAt, exemption } = data;
  if (answer) return { at: answer.at, score: answer.score };
  return { at: unreachedAt ?? exemption?.at ?? updatedAt.toISOString() };
}
