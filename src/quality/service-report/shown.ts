import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';
import { formatInstant } from '../../calendar/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { translate } from '../../i18n/translate.ts';
import { nameOf, type Organisation } from '../../org/organisation.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { ReportAnswer, ServiceReportData } from './service-report-data.ts';

type Report = Pick<RecordOf<ServiceReportData>, 'number' | 'data'>;

/** The text the customer reads before answering, line by line. */
export interface Shown {
  readonly number: string;
  readonly title: string;
  readonly customer: string;
  readonly project: string;
  readonly engineer: string;
  readonly started: string;
  readonly ended: string;
  readonly done: string;
  readonly privacy: string;
}

/** The report's text in a language: the same record gives the same lines. */
export function shownOf({ number, data }: Report, org: Organisation, locale: Locale): Shown {
  const { zone } = org.siteOfDepartment(data.departmentId ?? '');
  const named = (item: Parameters<typeof nameOf>[0] | undefined, id: string) => (item ? nameOf(item, locale) : id);
  const customer = org.customer(data.customerId ?? '');
  const at = (instant: string) => formatInstant(new Date(instant), zone, locale);
  return {
    number,
    title: data.title,
    customer: named(customer?.name, data.customerId ?? '-'),
    project: named(org.project(data.projectId)?.name, data.projectId),
    engineer: named(org.person(data.engineerId)?.name, data.engineerId),
    started: at(data.startedAt),
    ended: at(data.endedAt),
    done: data.done,
    privacy: translate(locale, 'serviceReport.page.privacy'),
  };
}

const sha256 = (value: unknown) => createHash('sha256').update(canonicalize(value)).digest('hex');

/** A digest of the text shown, returned by the form, so that nobody signs a report that has changed in the meantime. */
export const markOf = (shown: Shown): string => sha256(shown).slice(0, 16);

/** The seal of an answer: SHA-256 over the text shown and the answer, with the report's number. */
export const sealOf = (
  number: string,
  { sha256: _seal, ...answer }: Omit<ReportAnswer, 'sha256'> & { sha256?: string },
) => sha256({ number, ...answer });
