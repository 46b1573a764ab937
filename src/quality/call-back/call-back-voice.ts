import { shortenLetters } from '../../chat/shorten-text.ts';
import { translate } from '../../i18n/translate.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { FollowUp } from '../../records/declaration/follow-up.ts';
import type { RecordContext } from '../../records/declaration/record-context.ts';
import { raise } from '../../records/shape/contract.ts';
import type { HistoryEntry } from '../../records/shape/history.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { contracts } from '../contracts.ts';
import { followLowScore, isLow } from '../satisfaction/low-score.ts';
import type { CallBackData } from './call-back-data.ts';
import { callBackWords } from './words.ts';

type CallBack = RecordOf<CallBackData>;

/**
 * What follows from a customer's answer in a call: a complaint is opened, whose handling may propose a finding; a low score without one proposes a
 * finding to QED (R30). Answers from a page or link are proposed by the record that received them.
 */
export function hearCustomer(before: CallBack | null, after: CallBack, { org }: RecordContext): FollowUp[] {
  return [...openComplaint(before, after, org), ...proposeLow(before, after, org)];
}

/**
 * Once per call-back, whether opened during the call or with the answer, even if that answer is undone and given again: the complaint has been
 * received.
 */
function openComplaint(before: CallBack | null, { number, data, history }: CallBack, org: Organisation): FollowUp[] {
  const { answer, complaint, about, projectId, customerId, contactId, contactName } = data;
  if (!complains(data) || complains(before?.data)) return [];
  if (earlier(history).some((changed) => changed.get('answer.complaint') === true)) return [];
  return [
    raise(
      contracts.complaint.raise,
      {
        kind: 'complaint',
        ...(answer?.comment === undefined ? { what: accountOf(data, org), wordless: true } : { what: answer.comment }),
        projectId,
        customerId,
        contactId,
        ...(contactName !== undefined && { contactName }),
        about: number,
        evidence: [about],
        channel: 'callBack',
        receiverId: complaint?.by ?? answer?.by ?? null,
      },
      complaint ? { tells: contracts.callBack.complained.move } : {},
    ),
  ];
}

const complains = (data: CallBackData | undefined): boolean =>
  data?.complaint !== undefined || data?.answer?.complaint === true;

/** What is known before anyone has written down the customer's words, in the site's language. */
function accountOf({ about, title, done, departmentId }: CallBackData, org: Organisation): string {
  const { language } = org.siteOfDepartment(departmentId ?? '');
  const account = translate(language, callBackWords.complaint.account, { number: about, title });
  if (done === undefined) return account;
  return `${account}\n${translate(language, callBackWords.complaint.done, { done: shortenLetters(done, 1000) })}`;
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

/** A low score given to an agent, without a complaint. */
const speaksLow = (data: CallBackData | undefined, org: Organisation): boolean =>
  data?.answer?.via === 'call' && !data.answer.complaint && isLow(data.answer.score, org);

/** What each earlier decision set, by path. */
const earlier = (history: readonly HistoryEntry[]) =>
  history.slice(0, -1).map(({ changes }) => new Map(changes.map(({ path, value }) => [path, value])));
