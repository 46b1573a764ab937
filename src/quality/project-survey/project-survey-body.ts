import { formatDay } from '../../calendar/format.ts';
import type { Block, Fact, Line } from '../../chat/card.ts';
import { words } from '../../chat/text.ts';
import { translate } from '../../i18n/translate.ts';
import { overallOf } from '../../org/customers/questionnaire-shape.ts';
import { nameOf } from '../../org/organisation.ts';
import { factIn, quotedIn } from '../../records/card/blocks.ts';
import { openButton } from '../../records/card/draw-buttons.ts';
import type { View } from '../../records/declaration/record-context.ts';
import { label } from '../../records/say.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { figureFacts } from '../satisfaction/figure-facts.ts';
import { figuresOf } from '../satisfaction/survey-results.ts';
import type { ProjectSurveyData } from './project-survey-data.ts';
import { projectSurveyWords } from './words.ts';

/** The most contacts a card names; the rest are counted. */
const MOST_LINES = 20;

/** The survey's subject, the number of answers, and a link to each contact's page. */
export function projectSurveyBody(record: RecordOf<ProjectSurveyData>, view: View): Block[] {
  const { data } = record;
  const { locale } = view;
  const quoted = quotedIn(locale);
  const lines = contactLines(record, view);
  return [
    { kind: 'facts', facts: facts(record, view) },
    ...(record.state === 'planned' && view.org.contactsOf(data.projectId).length === 0
      ? [{ kind: 'note' as const, text: words(translate(locale, projectSurveyWords.refusal.noContacts)) }]
      : []),
    ...(lines.length > 0 ? [{ kind: 'lines' as const, lines }] : []),
    ...(data.invitations.length > MOST_LINES
      ? [
          {
            kind: 'note' as const,
            text: words(translate(locale, 'survey.more', { count: data.invitations.length - MOST_LINES })),
          },
        ]
      : []),
    ...(record.state === 'collecting' ? quoted(projectSurveyWords.reason.sendBack, data.returned) : []),
    ...quoted(projectSurveyWords.field.comment, data.comment),
    ...quoted(projectSurveyWords.reason.cancel, data.cancellation),
  ];
}

function facts({ data, state }: RecordOf<ProjectSurveyData>, { locale, org }: View): Fact[] {
  const fact = factIn(locale);
  const project = org.project(data.projectId);
  const customer = org.customer(data.customerId ?? '');
  const specialty = project?.specialties.find(({ id }) => id === data.specialtyId);
  const { questionnaire } = data;
  return [
    ...fact('record.field.project', words(project ? nameOf(project.name, locale) : data.projectId)),
    ...fact(projectSurveyWords.field.specialty, specialty && words(nameOf(specialty.name, locale))),
    ...fact('record.field.customer', customer && words(nameOf(customer.name, locale))),
    ...fact(projectSurveyWords.field.month, words(data.month)),
    ...fact(projectSurveyWords.field.due, state === 'planned' ? words(formatDay(data.dueDay, locale)) : undefined),
    ...fact(
      'survey.field.questionnaire',
      questionnaire &&
        words(
          `${nameOf(questionnaire.name, locale)} ${translate(locale, 'survey.version', { version: questionnaire.version })}`,
        ),
    ),
    ...(questionnaire
      ? figureFacts(data.figures ?? figuresOf(questionnaire, data.contactIds.length, data.results), locale)
      : []),
    ...fact(
      projectSurveyWords.field.outcome,
      data.outcome && words(label(projectSurveyWords.outcome[data.outcome], locale)),
    ),
  ];
}

function contactLines({ data }: RecordOf<ProjectSurveyData>, { locale, org }: View): Line[] {
  const overall = data.questionnaire && overallOf(data.questionnaire);
  return data.invitations.slice(0, MOST_LINES).map(({ contactId, number }) => {
    const contact = org.contact(contactId)?.contact;
    const result = data.results.find((one) => one.contactId === contactId);
    const rating = result?.ratings[overall ?? ''];
    const said =
      rating === undefined
        ? translate(locale, result ? 'survey.part.answered' : 'survey.part.open')
        : `${label(`satisfaction.score.${rating}`, locale)} ${rating}`;
    return {
      text: words(`${contact ? nameOf(contact.name, locale) : contactId} · ${said}`),
      button: openButton(number, translate(locale, 'record.open')),
    };
  });
}
