import { formatInstant } from '../../calendar/format.ts';
import type { Block, Fact } from '../../chat/card.ts';
import { bold, plain, words } from '../../chat/text.ts';
import { translate } from '../../i18n/translate.ts';
import { type NamePair, nameOf } from '../../org/organisation.ts';
import { factIn, quotedIn } from '../../records/card/blocks.ts';
import { openButton } from '../../records/card/draw-buttons.ts';
import { personText } from '../../records/card/person-text.ts';
import { siteOf } from '../../records/decide/due.ts';
import type { View } from '../../records/declaration/record-context.ts';
import { label, personName } from '../../records/say.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { ComplaintData } from './complaint-data.ts';
import { tellComplainant } from './tell-complainant.ts';
import { complaintWords } from './words.ts';

/** Kind, complainant, accused, channel and time; unknown facts are left out. */
function complaintFacts(record: RecordOf<ComplaintData>, view: View): Fact[] {
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

/** The last three notes of the investigation. */
function noteBlocks({ data }: RecordOf<ComplaintData>, view: View): Block[] {
  if (data.notes.length === 0) return [];
  const lines = data.notes
    .slice(-3)
    .map(({ by, text }) => ({ text: [bold(personName(by, view)), plain(`  ${text}`)] }));
  return [
    { kind: 'heading', text: translate(view.locale, complaintWords.field.notes) },
    { kind: 'lines', lines },
  ];
}

/** The last answer, and the complainant's reaction to it. */
function answerBlocks({ data }: RecordOf<ComplaintData>, { locale }: View): Block[] {
  const answer = data.answers.at(-1);
  if (!answer) return [];
  const { upheld, text, remedy, reaction, words: said } = answer;
  const fact = factIn(locale);
  return [
    { kind: 'heading', text: translate(locale, complaintWords.field.answer) },
    { kind: 'quote', text: words(text) },
    {
      kind: 'facts',
      facts: [
        ...fact(complaintWords.field.upheld, label(complaintWords.upheld[upheld], locale)),
        ...fact(complaintWords.field.remedy, remedy),
        ...fact(complaintWords.field.reaction, reaction && label(complaintWords.reaction[reaction], locale)),
        ...fact(complaintWords.field.words, said),
      ],
    },
  ];
}

/** The body of a complaint's card; the text for the complainant only if one of our people is the viewer. */
export function complaintBody(record: RecordOf<ComplaintData>, view: View): Block[] {
  const { data } = record;
  const { locale } = view;
  const quoted = quotedIn(locale);
  return [
    { kind: 'facts', facts: complaintFacts(record, view) },
    ...quoted(data.wordless ? complaintWords.field.known : complaintWords.field.what, data.what),
    ...(data.wordless && record.open && view.viewer !== null
      ? [{ kind: 'note', text: words(translate(locale, complaintWords.wordless)) } as const]
      : []),
    ...(data.about === undefined
      ? []
      : ([
          {
            kind: 'lines',
            lines: [
              {
                text: words(translate(locale, complaintWords.about, { number: data.about })),
                button: openButton(data.about, translate(locale, 'record.open')),
              },
            ],
          },
        ] as const)),
    ...noteBlocks(record, view),
    ...answerBlocks(record, view),
    ...quoted(complaintWords.field.assessment, data.assessment?.text),
    ...quoted(complaintWords.field.reopening, data.closedAt === undefined ? data.reopenings.at(-1)?.reason : undefined),
    ...quoted(complaintWords.field.closing, data.closing),
    ...quoted(complaintWords.field.withdrawal, data.withdrawal),
    ...(view.viewer === null ? [] : quoted(complaintWords.tell, tellComplainant(record, view.org))),
  ];
}
