import { formatDay } from '../../calendar/format.ts';
import type { Block, Fact } from '../../chat/card.ts';
import { words } from '../../chat/text.ts';
import type { Locale } from '../../i18n/locale.ts';
import { type MessageKey, translate } from '../../i18n/translate.ts';
import { type NamePair, nameOf } from '../../org/organisation.ts';
import { factIn, quotedIn } from '../../records/card/blocks.ts';
import { personText } from '../../records/card/person-text.ts';
import type { View } from '../../records/declaration/record-context.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { figureFacts } from '../satisfaction/figure-facts.ts';
import { figuresOf } from '../satisfaction/survey-results.ts';
import type { CompanySurveyData } from './company-survey-data.ts';
import { customersIn, gapsOf } from './sample.ts';
import { companySurveyWords } from './words.ts';

/** The most names in one list; the rest are counted. */
const MOST_NAMES = 30;

/** The sample and its gaps; after sending, the number of answers. */
export function companySurveyBody(record: RecordOf<CompanySurveyData>, view: View): Block[] {
  const { data, state } = record;
  const { locale } = view;
  const quoted = quotedIn(locale);
  const isPlan = state === 'planning' || state === 'approval' || state === 'ready';
  return [
    { kind: 'facts', facts: facts(record, view) },
    ...(isPlan ? gapBlocks(data, view) : []),
    ...(state === 'collecting' ? unansweredBlocks(data, view) : []),
    ...quoted(companySurveyWords.reason.gap, data.gapReason),
    ...(state === 'planning' ? quoted(companySurveyWords.reason.return, data.returned) : []),
    ...quoted(companySurveyWords.field.comment, data.comment),
    ...quoted(companySurveyWords.reason.cancel, data.cancellation),
  ];
}

function gapBlocks({ contactIds }: CompanySurveyData, { locale, org }: View): Block[] {
  const { customers, projects } = gapsOf(contactIds, org);
  if (customers.length === 0 && projects.length === 0) {
    return [{ kind: 'note', text: words(translate(locale, companySurveyWords.whole)) }];
  }
  const list = (key: MessageKey, items: readonly { readonly name: NamePair }[]) =>
    namesBlocks(
      key,
      items.map(({ name }) => nameOf(name, locale)),
      locale,
    );
  return [...list(companySurveyWords.gap.customers, customers), ...list(companySurveyWords.gap.projects, projects)];
}

/** Whom to call, by customer. */
function unansweredBlocks({ contactIds, results }: CompanySurveyData, { locale, org }: View): Block[] {
  const answered = new Set(results.map(({ contactId }) => contactId));
  const names = contactIds
    .filter((id) => !answered.has(id))
    .map((id) => {
      const { contact, customer } = org.contact(id) ?? {};
      if (!contact || !customer) return id;
      const params = { name: nameOf(contact.name, locale), customer: nameOf(customer.name, locale) };
      return translate(locale, companySurveyWords.contact, params);
    });
  return namesBlocks(companySurveyWords.unanswered, names, locale);
}

function namesBlocks(key: MessageKey, names: readonly string[], locale: Locale): Block[] {
  if (names.length === 0) return [];
  const listed = names.slice(0, MOST_NAMES).join(translate(locale, 'common.listSeparator'));
  const more = names.length - MOST_NAMES;
  const text = more > 0 ? translate(locale, 'common.andMore', { listed, count: more }) : listed;
  return [
    { kind: 'heading', text: translate(locale, key, { count: names.length }) },
    { kind: 'text', text: words(text) },
  ];
}

function facts({ data }: RecordOf<CompanySurveyData>, view: View): Fact[] {
  const { locale, org } = view;
  const fact = factIn(locale);
  const { questionnaire, contactIds } = data;
  const sample = { customers: customersIn(contactIds, org).length, contacts: contactIds.length };
  return [
    ...fact(companySurveyWords.field.year, words(String(data.year))),
    ...fact(companySurveyWords.field.sample, words(translate(locale, companySurveyWords.sample, sample))),
    ...fact(
      companySurveyWords.field.approved,
      data.approvedBy === undefined ? undefined : [personText(data.approvedBy, view)],
    ),
    ...fact(
      'survey.field.questionnaire',
      questionnaire &&
        words(
          `${nameOf(questionnaire.name, locale)} ${translate(locale, 'survey.version', { version: questionnaire.version })}`,
        ),
    ),
    ...fact(
      companySurveyWords.field.until,
      data.closeDay === undefined ? undefined : words(formatDay(data.closeDay, locale)),
    ),
    ...(questionnaire
      ? figureFacts(data.figures ?? figuresOf(questionnaire, contactIds.length, data.results), locale)
      : []),
  ];
}
