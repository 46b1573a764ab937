import { formatInstant } from '../../calendar/format.ts';
import { drawHandwriting } from '../../charts/draw-handwriting.ts';
import type { Locale } from '../../i18n/locale.ts';
import { translate } from '../../i18n/translate.ts';
import type { OrgStore } from '../../org/org-store.ts';
import { nameOf, type Organisation } from '../../org/organisation.ts';
import {
  type ReportAnswer,
  type ServiceReportData,
  serviceReportData,
} from '../../quality/service-report/service-report-data.ts';
import { shownOf } from '../../quality/service-report/shown.ts';
import { sheetOf } from '../../quality/service-report/signature.ts';
import { serviceReportWords } from '../../quality/service-report/words.ts';
import type { Records } from '../../records/records.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { CustomerLink } from '../customer-link.ts';
import { customerOf, type Page, type PageForm, type PageHandler, type Visit } from '../page-handler.ts';
import { drawCopy } from './draw-copy.ts';
import { drawForm, type FormView } from './draw-form.ts';
import { drawReceipt } from './draw-receipt.ts';
import { readAnswer } from './read-answer.ts';

/** What the page of a service report needs. */
export interface ServiceReportPageParts {
  readonly records: Pick<Records, 'load' | 'perform'>;
  readonly organisation: Pick<OrgStore, 'load'>;
  /** The style sheet, for saved copies. */
  readonly style: string;
  /** Whose phone it is opened on. */
  readonly way: 'customerPhone' | 'engineerPhone';
}

type Report = RecordOf<ServiceReportData>;

/** The page on which a customer reads a service report (R37) and signs it, signs with a reservation, refuses, or is absent. */
export function createServiceReportPage({ records, organisation, style, way }: ServiceReportPageParts): PageHandler {
  const here = way === 'engineerPhone';

  /** The report of a link; null if the link was withdrawn or the report is gone. */
  async function reportOf({ number, madeAt }: CustomerLink): Promise<Report | null> {
    const record = await records.load({ number });
    if (record?.type !== 'serviceReport') return null;
    const data = serviceReportData.parse(record.data);
    const isWithdrawn = data.linksFrom !== undefined && madeAt <= new Date(data.linksFrom);
    return isWithdrawn || record.state === 'cancelled' ? null : { ...record, data };
  }

  /** The receipt, for the link that answered; null for an answer on paper or through another link. */
  const answerFor = ({ id }: CustomerLink, { data }: Report): ReportAnswer | null =>
    data.answer && data.answer.link === id ? data.answer : null;

  return {
    purpose: here ? 'serviceReportHere' : 'serviceReport',
    languageOf: async ({ contactId }) =>
      (await organisation.load()).contact(contactId ?? '')?.contact.language ?? 'zh-CN',
    async whomToAsk({ number }, locale) {
      const record = await records.load({ number });
      const org = await organisation.load();
      const data = serviceReportData.safeParse(record?.data);
      const names = org.leadsOf(data.data?.projectId ?? '').flatMap((id) => {
        const person = org.person(id);
        return person ? [nameOf(person.name, locale)] : [];
      });
      const separator = translate(locale, 'common.listSeparator');
      return names.length === 0 ? null : translate(locale, 'serviceReport.page.whom', { names: names.join(separator) });
    },
    async show(visit) {
      const [report, org] = await Promise.all([reportOf(visit.link), organisation.load()]);
      if (!report) return 'withdrawn';
      const answer = answerFor(visit.link, report);
      if (answer) return receipt(answer, visit, org);
      if (report.state !== 'awaiting') return 'withdrawn';
      return formPage(visit, report, org, { given: signerOf(report, org, visit.locale), problems: {} });
    },
    async take(visit, form) {
      const [report, org] = await Promise.all([reportOf(visit.link), organisation.load()]);
      if (!report) return 'withdrawn';
      if (answerFor(visit.link, report)) return 'done';
      if (report.state !== 'awaiting') return 'withdrawn';
      const read = readAnswer(form);
      if ('problems' in read) return formPage(visit, report, org, { given: form, problems: read.problems });
      const said = {
        ...read.sent,
        way,
        at: visit.now.toISOString(),
        contactId: visit.link.contactId,
        link: visit.link.id,
        address: visit.address,
        handedBy: here ? visit.link.madeBy : null,
        locale: visit.locale,
        mark: (form.mark ?? '').slice(0, 16),
      };
      const interaction = `page:${visit.link.id}:${report.round}`;
      const request = { move: 'answer', answers: said, actor: customerOf(visit.link), interaction, round: null };
      const { record, verdict } = await records.perform({ id: report.id }, request);
      if (verdict.verdict === 'done' || verdict.verdict === 'repeated') return 'done';
      const now = { ...record, data: serviceReportData.parse(record.data) };
      if (now.state !== 'awaiting') return 'withdrawn';
      const general = verdict.verdict === 'refused' ? serviceReportWords.refusal.changed : 'page.notTaken.text';
      return formPage(visit, now, org, { given: form, problems: {}, general });
    },
    async file(visit, name) {
      const [report, org] = await Promise.all([reportOf(visit.link), organisation.load()]);
      const answer = report && answerFor(visit.link, report);
      if (!report || !answer) return null;
      if (name === 'signature.svg' && answer.signature !== undefined) {
        return { name, type: 'image/svg+xml', shown: true, content: drawHandwriting(sheetOf(answer.signature)) };
      }
      if (name !== 'copy') return null;
      const content = drawCopy({ answer, locale: visit.locale, at: timeOf(answer, report, org, visit.locale) }, style);
      return { name: `${report.number}.html`, type: 'text/html; charset=utf-8', shown: false, content };
    },
  };

  async function receipt(answer: ReportAnswer, { locale, path, link }: Visit, org: Organisation): Promise<Page> {
    const report = await reportOf(link);
    const at = report ? timeOf(answer, report, org, locale) : answer.at;
    const body = drawReceipt({
      answer,
      locale,
      at,
      signature: `${path}/signature.svg`,
      copy: `${path}/copy?lang=${locale}`,
    });
    return { title: titleOf(link, locale), body };
  }

  function formPage(
    { locale, path, link }: Visit,
    report: Report,
    org: Organisation,
    rest: Pick<FormView, 'given' | 'problems' | 'general'>,
  ): Page {
    const body = drawForm({ shown: shownOf(report, org, locale), locale, path, here, ...rest });
    const isWrong = Object.keys(rest.problems).length > 0 || rest.general !== undefined;
    return { title: titleOf(link, locale), body, status: isWrong ? 422 : 200 };
  }
}

const titleOf = ({ number }: CustomerLink, locale: Locale) =>
  `${translate(locale, 'serviceReport.page.title')} ${number}`;

const timeOf = ({ at }: ReportAnswer, { departmentId }: Report, org: Organisation, locale: Locale) =>
  formatInstant(new Date(at), org.siteOfDepartment(departmentId ?? '').zone, locale);

/** The contact it was prepared for, as a first guess at who signs. */
function signerOf({ data }: Report, org: Organisation, locale: Locale): PageForm {
  const contact = org.contact(data.contactId ?? '')?.contact;
  if (!contact) return data.contactName === undefined ? {} : { signer: data.contactName };
  return { signer: nameOf(contact.name, locale), ...(contact.title !== undefined && { post: contact.title }) };
}
