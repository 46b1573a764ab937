import type { Organisation } from '../../org/organisation.ts';
import type { Circumstances } from '../../records/declaration/circumstances.ts';
import type { FollowUp } from '../../records/declaration/follow-up.ts';
import type { HistoryEntry } from '../../records/history.ts';
import type { RecordOf } from '../../records/record.ts';
import { followLowScore, isLow } from '../satisfaction/low-score.ts';
import type { CallBackData } from './call-back-data.ts';

type CallBack = RecordOf<CallBackData>;

/**
 * What follows from what a customer said in a call: a complaint is opened, whose handling may propose a finding; a low score alone proposes
 * one to QED (R30). What came by a page or a link is proposed by whoever took it there.
 */
export function hearCustomer(before: CallBack | null, after: CallBack, { org }: Circumstances): FollowUp[] {
  return [...openComplaint(before, after), ...proposeLow(before, after, org)];
}

/** Once for each call-back, even if the answer is taken back and given again: what was said has been received. */
function openComplaint(before: CallBack | null, { number, data, history }: CallBack): FollowUp[] {
  const { answer, title, projectId, customerId, contactId, contactName } = data;
  if (!answer?.complaint || before?.data.answer?.complaint) return [];
  if (earlier(history).some((changed) => changed.get('answer.complaint') === true)) return [];
  return [
    {
      kind: 'raise',
      type: 'complaint',
      input: {
        kind: 'complaint',
        what: answer.comment ?? title,
        projectId,
        customerId,
        contactId,
        ...(contactName !== undefined && { contactName }),
        about: number,
        channel: 'callBack',
        receiverId: answer.by,
      },
    },
  ];
}

function proposeLow(before: CallBack | null, { number, data, history }: CallBack, org: Organisation): FollowUp[] {
  const { answer, about, title, projectId, customerId, departmentId } = data;
  const known = earlier(history).some(
    (changed) =>
      isLow(Number(changed.get('answer.score') ?? Infinity), org) && changed.get('answer.complaint') === false,
  );
  const turn = { wasLow: speaksLow(before?.data, org), isLow: speaksLow(data, org), known };
  return followLowScore(turn, () => ({
    number: `${number}-P1`,
    about: number,
    title,
    projectId,
    customerId,
    departmentId,
    facts: [`${about} · ${title}`, answer && `${answer.score}/5`, answer?.comment],
  }));
}

/** A low score that was told to an agent, without a complaint. */
const speaksLow = (data: CallBackData | undefined, org: Organisation): boolean =>
  data?.answer?.via === 'call' && !data.answer.complaint && isLow(data.answer.score, org);

/** What each earlier decision set, by path. */
const earlier = (history: readonly HistoryEntry[]) =>
  history.slice(0, -1).map(({ changes }) => new Map(changes.map(({ path, value }) => [path, value])));
