import { formatInstant } from '../../calendar/format.ts';
import type { Block, Fact } from '../../chat/card.ts';
import { type Text, words } from '../../chat/text.ts';
import type { Locale } from '../../i18n/locale.ts';
import { type MessageKey, translate } from '../../i18n/translate.ts';
import { nameOf } from '../../org/organisation.ts';
import { quotedIn } from '../../records/card/blocks.ts';
import { personText } from '../../records/card/person-text.ts';
import { siteOf } from '../../records/decide/due.ts';
import type { View } from '../../records/declaration/record-context.ts';
import { label } from '../../records/say.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { Score } from '../satisfaction/score.ts';
import type { ReportAnswer, ServiceReportData } from './service-report-data.ts';
import { seesRatings } from './service-report-roles.ts';
import { sheetOf } from './signature.ts';
import { serviceReportWords } from './words.ts';

/** The drawn signature with the signer's name; empty if none was drawn or it was erased. */
function signatureBlock({ signature, signerName, signerPost }: ReportAnswer, locale: Locale): Block[] {
  const sheet = sheetOf(signature ?? '');
  if (sheet.strokes.length === 0) return [];
  return [{ kind: 'handwriting', sheet, alt: altOf(signerName, signerPost, locale) }];
}

function altOf(name: string | undefined, post: string | undefined, locale: Locale): string {
  if (name === undefined) return translate(locale, serviceReportWords.signature);
  if (post === undefined) return translate(locale, serviceReportWords['signature.of'], { name });
  return translate(locale, serviceReportWords['signature.ofPost'], { name, post });
}

/** The body of a service report's card; ratings and comment are hidden from those they are about. */
export function serviceReportBody(record: RecordOf<ServiceReportData>, view: View): Block[] {
  const { data } = record;
  const back = data.earlier.at(-1);
  const { locale } = view;
  const quoted = quotedIn(locale);
  return [
    { kind: 'facts', facts: visitFacts(record, view) },
    ...quoted(serviceReportWords.field.done, data.done),
    ...(back && !data.answer ? quoted(serviceReportWords.reason.sendBack, back.reason) : []),
    ...(data.answer ? answerBlocks(data.answer, record, view) : []),
    ...quoted(serviceReportWords.reason.cancel, data.cancellation),
  ];

  function answerBlocks(
    answer: ReportAnswer,
    { data: report }: RecordOf<ServiceReportData>,
    { viewer, org }: View,
  ): Block[] {
    const sees = seesRatings(viewer, report, org);
    const warning: Block[] =
      answer.signerName !== undefined && !answer.isKnown
        ? [
            {
              kind: 'note',
              text: words(translate(locale, serviceReportWords.unknownSigner, { name: answer.signerName })),
            },
          ]
        : [];
    return [
      { kind: 'heading', text: label(serviceReportWords.outcome[answer.outcome], locale) },
      { kind: 'facts', facts: answerFacts(answer, record, view, sees) },
      ...signatureBlock(answer, locale),
      ...warning,
      ...quoted(serviceReportWords.field.remark, answer.remark),
      ...(sees ? quoted(serviceReportWords.field.comment, answer.comment) : []),
      { kind: 'note', text: words(translate(locale, serviceReportWords.sealed, { hash: answer.sha256 })) },
    ];
  }
}

function visitFacts(record: RecordOf<ServiceReportData>, view: View): Fact[] {
  const { data } = record;
  const { locale, org } = view;
  const contact = data.contactId === null ? undefined : org.contact(data.contactId)?.contact;
  const project = org.project(data.projectId);
  const customer = org.customer(data.customerId ?? '');
  return [
    ...factOf('record.field.customer', customer && nameOf(customer.name, locale), view),
    ...factOf('record.field.project', project ? nameOf(project.name, locale) : data.projectId, view),
    ...factOf(serviceReportWords.field.contact, contact ? nameOf(contact.name, locale) : data.contactName, view),
    ...factOf(serviceReportWords.field.engineer, [personText(data.engineerId, view)], view),
    ...factOf(serviceReportWords.field.started, at(data.startedAt, record, view), view),
    ...factOf(serviceReportWords.field.ended, at(data.endedAt, record, view), view),
    ...factOf(serviceReportWords.field.incident, data.incident, view),
  ];
}

function answerFacts(answer: ReportAnswer, record: RecordOf<ServiceReportData>, view: View, sees: boolean): Fact[] {
  const { locale } = view;
  const { way, handedBy, signerName, signerPost } = answer;
  const rating = (score: Score | undefined) =>
    score === undefined || !sees ? undefined : `${score} · ${label(`satisfaction.score.${score}`, locale)}`;
  const signer = [signerName, signerPost].filter((said) => said !== undefined).join(' · ');
  return [
    ...factOf(serviceReportWords.field.signer, signer || undefined, view),
    ...factOf(serviceReportWords.field.signedAt, at(answer.at, record, view), view),
    ...factOf(serviceReportWords.field.way, label(serviceReportWords.way[way], locale), view),
    ...factOf(
      serviceReportWords.handedBy[way === 'paper' ? 'paper' : 'phone'],
      handedBy === null ? undefined : [personText(handedBy, view)],
      view,
    ),
    ...factOf(serviceReportWords.field.score, rating(answer.score), view),
    ...factOf(serviceReportWords.field.engineerScore, rating(answer.engineerScore), view),
    ...factOf(serviceReportWords.field.address, answer.address || undefined, view),
  ];
}

const at = (instant: string, record: RecordOf<unknown>, { org, locale }: View) =>
  formatInstant(new Date(instant), org.calendarOf(siteOf(record, org)).zone, locale);

const factOf = (key: MessageKey, value: string | Text | undefined, { locale }: View): Fact[] =>
  value === undefined
    ? []
    : [{ label: translate(locale, key), value: typeof value === 'string' ? words(value) : value }];
