import { html, type Markup, when } from '../../html.ts';
import type { Locale } from '../../i18n/locale.ts';
import { translate } from '../../i18n/translate.ts';
import { nameOf, type Organisation } from '../../org/organisation.ts';
import { aboutPart } from '../../quality/survey-invitation/about-part.ts';
import { openParts, type SurveyInvitationData } from '../../quality/survey-invitation/survey-invitation-data.ts';
import { label } from '../../records/say.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { PageForm } from '../page-handler.ts';
import { drawQuestion } from './draw-question.ts';
import { fieldsOf } from './form-fields.ts';

/** What the page is drawn from. */
export interface SurveyView {
  readonly invitation: RecordOf<SurveyInvitationData>;
  readonly org: Organisation;
  readonly locale: Locale;
  readonly path: string;
  readonly title: string;
  readonly given: PageForm;
  /** Catalog keys by field. */
  readonly errors: Readonly<Record<string, string>>;
  /** Everything is answered: the receipt is shown above, and the questions can still be changed. */
  readonly isAnswered: boolean;
}

/** All questions of the contact's surveys in one form, each survey under its own heading; or the receipt, with a link back to the form. */
export function drawSurvey(view: SurveyView): Markup {
  const { locale, title, isAnswered } = view;
  const say = (key: Parameters<typeof translate>[1]) => translate(locale, key);
  if (!isAnswered) {
    return html`<section><h1>${title}</h1><p>${say('survey.page.intro')}</p></section>
${problems(view)}
${drawForm(view)}`;
  }
  return html`<section class="good"><h1>${say('survey.page.thanks')}</h1><p>${say('survey.page.received')}</p></section>
<details><summary class="button quiet">${say('survey.page.change')}</summary>
${drawForm(view)}</details>`;
}

function problems({ errors, locale }: SurveyView): Markup | undefined {
  const names = Object.keys(errors);
  return when(
    names.length > 0,
    html`<section class="problems" tabindex="-1" role="alert"><h2>${translate(locale, 'survey.page.problems')}</h2>
<p>${translate(locale, 'survey.page.missing', { count: names.length })}</p></section>`,
  );
}

function drawForm({ invitation, org, locale, path, given, errors, isAnswered }: SurveyView): Markup {
  const say = (key: Parameters<typeof translate>[1]) => translate(locale, key);
  const { data } = invitation;
  return html`<form method="post" action="${path}?lang=${locale}" accept-charset="utf-8" data-keep="${isAnswered ? 'answered' : 'open'}" data-sending="${say('page.sending')}" data-kept="${say('page.kept')}" data-failed="${say('page.failed')}">
${openParts(data).map((part) => {
  const questionnaire = data.forms[part.form];
  if (!questionnaire) return undefined;
  const fields = fieldsOf(part, questionnaire, data);
  return html`<section><h2>${aboutPart(part, { org, locale })}</h2><p class="soft">${nameOf(questionnaire.name, locale)}</p></section>
${questionnaire.questions.map((question) => {
  const key = errors[fields.nameOf(question.id)];
  return drawQuestion({ question, fields, given, problem: key === undefined ? undefined : label(key, locale) }, locale);
})}`;
})}
<section class="privacy"><h2>${say('survey.page.privacyTitle')}</h2><p>${say('survey.page.privacy')}</p></section>
<button type="submit">${say(isAnswered ? 'survey.page.sendAgain' : 'survey.page.send')}</button>
</form>`;
}
