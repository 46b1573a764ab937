import { formatInstant } from '../../calendar/format.ts';
import type { Block, Fact } from '../../chat/card.ts';
import { type Text, words } from '../../chat/text.ts';
import { translate } from '../../i18n/translate.ts';
import { overallOf } from '../../org/customers/questionnaire-shape.ts';
import { nameOf } from '../../org/organisation.ts';
import { factIn, quotedIn } from '../../records/card/blocks.ts';
import { personText } from '../../records/card/person-text.ts';
import type { View } from '../../records/declaration/record-context.ts';
import { label } from '../../records/say.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { aboutPart } from './about-part.ts';
import type { Part, SurveyInvitationData } from './survey-invitation-data.ts';
import { surveyInvitationWords } from './words.ts';

/** Whether the viewer may call the contact: the service desk, quality, and the surveys' leads. */
function mayAsk({ parts }: SurveyInvitationData, { org, viewer }: Pick<View, 'org' | 'viewer'>): boolean {
  if (viewer === null) return false;
  const roles = org.person(viewer)?.roles ?? [];
  return (
    parts.some(({ leadId }) => leadId === viewer) ||
    roles.some((role) => role === 'sd' || role === 'qed' || role === 'qedManager')
  );
}

/** Who is asked, how they were reached, and their answers. The number is shown to those who may call. */
export function surveyInvitationBody(record: RecordOf<SurveyInvitationData>, view: View): Block[] {
  const { data } = record;
  const { locale } = view;
  const quoted = quotedIn(locale);
  return [
    { kind: 'facts', facts: facts(record, view) },
    ...data.parts.flatMap((part): Block[] => partBlocks(part, data, view)),
    ...(data.declined === undefined ? [] : quoted(surveyInvitationWords.field.declined, data.declined)),
  ];
}

function facts(record: RecordOf<SurveyInvitationData>, view: View): Fact[] {
  const { data } = record;
  const { locale, org } = view;
  const { zone } = org.siteOfDepartment(record.departmentId ?? '');
  const fact = factIn(locale);
  const at = (instant: string) => formatInstant(new Date(instant), zone, locale);
  const customer = org.customer(data.customerId ?? '');
  const letter = data.letters.at(-1);
  const share = data.shares.at(-1);
  return [
    ...fact('record.field.contact', contactText(record, view)),
    ...fact('record.field.customer', customer && words(nameOf(customer.name, locale))),
    ...fact(surveyInvitationWords.field.month, words(data.month)),
    ...fact(
      surveyInvitationWords.field.letter,
      letter &&
        words(
          [
            label(surveyInvitationWords.letter[letter.outcome], locale),
            ...(letter.way ? [label(surveyInvitationWords.way[letter.way], locale)] : []),
            at(letter.at),
          ].join(' · '),
        ),
    ),
    ...fact(surveyInvitationWords.field.share, share && [personText(share.by, view), ...words(` · ${at(share.at)}`)]),
    ...fact(
      surveyInvitationWords.field.reminders,
      data.reminders.length > 0 ? words(String(data.reminders.length)) : undefined,
    ),
  ];
}

function contactText({ data }: RecordOf<SurveyInvitationData>, view: View): Text {
  const { locale, org } = view;
  const contact = org.contact(data.contactId)?.contact;
  const name = contact ? nameOf(contact.name, locale) : data.contactId;
  return contact?.phone !== undefined && mayAsk(data, view)
    ? [...words(`${name}  `), { kind: 'link', text: contact.phone, url: `tel:${contact.phone}` }]
    : words(name);
}

function partBlocks(part: Part, { forms }: SurveyInvitationData, view: View): Block[] {
  const { locale } = view;
  const form = forms[part.form];
  const overall = form && overallOf(form);
  const rating = part.answers?.ratings[overall ?? ''];
  const said =
    rating === undefined
      ? translate(locale, part.answers ? 'survey.part.answered' : 'survey.part.open')
      : `${label(`satisfaction.score.${rating}`, locale)} ${rating}`;
  const how = part.via === undefined ? [] : [label(surveyInvitationWords.via[part.via], locale)];
  return [
    { kind: 'heading', text: `${aboutPart(part, view)} · ${part.survey}` },
    {
      kind: 'text',
      text: [
        ...words([said, ...how].join(' · ')),
        ...(part.by === undefined ? [] : [...words(' · '), personText(part.by, view)]),
      ],
    },
    ...Object.values(part.answers?.texts ?? {}).map((text): Block => ({ kind: 'quote', text: words(text) })),
  ];
}
