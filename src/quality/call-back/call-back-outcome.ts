import type { Organisation } from '../../org/organisation.ts';
import type { Circumstances } from '../../records/declaration/circumstances.ts';
import type { FollowUp } from '../../records/declaration/follow-up.ts';
import type { RecordOf } from '../../records/record.ts';
import { isSatisfied } from '../satisfaction/score.ts';
import type { CallBackData } from './call-back-data.ts';

type CallBack = RecordOf<CallBackData>;
type Outcome = 'reached' | 'unreached' | 'exempt';

const outcomes: readonly string[] = ['reached', 'unreached', 'exempt'];
const isOver = (record: CallBack | null) => record !== null && outcomes.includes(record.state);

/**
 * What the incident hears: that the call-back is over, whichever decision brought it there, and that it is not after all when that was
 * taken back. A satisfied customer's incident is closed at once where the settings say so.
 */
export function tellIncident(before: CallBack | null, after: CallBack, { org }: Circumstances): FollowUp[] {
  const { number, data, state } = after;
  if (before?.state === state) return [];
  if (isOver(after)) {
    const move = org.settings.closeAfterCallBack && isSettled(data) ? 'closeSettled' : 'calledBack';
    const { at, score } = endOf(after);
    const input = { number, at, outcome: state as Outcome, ...(score !== undefined && { score }) };
    return [{ kind: 'signal', number: data.about, move, input }, ...proposed(after, org)];
  }
  return isOver(before) ? [{ kind: 'signal', number: data.about, move: 'callBackUndone', input: { number } }] : [];
}

/**
 * What follows from somebody who is not satisfied: a complaint is opened, whose handling may propose a finding; a low score alone proposes
 * one to QED (R30). Once for each call-back, even if the answer is taken back and given again: what was said has been received.
 */
function proposed({ number, data, history }: CallBack, { settings }: Organisation): FollowUp[] {
  const { answer, about, title, projectId, customerId, departmentId, contactId, contactName } = data;
  const before = history.slice(0, -1).flatMap(({ changes }) => changes);
  const place = { projectId, customerId };
  if (answer?.complaint) {
    if (before.some(({ path, value }) => path === 'answer.complaint' && value === true)) return [];
    const who = { contactId, ...(contactName !== undefined && { contactName }) };
    const what = answer.comment ?? title;
    return [
      {
        kind: 'raise',
        type: 'complaint',
        input: { kind: 'complaint', what, ...place, ...who, about: number, channel: 'callBack', receiverId: answer.by },
      },
    ];
  }
  if (!answer || answer.score > settings.lowScore) return [];
  if (before.some(({ path, value }) => path === 'answer.score' && Number(value) <= settings.lowScore)) return [];
  const facts = [`${about} · ${title}`, `${answer.score}/5`, ...(answer.comment ? [answer.comment] : [])].join('\n');
  const input = { cause: 'lowScore', about: number, title, ...place, departmentId, facts: facts.slice(0, 1000) };
  return [{ kind: 'raise', type: 'proposal', number: `${number}-P1`, input }];
}

/** Nobody need look at it again before it is closed. */
const isSettled = ({ answer, exemption }: CallBackData) =>
  answer ? isSatisfied(answer.score) && !answer.complaint : exemption !== undefined;

function endOf({ data, updatedAt }: CallBack): { at: string; score?: number } {
  const { answer, unreachedAt, exemption } = data;
  if (answer) return { at: answer.at, score: answer.score };
  return { at: unreachedAt ?? exemption?.at ?? updatedAt.toISOString() };
}
