import type { Letter } from '../chat/letter.ts';
import { translate } from '../i18n/translate.ts';
import { type Contact, nameOf, type Organisation } from '../org/organisation.ts';

/** What a survey's letter says: who asks, for how long it takes, and where to answer. A reminder says that it is one. */
export function writeSurveyLetter(
  letter: string,
  contact: Contact,
  url: string,
  org: Organisation,
): Pick<Letter, 'locale' | 'subject' | 'paragraphs' | 'link'> {
  const locale = contact.language;
  const company = nameOf(org.company, locale);
  const params = { company, name: nameOf(contact.name, locale) };
  const isReminder = letter !== 'invitation';
  return {
    locale,
    subject: translate(locale, isReminder ? 'survey.letter.reminderSubject' : 'survey.letter.subject', params),
    paragraphs: [
      translate(locale, 'survey.letter.greeting', params),
      translate(locale, isReminder ? 'survey.letter.reminder' : 'survey.letter.body', params),
      translate(locale, 'survey.letter.privacy', params),
    ],
    link: { label: translate(locale, 'survey.letter.open'), url },
  };
}
