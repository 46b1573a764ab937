import { formatInstant } from '../../calendar/format.ts';
import type { Fact } from '../../chat/card.ts';
import { words } from '../../chat/text.ts';
import { type NamePair, nameOf } from '../../org/organisation.ts';
import { factIn } from '../../records/card/blocks.ts';
import { personText } from '../../records/card/person-text.ts';
import { siteOf } from '../../records/decide/due.ts';
import type { View } from '../../records/declaration/record-context.ts';
import { label } from '../../records/say.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { ComplaintData } from './complaint-data.ts';
import { complaintWords } from './words.ts';

/** Of what kind, from whom, about whom, by which way and when; what nobody has said is left out. */
export function complaintFacts(record: RecordOf<ComplaintData>, view: View): Fact[] {
  const { data } = record;
  const { locale, org } = view;
  const { zone } = org.calendarOf(siteOf(record, org));
  const fact = factIn(locale);
  const named = (item: { readonly name: NamePair } | undefined) => item && words(nameOf(item.name, locale));
  const at = (instant: string | undefined) =>
    instant === undefined ? undefined : words(formatInstant(new Date(instant), zone, locale));
  const who = (id: string | null | undefined) => (id ? [personText(id, view)] : undefined);
  const contact = org.contact(data.contactId ?? '')?.contact;
  const complainant = contact ? nameOf(contact.name, locale) : data.contactName;
  return [
    ...fact(complaintWords.field.kind, words(label(complaintWords.kind[data.kind], locale))),
    ...fact(
      complaintWords.field.severity,
      data.severity && words(label(complaintWords.severity[data.severity], locale)),
    ),
    ...fact('record.field.customer', named(org.customer(data.customerId ?? ''))),
    ...fact('record.field.project', named(org.project(data.projectId ?? ''))),
    ...fact(complaintWords.field.where, data.where === undefined ? undefined : words(data.where)),
    ...fact(complaintWords.field.contact, complainant === undefined ? undefined : words(complainant)),
    ...fact(complaintWords.field.channel, words(label(complaintWords.channel[data.channel], locale))),
    ...fact(complaintWords.field.received, at(data.receivedAt)),
    ...fact(complaintWords.field.receiver, who(data.receiverId)),
    ...fact(complaintWords.field.accused, record.restricted ? who(data.accusedId) : undefined),
    ...fact(complaintWords.field.acknowledged, at(data.acknowledgement?.at)),
    ...fact(complaintWords.field.closed, at(data.closedAt)),
  ];
}
