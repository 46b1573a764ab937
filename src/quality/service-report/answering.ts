import { z } from 'zod';
import { locales } from '../../i18n/locale.ts';
import { findNamed } from '../../org/customers/naming.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { FollowUp } from '../../records/declaration/follow-up.ts';
import { signal } from '../../records/shape/contract.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { contracts } from '../contracts.ts';
import { followLowScore, isLow, type LowScore } from '../satisfaction/low-score.ts';
import { contactsOf } from './service-report-creation.ts';
import { answerSchema, isSigned, type ReportAnswer, type ServiceReportData } from './service-report-data.ts';
import { sealOf, shownOf } from './shown.ts';

type Report = RecordOf<ServiceReportData>;

/** What a customer's page submits. */
export const saidSchema = answerSchema
  .omit({ isKnown: true, shown: true, sha256: true })
  .extend({ locale: z.enum(locales), mark: z.string().max(16) });
export type Said = z.output<typeof saidSchema>;

/** The sealed answer, with the text that was shown. */
export function frozen(record: Report, said: Omit<Said, 'mark'>, org: Organisation): ReportAnswer {
  const { locale, ...rest } = said;
  const isKnown =
    said.signerName !== undefined && findNamed(said.signerName, contactsOf(record.data.projectId, org)) !== undefined;
  const answer = { ...rest, isKnown, shown: { ...shownOf(record, org, locale) } };
  return { ...answer, sha256: sealOf(record.number, answer) };
}

/** The incident is told the rating, and a low one proposes a finding to QED. */
export function toldOf(after: Report, org: Organisation): FollowUp[] {
  const { number, data } = after;
  const { answer } = data;
  if (!answer || answer.score === undefined) return [];
  const { score, engineerScore, comment, at } = answer;
  const rating = {
    score,
    ...(engineerScore !== undefined && { engineer: engineerScore }),
    ...(comment !== undefined && { comment }),
    at,
    via: 'page',
    by: number,
  } as const;
  const lowest = Math.min(score, engineerScore ?? score);
  return [
    ...(data.incident === undefined ? [] : [signal(contracts.incident.rated, { number: data.incident }, rating)]),
    ...followLowScore({ wasLow: false, isLow: isLow(lowest, org), known: false }, () => proposed(after, lowest)),
  ];
}

/** Each round proposes its own: returning a report does not withdraw what the customer said. */
function proposed({ number, round, data }: Report, lowest: number): LowScore {
  const { title, projectId, customerId, departmentId, answer } = data;
  return {
    number: `${number}-P${round + 1}`,
    about: number,
    title,
    projectId,
    customerId,
    departmentId,
    // The comment is kept only in the report, where the rated engineer cannot see it.
    facts: [`${lowest}/5`, answer?.remark],
  };
}

/** The state after an answer. */
export const stateAfter = (answer: Pick<ReportAnswer, 'outcome'>) => (isSigned(answer) ? 'signed' : 'unsigned');

/** Required parts of an answer: the first catalogue key for each missing field. */
export function missingIn(said: {
  readonly outcome: ReportAnswer['outcome'];
  readonly score?: number | undefined;
  readonly engineerScore?: number | undefined;
  readonly signer?: string | undefined;
  readonly remark?: string | undefined;
}): Readonly<Record<string, 'form.required'>> {
  const needed = isSigned(said) ? (['score', 'engineerScore', 'signer'] as const) : [];
  const remark = said.outcome === 'reserved' || said.outcome === 'refused' ? (['remark'] as const) : [];
  const missing = [...needed, ...remark].filter((field) => said[field] === undefined);
  return Object.fromEntries(missing.map((field) => [field, 'form.required']));
}
